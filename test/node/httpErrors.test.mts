import { inspect } from 'node:util';
import { anRsaKey } from '../support/keys.mts';
import { credentialFor, runAction, type CredentialData } from '../support/n8nCore.mts';
import { aTappedExchange, type TappedExchange } from '../support/tappedExchange.mts';

// The pauses between the repeats of a read are tested with a clock of their own; here they take no time.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => {} }));

const SECRET = 'a-very-special-secret';

const KEY = 'a-very-special-key';

/** A credential whose key and secret are easily found in what must not hold them. */
function special(url: string, fields: CredentialData = {}): CredentialData {
	return credentialFor(url, { apiKey: KEY, apiSecret: SECRET, ...fields });
}

function getOrder(orderId: string) {
	return { resource: 'order', operation: 'get', orderId: { __rl: true, mode: 'id', value: orderId } };
}

function release(orderId: string) {
	return { resource: 'order', operation: 'release', orderId: { __rl: true, mode: 'id', value: orderId } };
}

describe('what reaches the user when a call does not succeed', () => {
	let tap: TappedExchange;
	beforeAll(async () => {
		tap = await aTappedExchange();
	});
	afterAll(async () => await tap.close());
	beforeEach(() => {
		tap.exchange.reset();
		tap.exchange.addKey({ apiKey: KEY, apiSecret: SECRET });
		(tap.requests as unknown[]).length = 0;
	});

	/** Everything that could be shown, logged or stored of a run. */
	function traces(result: Awaited<ReturnType<typeof runAction>>): string {
		const { error, run } = result as {
			error: (Error & { context?: unknown; cause?: unknown; node?: unknown }) | undefined;
			run: unknown;
		};
		return [
			inspect(error, { depth: 12, showHidden: true }),
			JSON.stringify(error),
			String(error?.stack),
			inspect(error?.cause, { depth: 12, showHidden: true }),
			inspect(error?.context, { depth: 12 }),
			JSON.stringify(run),
		].join('\n');
	}

	const faults = [
		['a lost reply', { kind: 'lostBefore' }],
		['a page with HTTP 403', { kind: 'html403' }],
		['a page with HTTP 502', { kind: 'html502' }],
		['HTTP 401', { kind: 'status', status: 401 }],
		['HTTP 500', { kind: 'status', status: 500 }],
		['an empty body', { kind: 'emptyBody' }],
		['half a reply', { kind: 'garbage' }],
		['code 10003', { kind: 'code', code: 10003 }],
		['code 10004', { kind: 'code', code: 10004 }],
		['a code that nobody knows', { kind: 'code', code: 912999999, message: 'No.' }],
	] as const;

	it.each(faults)('holds no key, secret, signature or header: a read and %s', async (_, fault) => {
		tap.exchange.fault({ path: '*', times: Infinity, ...fault });

		const result = await runAction(getOrder('1900004704665923584'), special(tap.url));

		expect(result.error).toBeDefined();
		const signatures = tap.requests.map(({ headers }) => headers['x-bapi-sign']);
		const found = [KEY, SECRET, 'x-bapi-', 'X-BAPI-', ...signatures].filter((secret) =>
			traces(result).includes(secret),
		);
		expect(signatures.length).toBeGreaterThan(0);
		expect(found).toEqual([]);
	});

	it.each(faults)('holds none of it, either, when money is at stake: a release and %s', async (_, fault) => {
		const order = tap.exchange.openOrder();
		tap.exchange.buyerPays(order.id);
		tap.exchange.fault({ path: '/v5/p2p/order/finish', times: Infinity, ...fault });

		const result = await runAction(release(order.id), special(tap.url));

		const signatures = tap.requests.map(({ headers }) => headers['x-bapi-sign']);
		expect(
			[KEY, SECRET, 'x-bapi-', 'X-BAPI-', ...signatures].filter((secret) => traces(result).includes(secret)),
		).toEqual([]);
	});

	it('holds no private key when that is unreadable', async () => {
		const privateKey = anRsaKey().privatePem.replace(/[A-Z]/, '!');

		const result = await runAction(getOrder('1900004704665923584'), special(tap.url, { keyType: 'rsa', privateKey }));

		expect(result.error?.message).toContain('not an RSA key in PEM format');
		expect(traces(result)).not.toContain(privateKey.split('\n')[3]);
	});
});
