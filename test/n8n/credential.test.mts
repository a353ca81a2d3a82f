import { generateKeyPairSync } from 'node:crypto';
import { Cleanup } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import type { JsonObject } from '../../demo/n8n/json.mts';

const cleanup = new Cleanup();
let environment: Environment;

beforeAll(async () => {
	environment = await startEnvironment({ cleanup });
});
afterAll(() => cleanup.closeAll());
beforeEach(() => environment.simulator.exchange.reset());

const testWith = (data: JsonObject) => environment.rest.testCredential(credentialFor(environment.simulator, data));

describe('the credential test in n8n', () => {
	it('accepts the right key and secret', async () => {
		const result = await testWith({});

		expect(result.status).toBe('OK');
	});

	it('accepts an RSA key with its private half', async () => {
		const { publicKey, privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
		environment.simulator.exchange.addKey({ apiKey: 'rsa-key', publicKeyPem: publicKey });

		const result = await testWith({ keyType: 'rsa', apiKey: 'rsa-key', apiSecret: '', privateKey });

		expect(result.status).toBe('OK');
	});

	it('points to the secret when the signature is wrong', async () => {
		const result = await testWith({ apiSecret: 'not-the-secret' });

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/secret|signature/i) });
	});

	it('points to the environment when the key is unknown there', async () => {
		const result = await testWith({ apiKey: 'key-of-another-environment' });

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/environment/i) });
	});

	it('says that only General Advertisers may use the interface', async () => {
		environment.simulator.exchange.addKey({ apiKey: 'plain-account', apiSecret: 'its-secret', advertiser: false });

		const result = await testWith({ apiKey: 'plain-account', apiSecret: 'its-secret' });

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/General Advertiser/i) });
	});

	it.each([10_000, -10_000])('points to the clock when the exchange is %i ms away', async (awayMs) => {
		environment.simulator.exchange.advance(awayMs);

		const result = await testWith({});

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/clock/i) });
	});
});
