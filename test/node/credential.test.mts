import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { BybitP2PApi } from '../../credentials/BybitP2PApi.credentials';
import { HTTP_REFUSALS, REFUSAL_CODES } from '../../nodes/BybitP2P/api/refusalCodes';
import { anRsaKey } from '../support/keys.mts';
import { credentialFor, type CredentialData } from '../support/n8nCore.mts';
import { credentialVerdict } from '../support/n8nHttp.mts';
import { answerJson, aRecorder } from '../support/recorder.mts';

const PATH = '/v5/p2p/user/personal/info';
const type = new BybitP2PApi();

describe('the credential test of n8n', () => {
	let simulator: ExchangeServer;
	beforeAll(async () => {
		simulator = await createExchange();
	});
	afterAll(async () => await simulator.close());
	beforeEach(() => simulator.exchange.reset());

	const verdict = async (fields: CredentialData = {}) => await credentialVerdict(credentialFor(simulator.url, fields));

	it('is passed by a key that may use P2P', async () => {
		expect(await verdict()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('is passed by an RSA key with its private half', async () => {
		const { privatePem, publicPem } = anRsaKey();
		simulator.exchange.addKey({ apiKey: 'rsa-key', publicKeyPem: publicPem });

		expect((await verdict({ keyType: 'rsa', apiKey: 'rsa-key', apiSecret: '', privateKey: privatePem })).status).toBe(
			'OK',
		);
	});

	it('asks for the account, which proves that P2P works and not the key alone', async () => {
		await verdict();

		expect(simulator.exchange.calls.map(({ method, path, body }) => [method, path, body])).toEqual([
			['POST', PATH, {}],
		]);
	});

	it('is passed with a slash at the end of the Base URL', async () => {
		expect((await verdict({ baseUrl: `${simulator.url}/` })).status).toBe('OK');
	});

	it.each([
		['another secret', { apiSecret: 'other' }, /signature is not valid.*secret/],
		['an unknown key', { apiKey: 'other' }, /not known in this environment/],
		['no key', { apiKey: '' }, /has no API Key/],
		['no secret', { apiSecret: '' }, /has no API Secret/],
		['a broken private key', { keyType: 'rsa', privateKey: 'x' }, /not an RSA key in PEM format/],
		['an address over plain http', { baseUrl: 'http://example.com' }, /unencrypted/],
		['no address', { baseUrl: '' }, /not an address/],
	])('is not passed with %s, and says why', async (_, fields, words) => {
		expect(await verdict(fields)).toEqual({ status: 'Error', message: expect.stringMatching(words) as string });
	});

	it.each([
		['without the permission', { permissions: [] }, /lacks a permission/],
		['of an account that is no General Advertiser', { advertiser: false }, /not a General Advertiser/],
		['that has expired', { expiresAt: 1 }, /has expired/],
		['bound to another address', { ips: ['203.0.113.9'] }, /not on the IP list/],
	])('is not passed by a key %s', async (_, options, words) => {
		simulator.exchange.addKey({ apiKey: 'that-key', apiSecret: 'its-secret', ...options });

		expect(await verdict({ apiKey: 'that-key', apiSecret: 'its-secret' })).toEqual({
			status: 'Error',
			message: expect.stringMatching(words) as string,
		});
	});

	it.each(Object.keys(REFUSAL_CODES).map(Number))(
		'is not passed when the exchange answers with code %i',
		async (code) => {
			simulator.exchange.fault({ path: PATH, kind: 'code', code });

			const { status, message } = await verdict();

			expect({ status, message }).toEqual({
				status: 'Error',
				message: expect.stringContaining(REFUSAL_CODES[code].meaning) as string,
			});
		},
	);

	it.each(Object.keys(HTTP_REFUSALS).map(Number))(
		'is not passed when the network answers with HTTP %i',
		async (httpStatus) => {
			simulator.exchange.fault({ path: PATH, kind: 'status', status: httpStatus, times: 2 });

			const { status, message } = await verdict();

			expect({ status, message }).toEqual({
				status: 'Error',
				message: expect.stringContaining(HTTP_REFUSALS[httpStatus].meaning) as string,
			});
		},
	);

	it.each([912999999, 10017])('is not passed by a code that nobody knows, either: %i', async (code) => {
		simulator.exchange.fault({ path: PATH, kind: 'code', code });

		expect((await verdict()).status).toBe('Error');
	});

	it.each(['html502', 'emptyBody', 'garbage', 'lostBefore'] as const)(
		'is not passed by a reply that is none: %s',
		async (kind) => {
			simulator.exchange.fault({ path: PATH, kind });

			expect((await verdict()).status).toBe('Error');
		},
	);

	it.each([
		['an empty object', {}],
		['a success without an account', { ret_code: 0, ret_msg: 'SUCCESS', result: null }],
		['a success of another kind', { retCode: 0, retMsg: 'OK', result: {} }],
		['another JSON service', { status: 'ok' }],
	])('is not passed by %s', async (_, reply) => {
		const other = await aRecorder((_request, response) => answerJson(response, reply));

		const { status, message } = await credentialVerdict(credentialFor(other.url));
		await other.close();

		expect({ status, message }).toEqual({
			status: 'Error',
			message: expect.stringMatching(/did not show the account/) as string,
		});
	});

	it('says nothing of the secret in any case', async () => {
		const { message } = await verdict({ apiSecret: 'a-very-special-secret' });

		expect(message).not.toContain('a-very-special-secret');
	});
});

describe('the rules of the credential test', () => {
	const rules = type.test.rules ?? [];

	it.each(['ret_code', 'retCode'])('name every known code under %s', (key) => {
		const codes = rules.flatMap((rule) =>
			rule.type === 'responseSuccessBody' && rule.properties.key === key ? [rule.properties.value] : [],
		);

		expect(codes).toEqual(expect.arrayContaining(Object.keys(REFUSAL_CODES).map(Number)));
	});

	it('never take the code 0 for a refusal', () => {
		expect(rules.filter(({ properties }) => properties.value === 0)).toEqual([]);
	});

	it('raise no alarm', () => {
		expect(rules.map(({ properties }) => properties.message).join(' ')).not.toMatch(
			/\b(error|problem|failure|failed)\b/i,
		);
	});

	it.each([10000, 10016, 10006])('do not blame the key for code %i', (code) => {
		const messages = rules
			.filter(({ properties }) => properties.value === code)
			.map(({ properties }) => properties.message);

		expect(messages.filter((message) => /refused the key/.test(message))).toEqual([]);
	});
});

describe('the fields of the credential', () => {
	it('keep what is secret from being shown', () => {
		const hidden = type.properties.filter(({ typeOptions }) => typeOptions?.password === true).map(({ name }) => name);

		expect(hidden).toEqual(['apiKey', 'apiSecret', 'privateKey']);
	});

	it('carry the names and values that saved credentials hold', () => {
		expect(type.properties.map(({ name }) => name)).toEqual([
			'notice',
			'environment',
			'baseUrl',
			'keyType',
			'apiKey',
			'apiSecret',
			'privateKey',
			'recvWindow',
		]);
		expect(type.name).toBe('bybitP2PApi');
	});

	it('start on the mainnet with an HMAC key and a window of five seconds', () => {
		const defaults = Object.fromEntries(type.properties.map(({ name, default: value }) => [name, value]));

		expect(defaults).toMatchObject({ environment: 'https://api.bybit.com', keyType: 'hmac', recvWindow: 5000 });
	});
});
