import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, makePoller, type Poller } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

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
		simulator.exchange.fault({ path: PATH.order, kind: 'code', code: 912000999, times: 2, match: { orderId } });

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
		simulator.exchange.fault({ path: PATH.order, kind: 'code', code: 912000999, times: 10, match: { orderId } });

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
