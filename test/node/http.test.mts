import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';

import { anRsaKey } from '../support/keys.mts';
import { credentialFor, runAction, type CredentialData } from '../support/n8nCore.mts';
import { aRequester, credentialVerdict } from '../support/n8nHttp.mts';
import { answerJson, aRecorder, type Recorder } from '../support/recorder.mts';
import {
	aTappedExchange,
	isSignedWithKey,
	isSignedWithSecret,
	type TappedExchange,
} from '../support/tappedExchange.mts';
import { rejectionOf } from '../support/thrown.mts';

// The pauses between the repeats of a read are tested with a clock of their own; here they take no time.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => {} }));

const SECRET = 'a-very-special-secret';
const KEY = 'a-very-special-key';
const OK = { ret_code: 0, ret_msg: 'SUCCESS', result: {} };

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

describe('what arrives at the exchange is what was signed', () => {
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

	it('for a call with JSON', async () => {
		const order = tap.exchange.openOrder();

		const { error } = await runAction(getOrder(order.id), special(tap.url));

		expect(error).toBeUndefined();
		expect(tap.requests.map(({ body }) => body.toString())).toContain(`{"orderId":"${order.id}"}`);
		expect(tap.requests.filter((request) => !isSignedWithSecret(request, SECRET))).toEqual([]);
	});

	it('for a call with a query', async () => {
		const { error } = await runAction(
			{ resource: 'account', operation: 'getBalance', coins: 'USDT,BTC' },
			special(tap.url),
		);

		expect(error).toBeUndefined();
		const queries = tap.requests.filter(({ method }) => method === 'GET');
		expect(queries.map(({ target }) => target)).toContain(
			'/v5/asset/transfer/query-account-coins-balance?accountType=FUND&coin=USDT%2CBTC',
		);
		expect(queries.filter((request) => !isSignedWithSecret(request, SECRET))).toEqual([]);
	});

	it('for a chat message with everything that text can hold', async () => {
		const order = tap.exchange.openOrder();
		const text = 'Оплатил "1 000,50" + 5% & co; \\n \u2028 👋🏽 <b>';

		const { error } = await runAction(
			{ resource: 'chat', operation: 'sendMessage', messageType: 'text', orderId: order.id, text },
			special(tap.url),
		);

		expect(error).toBeUndefined();
		expect(JSON.stringify(tap.exchange.messagesOf(order.id))).toContain(JSON.stringify(text).slice(1, -1));
		expect(tap.requests.filter((request) => !isSignedWithSecret(request, SECRET))).toEqual([]);
	});

	it('for an upload, whatever bytes are in the file', async () => {
		const order = tap.exchange.openOrder();
		const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
		const binary = {
			data: { data: bytes.toString('base64'), mimeType: 'image/png', fileName: 'чек "1".png', fileExtension: 'png' },
		};

		const { error } = await runAction(
			{
				resource: 'chat',
				operation: 'sendMessage',
				messageType: 'file',
				binaryPropertyName: 'data',
				orderId: order.id,
			},
			special(tap.url),
			{ items: [{ binary }] },
		);

		expect(error).toBeUndefined();
		const upload = tap.requests.find(({ target }) => target === '/v5/p2p/oss/upload_file');
		expect(upload?.body.includes(bytes)).toBe(true);
		expect(upload !== undefined && isSignedWithSecret(upload, SECRET)).toBe(true);
	});

	it('with an RSA key', async () => {
		const { privatePem, publicPem } = anRsaKey();
		tap.exchange.addKey({ apiKey: 'rsa-key', publicKeyPem: publicPem });
		const order = tap.exchange.openOrder();

		const { error } = await runAction(
			getOrder(order.id),
			credentialFor(tap.url, {
				keyType: 'rsa',
				apiKey: 'rsa-key',
				apiSecret: '',
				privateKey: privatePem.replace(/\n/g, ' '),
			}),
		);

		expect(error).toBeUndefined();
		expect(tap.requests.length).toBeGreaterThan(0);
		expect(tap.requests.filter((request) => !isSignedWithKey(request, publicPem))).toEqual([]);
	});

	it('when the clock of this machine is a minute slow: the first answer corrects it', async () => {
		const order = tap.exchange.openOrder();
		tap.exchange.addKey({ apiKey: 'slow-clock', apiSecret: SECRET });
		tap.exchange.advance(60_000);

		const { error } = await runAction(getOrder(order.id), special(tap.url, { apiKey: 'slow-clock' }));

		expect(error).toBeUndefined();
		expect(tap.exchange.calls.map(({ code }) => code)).toEqual([10002, ...new Array(tap.requests.length - 1).fill(0)]);
	});
});

describe('other nodes that use the credential', () => {
	let recorder: Recorder;
	let statuses: number[];
	beforeAll(async () => {
		recorder = await aRecorder((_, response) => answerJson(response, OK, statuses.shift() ?? 200));
	});
	afterAll(async () => await recorder.close());
	beforeEach(() => {
		statuses = [];
		(recorder.requests as unknown[]).length = 0;
	});

	const bodies: readonly (readonly [string, object])[] = [
		['an object', { body: { a: 'ж', n: 1.5 } }],
		['an empty object', { body: {} }],
		['no body', {}],
		['text', { body: ' {"a": 1} ' }],
		['text that is no JSON', { body: 'hello' }],
		['bytes', { body: Buffer.from([0, 255, 10, 13]) }],
		['an object and a query', { body: { a: 1 }, qs: { b: 'c d' } }],
	];
	const queries: readonly (readonly [string, object])[] = [
		['no query', {}],
		['a query', { qs: { coin: 'USDT,BTC', q: 'a b+c%20ж' } }],
		['a list', { qs: { coin: ['USDT', 'BTC'] } }],
		['a query in brackets style', { qs: { coin: ['USDT'] }, arrayFormat: 'brackets', useQuerystring: false }],
	];

	it.each(bodies)('sign %s as it goes out (as most nodes ask)', async (_, parts) => {
		await aRequester(special(recorder.url)).modern({ method: 'POST', url: `${recorder.url}/v5/x`, ...parts });

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each(bodies)('sign %s as it goes out (as the HTTP Request node asks)', async (_, parts) => {
		await aRequester(special(recorder.url)).legacy({
			method: 'POST',
			uri: `${recorder.url}/v5/x`,
			json: true,
			...parts,
		});

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each(queries)('sign a GET with %s as it goes out (as most nodes ask)', async (_, parts) => {
		await aRequester(special(recorder.url)).modern({ method: 'GET', url: `${recorder.url}/v5/x?z=ж`, ...parts });

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each(queries)('sign a GET with %s as it goes out (as the HTTP Request node asks)', async (_, parts) => {
		await aRequester(special(recorder.url)).legacy({
			method: 'GET',
			uri: `${recorder.url}/v5/x?z=ж`,
			json: true,
			body: {},
			...parts,
		});

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true]);
	});

	it.each([
		['JSON', { method: 'POST', body: { a: 1 } }],
		[
			'bytes',
			{ method: 'POST', body: Buffer.from('bytes'), headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
		],
		['a query', { method: 'GET', qs: { a: 'b c', d: ['1', '2'] } }],
	])('are signed validly a second time after HTTP 401: %s', async (_, options) => {
		statuses = [401, 200];

		await aRequester(special(recorder.url)).modern({ url: `${recorder.url}/v5/x`, ...options });

		expect(recorder.requests.map((request) => isSignedWithSecret(request, SECRET))).toEqual([true, true]);
		expect(recorder.requests[1]).toMatchObject({
			target: recorder.requests[0].target,
			body: recorder.requests[0].body,
		});
	});

	it('hear that a foreign address is not signed, and nothing is sent', async () => {
		const other = await aRecorder((_, response) => answerJson(response, OK));
		const { modern, legacy } = aRequester(special(recorder.url));

		const errors = [
			await rejectionOf(modern({ method: 'POST', url: `${other.url}/x`, body: {} })),
			await rejectionOf(legacy({ method: 'GET', uri: `${other.url}/x` })),
		];
		await other.close();

		expect(errors.map(({ message }) => /signs for .* only/.test(message))).toEqual([true, true]);
		expect(other.requests).toEqual([]);
	});

	it('give up after the time they allow', async () => {
		const silent = await aRecorder(() => {});

		const error = await rejectionOf(
			aRequester(special(silent.url)).modern({ method: 'POST', url: `${silent.url}/x`, body: {}, timeout: 50 }),
		);
		await silent.close();

		expect(error.message).toMatch(/timeout|aborted/i);
	});
});

describe('a redirect', () => {
	let trap: Recorder;
	let lure: Recorder;
	let status: number;
	beforeAll(async () => {
		trap = await aRecorder((_, response) => answerJson(response, OK));
		lure = await aRecorder((_, response) => response.writeHead(status, { location: `${trap.url}/caught` }).end());
	});
	afterAll(async () => await Promise.all([trap.close(), lure.close()]));
	beforeEach(() => {
		status = 302;
		(trap.requests as unknown[]).length = 0;
		(lure.requests as unknown[]).length = 0;
	});

	it.each([301, 302, 303, 307, 308])(
		'with HTTP %i does not carry the key of the action node elsewhere',
		async (redirect) => {
			status = redirect;

			const { error } = await runAction({ resource: 'account', operation: 'getBalance' }, special(lure.url));

			expect(error?.message).toContain(`HTTP ${redirect}`);
			expect(lure.requests.length).toBeGreaterThan(0);
			expect(trap.requests).toEqual([]);
		},
	);

	it('does not carry the key of a credential test elsewhere', async () => {
		expect((await credentialVerdict(special(lure.url))).status).toBe('Error');
		expect(trap.requests).toEqual([]);
	});

	it.each(['GET', 'POST'])('does not carry the key of another node elsewhere, for a %s', async (method) => {
		await rejectionOf(aRequester(special(lure.url)).modern({ method, url: `${lure.url}/x` }));

		expect(lure.requests).toHaveLength(1);
		expect(trap.requests).toEqual([]);
	});

	it.each(['GET', 'POST'])(
		'does not carry the key of the HTTP Request node elsewhere, which follows all redirects, for a %s',
		async (method) => {
			await rejectionOf(
				aRequester(special(lure.url)).legacy({
					method,
					uri: `${lure.url}/x`,
					followRedirect: true,
					followAllRedirects: true,
					json: true,
				}),
			);

			expect(lure.requests).toHaveLength(1);
			expect(trap.requests).toEqual([]);
		},
	);
});

/** A server that speaks no proper HTTP. */
async function aBrokenServer(
	answer: (socket: Socket) => void,
): Promise<{ url: string; server: Server; connections: () => number }> {
	let connections = 0;
	const server = createServer((socket) => {
		connections += 1;
		socket.on('error', () => {});
		socket.once('data', () => answer(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, connections: () => connections };
}

describe('a broken wire', () => {
	it.each([
		['is cut before a reply', (socket: Socket) => socket.destroy()],
		['is cut inside the headers', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-')],
		[
			'is cut inside the body',
			(socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ret_code":0,'),
		],
		['speaks no HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH\r\n')],
		[
			'sends a body that is not what its header says',
			(socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello'),
		],
	])('that %s gives a message in plain words, after four tries of a read', async (_, answer) => {
		const { url, server, connections } = await aBrokenServer(answer);

		const { error } = await runAction(getOrder('1900004704665923584'), special(url));
		await new Promise((resolve) => server.close(resolve));

		expect(error?.message).toBe(
			'Bybit gave no answer when asked to show the order: the connection was lost or timed out',
		);
		expect(connections()).toBe(4);
	});

	it('of a server that is not there is named, too', async () => {
		const { url, server } = await aBrokenServer(() => {});
		await new Promise((resolve) => server.close(resolve));

		const { error } = await runAction({ resource: 'account', operation: 'getBalance' }, special(url));

		expect(error?.message).toMatch(/^Bybit gave no answer when asked to/);
		expect(error?.httpCode).toBe('503');
	});
});

describe('a packed reply', () => {
	it('is unpacked', async () => {
		const packed = gzipSync(
			JSON.stringify({
				retCode: 0,
				retMsg: 'success',
				result: { balance: [{ coin: 'USDT', walletBalance: '7.10', transferBalance: '7.10' }] },
			}),
		);
		const recorder = await aRecorder((_, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
		);

		const { json } = await runAction(
			{ resource: 'account', operation: 'getBalance', simplify: false },
			special(recorder.url),
		);
		await recorder.close();

		expect(JSON.stringify(json)).toContain('"7.10"');
	});
});

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
