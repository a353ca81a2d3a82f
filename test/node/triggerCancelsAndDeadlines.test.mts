import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, makePoller, type Poller } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

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
		simulator.exchange.fault({ path: PATH.order, kind: 'code', code: 912000999 });

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
		simulator.exchange.fault({ path: PATH.order, kind: 'code', code: 912000999 });
		const poller = await activated({ events: ['cancelRequested'] });

		expect(await emitted(poller)).toMatchObject([{ eventId: `cancelRequested:${orderId}:1` }]);
	});

	it('costs no calls for sales', async () => {
		const poller = await activated({ events: ['cancelRequested'] });
		sell();
		simulator.exchange.clearCalls();

		await poller.poll();

		expect(simulator.exchange.calls.map(({ path }) => path)).not.toContain(PATH.order);
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
