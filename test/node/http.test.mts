import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { anRsaKey } from '../support/keys.mts';
import { credentialFor, runAction, type CredentialData } from '../support/n8nCore.mts';
import { aRecorder } from '../support/recorder.mts';
import {
	aTappedExchange,
	isSignedWithKey,
	isSignedWithSecret,
	type TappedExchange,
} from '../support/tappedExchange.mts';

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
