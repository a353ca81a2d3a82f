import type { Exchange } from '../../simulator/exchange.mts';
import { getFile } from './chatCalls.mts';
import { anExchange, ask, NOW } from './support.mts';

const infoPath = '/v5/p2p/order/info';

/** One thing of every kind, in an exchange with limits. */
function run(exchange: Exchange): Exchange {
	exchange.seedHistory({ orders: 3, days: 2 });
	exchange.seedMarket({ rivals: 2 });
	exchange.addKey({ apiKey: 'second', apiSecret: 's', readOnly: true });
	const order = exchange.openOrder({ counterparty: 'ann', status: 20 });
	exchange.advance(1500);
	exchange.say(order.id, 'paid');
	exchange.fault({ path: '/v5/p2p/user/payment/list', kind: 'delay', delayMs: 250 });
	exchange.fault({ group: 'chat', kind: 'code', code: 10006, times: Infinity });
	ask(exchange, infoPath, { orderId: order.id });
	ask(exchange, '/v5/p2p/user/payment/list');
	ask(exchange, '/v5/p2p/order/finish', { orderId: order.id });
	return exchange;
}

describe('the state', () => {
	it('holds orders with status, chat and effects, newest first', () => {
		const { orders, orderCount } = run(anExchange({ limits: true })).state();

		expect(orders.map(({ status }) => [40, 50].includes(status))).toEqual([true, true, true, true]);
		expect(orderCount).toBe(4);
		expect(orders[0]).toMatchObject({ counterparty: 'ann', status: 50, effects: { releases: 1 } });
		expect(orders[0].messages.map(({ from, content }) => [from, content]).slice(1)).toEqual([
			['counterparty', 'paid'],
			['system', 'The seller has released the coins. The order is completed.'],
		]);
	});

	it('gives each file of a chat an address where it can be had now', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		exchange.say(order.id, { contentType: 'pic', content: Buffer.from('receipt') });

		const [card, receipt] = exchange.state().orders[0].messages;

		expect(card.url).toBeUndefined();
		expect(getFile(exchange, String(receipt.url)).body.toString()).toBe('receipt');
	});

	it('holds the latest calls with time, path, code and how long the reply was held back', () => {
		const { calls, callCount } = run(anExchange({ limits: true })).state();

		expect(callCount).toBe(3);
		expect(calls.map(({ at, path, code, ms, effect }) => [at, path, code, ms, effect])).toEqual([
			[NOW + 1500, infoPath, 0, 0, false],
			[NOW + 1500, '/v5/p2p/user/payment/list', 0, 250, false],
			[NOW + 1500, '/v5/p2p/order/finish', 0, 0, true],
		]);
	});

	it('shows no more than 200 calls', () => {
		const exchange = anExchange();
		for (let n = 0; n < 201; n += 1) ask(exchange, infoPath, { orderId: String(n) });

		const { calls, callCount } = exchange.state();

		expect([calls.length, callCount, calls[0].body]).toEqual([200, 201, { orderId: '1' }]);
	});

	it('holds limits in use, faults that wait, users, own ads with their edits, keys without secrets, and switches', () => {
		const state = run(anExchange({ limits: true, orderDates: 'seconds' })).state();

		expect(state.limits).toEqual({
			read: { used: 2, limit: 10, resetAt: NOW + 2500 },
			write: { used: 1, limit: 5, resetAt: NOW + 2500 },
		});
		expect(state.faults).toEqual([{ group: 'chat', kind: 'code', code: 10006, times: 'always' }]);
		expect(state.users.map(({ nickName }) => nickName)).toEqual(
			expect.arrayContaining(['SimMerchant', 'ann', 'Rival002']),
		);
		expect(state.ads.map(({ status, editsLeft }) => [status, editsLeft])).toEqual([
			[10, 10],
			[10, 10],
		]);
		expect(state.keys).toMatchObject([{ apiKey: 'sim-key' }, { apiKey: 'second', readOnly: true }]);
		expect(state.behaviour).toMatchObject({ limits: true, orderDates: 'seconds', unreadHints: 'honest' });
		expect(JSON.stringify(state)).not.toContain('sim-secret');
	});

	it('shows every open order, and of the ended ones the latest 200', () => {
		const exchange = anExchange();
		const open = exchange.openOrder({ createdAt: NOW - 400 * 24 * 3_600_000, paymentMinutes: 1_000_000 });
		exchange.seedHistory({ orders: 300, days: 100 });

		const { orders, orderCount } = exchange.state();

		expect([orders.length, orderCount]).toEqual([201, 301]);
		expect(orders.at(-1)?.id).toBe(open.id);
	});

	it('is the same for the same seed and clock', () => {
		expect(run(anExchange({ seed: 7, limits: true })).state()).toEqual(
			run(anExchange({ seed: 7, limits: true })).state(),
		);
	});
});
