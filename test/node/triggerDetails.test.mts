import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, makePoller, type Poller } from '../support/n8nCore.mts';

const ORDER_INFO = '/v5/p2p/order/info';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

async function activated(parameters: Parameters<typeof makePoller>[0]): Promise<Poller> {
	const poller = makePoller(parameters, credentialFor(simulator.url));
	expect(await poller.poll()).toBeNull();
	return poller;
}

const emitted = async (poller: Poller) => ((await poller.poll()) ?? []).map(({ json }) => json);
const buy = (more = {}): string => simulator.exchange.openOrder({ side: 'buy', counterparty: 'otto', ...more }).id;
const sell = (more = {}): string =>
	simulator.exchange.openOrder({ side: 'sell', counterparty: 'anna', counterpartyName: 'Anna Berg', ...more }).id;

describe('Cancel Requested', () => {
	it('is emitted once for each request', async () => {
		const poller = await activated({ events: ['cancelRequested'] });
		const orderId = buy();
		await poller.poll();

		simulator.exchange.requestCancel(orderId);

		expect(await emitted(poller)).toMatchObject([
			{ event: 'cancelRequested', eventId: `cancelRequested:${orderId}:1`, order: { orderId } },
		]);
		expect(await poller.poll()).toBeNull();
	});

	it('is emitted for an order that comes with its request already', async () => {
		const poller = await activated({ events: ['cancelRequested'] });
		const orderId = buy();
		simulator.exchange.requestCancel(orderId);

		expect(await emitted(poller)).toMatchObject([{ eventId: `cancelRequested:${orderId}:1` }]);
	});

	it('is not emitted for a request from before the activation', async () => {
		simulator.exchange.requestCancel(buy());

		const poller = await activated({ events: ['cancelRequested'] });

		expect(await poller.poll()).toBeNull();
	});

	it('is emitted again after the request was read as refused once', async () => {
		const poller = await activated({ events: ['cancelRequested'] });
		const orderId = buy();
		simulator.exchange.requestCancel(orderId);
		simulator.exchange.fault({ path: ORDER_INFO, kind: 'code', code: 912000999 });

		expect(await poller.poll()).toBeNull();
		expect(await emitted(poller)).toMatchObject([{ eventId: `cancelRequested:${orderId}:1` }]);
	});

	it('is emitted when the first look at that purchase had not happened, with 55 open purchases', async () => {
		const ids = Array.from({ length: 55 }, (_none, n) => buy({ counterparty: `seller ${n}`, paymentMinutes: 600 }));
		const poller = await activated({ events: ['cancelRequested'] });
		ids.forEach((id) => simulator.exchange.requestCancel(id));
		const items: Array<Awaited<ReturnType<typeof emitted>>[number]> = [];
		// On a slow machine a poll leaves a part of them to the next.
		for (let polls = 0; polls < 6 && items.length < ids.length; polls += 1) items.push(...(await emitted(poller)));

		expect(items.map(({ order }) => (order as { orderId: string }).orderId).sort()).toEqual([...ids].sort());
	});

	it('is emitted when the first look at that purchase was refused: rather too much than lost', async () => {
		const orderId = buy();
		simulator.exchange.requestCancel(orderId);
		simulator.exchange.fault({ path: ORDER_INFO, kind: 'code', code: 912000999 });
		const poller = await activated({ events: ['cancelRequested'] });

		expect(await emitted(poller)).toMatchObject([{ eventId: `cancelRequested:${orderId}:1` }]);
	});

	it('costs no calls for sales', async () => {
		const poller = await activated({ events: ['cancelRequested'] });
		sell();
		simulator.exchange.clearCalls();

		await poller.poll();

		expect(simulator.exchange.calls.map(({ path }) => path)).not.toContain(ORDER_INFO);
	});
});

describe('Order Expiring', () => {
	const options = { expiringSeconds: 300 };

	it('is emitted once, when so few seconds are left', async () => {
		const poller = await activated({ events: ['orderExpiring'], options });
		const orderId = sell({ paymentMinutes: 15 });
		expect(await poller.poll()).toBeNull();

		simulator.exchange.advance(11 * 60_000);

		expect(await emitted(poller)).toMatchObject([
			{ event: 'orderExpiring', eventId: `orderExpiring:${orderId}`, order: { orderId } },
		]);
		expect(await poller.poll()).toBeNull();
	});

	it('is not emitted for an order that was paid in time', async () => {
		const poller = await activated({ events: ['orderExpiring'], options });
		simulator.exchange.buyerPays(sell({ paymentMinutes: 15 }));

		simulator.exchange.advance(11 * 60_000);

		expect(await poller.poll()).toBeNull();
	});

	it('is not emitted for an order that was about to expire before the activation', async () => {
		sell({ paymentMinutes: 4 });

		const poller = await activated({ events: ['orderExpiring'], options });

		expect(await poller.poll()).toBeNull();
	});
});

describe('Include Order Details', () => {
	const options = { includeOrderDetails: true };

	it('adds what lists do not emit', async () => {
		const poller = await activated({ events: ['orderCreated'], options });
		sell();

		expect(await emitted(poller)).toMatchObject([
			{
				order: { counterpartyName: 'Anna Berg', paymentMethod: 'Bank Transfer', adId: expect.stringMatching(/^\d+$/) },
			},
		]);
	});

	it('holds a fact back while the order cannot be read, and loses nothing', async () => {
		const poller = await activated({ events: ['orderCreated', 'orderPaid', 'messageReceived'], options });
		const orderId = sell();
		simulator.exchange.buyerPays(orderId);
		simulator.exchange.say(orderId, 'paid');
		const other = simulator.exchange.openOrder({ side: 'sell', counterparty: 'zoe' }).id;
		simulator.exchange.fault({ path: ORDER_INFO, kind: 'code', code: 912000999, times: 2, match: { orderId } });

		const first = await emitted(poller);
		const second = await emitted(poller);
		const third = await emitted(poller);

		const ids = (items: typeof first) =>
			items.map(({ event, order }) => [event, (order as { orderId: string }).orderId]);
		expect(ids(first).every(([, id]) => id === other)).toBe(true);
		expect([...ids(second), ...ids(third)]).toEqual(
			expect.arrayContaining([
				['orderCreated', orderId],
				['orderPaid', orderId],
				['messageReceived', orderId],
			]),
		);
		expect(await poller.poll()).toBeNull();
	});

	it('emits with what the list shows after ten tries', async () => {
		const poller = await activated({ events: ['orderCreated'], options });
		const orderId = sell();
		simulator.exchange.fault({ path: ORDER_INFO, kind: 'code', code: 912000999, times: 10, match: { orderId } });

		const polls: unknown[] = [];
		for (let count = 0; count < 10; count += 1) polls.push(...(await emitted(poller)));

		expect(polls).toMatchObject([{ event: 'orderCreated', order: { orderId } }]);
		expect(await poller.poll()).toBeNull();
	});
});

describe('the filter for ads', () => {
	it('emits only orders of these ads', async () => {
		const poller = await activated({
			events: ['orderCreated'],
			filters: { adIds: '1898988222063644672, 1898988222063644673' },
		});
		const wanted = sell({ itemId: '1898988222063644673' });
		sell({ itemId: '1898988222063644674' });

		expect(await emitted(poller)).toMatchObject([{ order: { orderId: wanted, adId: '1898988222063644673' } }]);
		expect(await poller.poll()).toBeNull();
	});
});

describe('Download Files', () => {
	const parameters = { events: ['messageReceived'], options: { downloadFiles: true, outputField: 'receipt' } };

	it('brings the picture of a message as binary data', async () => {
		const poller = await activated(parameters);
		const orderId = sell();
		simulator.exchange.say(orderId, { contentType: 'pic', content: PNG, fileName: 'receipt.png' });

		const items = (await poller.poll()) ?? [];

		const [item] = items.filter(({ binary }) => binary !== undefined);
		expect(item.json).toMatchObject({ event: 'messageReceived', message: { kind: 'image', fileName: 'receipt.png' } });
		expect(item.binary?.receipt).toMatchObject({ fileName: 'receipt.png', mimeType: 'image/png' });
		expect(Buffer.from(item.binary?.receipt.data ?? '', 'base64')).toEqual(PNG);
	});

	it('emits the message also when its file cannot be read, and why', async () => {
		const poller = await activated(parameters);
		simulator.exchange.say(sell(), { contentType: 'pic', content: PNG, fileName: 'receipt.png' });
		const answer = simulator.exchange.handle.bind(simulator.exchange);
		jest
			.spyOn(simulator.exchange, 'handle')
			.mockImplementation((request) =>
				request.path.startsWith('/v5/') ? answer(request) : { status: 403, headers: {}, body: '' },
			);

		const items = await emitted(poller);

		expect(items.filter(({ fileNotRead }) => fileNotRead !== undefined)).toMatchObject([
			{
				message: { kind: 'image' },
				fileNotRead: expect.stringMatching(/was not read \(HTTP 403/),
			},
		]);
	});
});

describe('a manual test', () => {
	it.each([
		['cancelRequested', () => simulator.exchange.requestCancel(buy())],
		['orderExpiring', () => sell()],
		['orderCreated', () => sell()],
		['messageReceived', () => simulator.exchange.say(sell(), 'hello')],
		['orderPaid', () => simulator.exchange.buyerPays(sell())],
	])('gives a real sample of %s', async (event, given) => {
		given();
		const poller = makePoller({ events: [event] }, credentialFor(simulator.url), { mode: 'manual' });

		expect(await emitted(poller)).toMatchObject([{ event }]);
		expect(poller.state()).toBe('{}');
	});

	it('says that there is no open request to cancel', async () => {
		buy();
		const poller = makePoller({ events: ['cancelRequested'] }, credentialFor(simulator.url), { mode: 'manual' });

		await expect(poller.poll()).rejects.toThrow(/There is no sample/);
	});
});
