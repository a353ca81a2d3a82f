import type { Order } from '../../simulator/exchange.mts';
import type { ExchangeServer, ServerOptions } from '../../simulator/server.mts';
import { createExchange } from '../../simulator/server.mts';
import { multipart, NOW, signed } from './support.mts';

let simulator: ExchangeServer;

async function start(options: ServerOptions = {}): Promise<void> {
	await simulator.close();
	simulator = await createExchange({ now: NOW, ...options });
}

beforeEach(async () => {
	simulator = await createExchange({ now: NOW });
});

afterEach(() => simulator.close());

function post(path: string, body: unknown): Promise<Response> {
	const text = JSON.stringify(body);
	return fetch(simulator.url + path, {
		method: 'POST',
		body: text,
		headers: { ...signed(text, simulator.exchange.now()), 'content-type': 'application/json' },
	});
}

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
	const response = await fetch(`${simulator.url}/_sim${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return (await response.json()) as T;
}

describe('the server', () => {
	it("serves the exchange on loopback, with the exchange's date", async () => {
		const response = await post('/v5/p2p/order/simplifyList', { page: 1, size: 10 });

		expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(response.headers.get('date')).toBe(new Date(NOW).toUTCString());
		expect(response.headers.get('x-bapi-limit-status')).toBe('9');
		expect(await response.json()).toMatchObject({ ret_code: 0, result: { count: 0, items: [] } });
	});

	it('verifies a query as it was sent', async () => {
		const query = 'accountType=FUND&coin=USDT%2CBTC';
		const response = await fetch(`${simulator.url}/v5/asset/transfer/query-account-coins-balance?${query}`, {
			headers: signed(query, NOW),
		});

		expect(await response.json()).toMatchObject({
			retCode: 0,
			result: { balance: [{ coin: 'USDT' }, { coin: 'BTC' }] },
		});
	});

	it('takes an upload and serves the file', async () => {
		const { body, contentType } = multipart('a.png', 'bytes');
		const response = await fetch(`${simulator.url}/v5/p2p/oss/upload_file`, {
			method: 'POST',
			body: new Uint8Array(body),
			headers: { ...signed(body, NOW), 'content-type': contentType },
		});
		const { result } = (await response.json()) as { result: { url: string } };

		const file = await fetch(simulator.url + result.url);

		expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'image/png', 'bytes']);
	});

	it('cuts the connection of a lost reply', async () => {
		const order = simulator.exchange.openOrder({ status: 20 });
		simulator.exchange.fault({ path: '/v5/p2p/order/finish', kind: 'lostAfter' });

		await expect(post('/v5/p2p/order/finish', { orderId: order.id })).rejects.toThrow();
		expect(simulator.exchange.order(order.id).status).toBe(50);
	});

	it('holds a delayed reply back, and does not keep a close waiting', async () => {
		simulator.exchange.fault({ path: '*', kind: 'delay', delayMs: 600_000 });
		const reply = post('/v5/p2p/user/personal/info', {}).then(
			() => 'answered',
			() => 'cut',
		);
		while (simulator.exchange.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));

		await simulator.close();

		expect(await reply).toBe('cut');
	});

	it('reports an address on which it is reached when it listens on all of them', async () => {
		await start({ host: '0.0.0.0' });

		expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect((await fetch(simulator.url)).status).toBe(200);
	});

	it('refuses a port that is taken', async () => {
		await expect(createExchange({ port: Number(new URL(simulator.url).port) })).rejects.toMatchObject({
			code: 'EADDRINUSE',
		});
	});
});

describe('the controls', () => {
	it('play an order from opening to release', async () => {
		const { id } = await control<Order>('POST', '/orders', { amount: '46', counterparty: 'ann' });
		await control('POST', `/orders/${id}/pay`);
		await control('POST', `/orders/${id}/message`, { text: 'paid' });
		await control('POST', `/orders/${id}/message`, {
			contentType: 'pic',
			content: Buffer.from('receipt').toString('base64'),
			encoding: 'base64',
			fileName: 'r.png',
		});
		await post('/v5/p2p/order/finish', { orderId: id });

		expect(await control('GET', `/orders/${id}`)).toMatchObject({
			status: 50,
			info: { notifyTokenQuantity: '50' },
			effects: { releases: 1 },
		});
		const said = await control<Array<{ content: string; from: string }>>('GET', `/orders/${id}/messages`);
		expect(said.map(({ from }) => from)).toEqual(['system', 'system', 'counterparty', 'counterparty', 'system']);
		expect(simulator.exchange.file(said[3].content)?.content.toString()).toBe('receipt');
		expect(await control('GET', '/calls')).toMatchObject([{ path: '/v5/p2p/order/finish', effect: true }]);
	});

	it('do the rest to an order', async () => {
		const open = async (): Promise<string> => (await control<Order>('POST', '/orders', { side: 'buy', status: 20 })).id;
		const ids = await Promise.all([open(), open(), open(), open(), open()]);

		await control('POST', `/orders/${ids[0]}/release`);
		await control('POST', `/orders/${ids[1]}/cancel`);
		await control('POST', `/orders/${ids[2]}/appeal`);
		await control('POST', `/orders/${ids[3]}/status`, { status: 100 });
		await control('POST', `/orders/${ids[4]}/requestCancel`);

		expect(ids.map((id) => simulator.exchange.order(id).status)).toEqual([50, 40, 30, 100, 20]);
		expect(simulator.exchange.order(ids[4]).needBuyerExamineCancel).toBe(true);
	});

	it('move the clock, add keys and faults, and start anew', async () => {
		await control('POST', '/clock', { advanceMs: 5000 });
		await control('POST', '/keys', { apiKey: 'k', apiSecret: 's' });
		expect(await control('POST', '/faults', { path: '*', kind: 'html502', times: 'always' })).toEqual([
			{ path: '*', kind: 'html502', times: 'always' },
		]);
		expect(await control('GET', '/state')).toMatchObject({
			now: NOW + 5000,
			orders: [],
			faults: [{ kind: 'html502' }],
		});
		expect(await control('DELETE', '/faults')).toEqual([]);
		expect(await control('POST', '/reset', { now: NOW + 1 })).toMatchObject({ now: NOW + 1 });
	});

	it('say in one sentence what was wrong', async () => {
		const { id } = simulator.exchange.openOrder({ status: 50 });
		const refusals = [
			await control('POST', '/orders/1/pay'),
			await control('POST', `/orders/${id}/pay`),
			await control('POST', '/nothing'),
			await control('POST', '/faults', { path: '*', kind: 'none' }),
		];

		expect(refusals).toEqual(Array.from({ length: 4 }, () => ({ error: { message: expect.stringMatching(/\w+/) } })));
	});

	it('are listed on the front page', async () => {
		const page = await (await fetch(simulator.url)).text();

		expect(page).toContain('simulator');
		expect(page).toContain('POST /_sim/orders/:id/pay');
	});

	it('can turn the limits off', async () => {
		await start();
		await control('POST', '/behaviour', { limits: false });
		const replies = await Promise.all(Array.from({ length: 12 }, () => post('/v5/p2p/user/personal/info', {})));

		expect(replies.every((reply) => reply.headers.get('x-bapi-limit') === null)).toBe(true);
	});
});
