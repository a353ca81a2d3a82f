import type { List } from './support.mts';
import { anExchange, NOW, resultOf } from './support.mts';

const listPath = '/v5/p2p/order/simplifyList';
const day = 24 * 60 * 60 * 1000;

type Exchange = ReturnType<typeof anExchange>;

const page = (exchange: Exchange, change: object = {}): List =>
	resultOf<List>(exchange, listPath, { page: 1, size: 30, ...change });

describe('a seeded history', () => {
	it('of 5,000 orders over 180 days is there to be read page by page', () => {
		const exchange = anExchange();
		const orders = exchange.seedHistory({ orders: 5000, days: 180 });
		const since = String(NOW - 180 * day);

		const { count } = page(exchange, { beginTime: since });
		const ids = new Set<string>();
		for (let n = 1; n <= Math.ceil(count / 30); n += 1)
			for (const { id } of page(exchange, { page: n, beginTime: since }).items) ids.add(id);

		expect(count).toBe(5000);
		expect(ids).toEqual(new Set(orders.map(({ id }) => id)));
		expect(page(exchange).count).toBeLessThan(2600);
		expect(page(exchange, { beginTime: String(NOW - 2 * day), endTime: String(NOW - day) }).count).toBeLessThan(40);
	});

	it('has both sides, several pairs and methods, fees, cancelled orders, and both spellings', () => {
		const exchange = anExchange();
		const orders = exchange.seedHistory({ orders: 500, days: 30 });
		const kinds = (valueOf: (order: (typeof orders)[number]) => unknown): number => new Set(orders.map(valueOf)).size;
		const own = orders.filter(({ merchantIsMaker, status }) => merchantIsMaker && status === 50);

		expect(kinds(({ side }) => side)).toBe(2);
		expect(kinds(({ tokenId, currencyId }) => `${tokenId}/${currencyId}`)).toBeGreaterThanOrEqual(4);
		expect(kinds(({ paymentTerms }) => paymentTerms[0].paymentType)).toBe(3);
		expect(kinds(({ counterpartyId }) => counterpartyId)).toBe(25);
		expect(new Set(orders.map(({ status }) => status))).toEqual(new Set([40, 50]));
		expect(own.length).toBeGreaterThan(300);
		expect(own.every(({ fee }) => Number(fee) > 0)).toBe(true);
		expect(orders.some(({ amount }) => /\.\d{3}$/.test(amount))).toBe(true);
		expect(orders.some(({ amount }) => /\.\d{2}$/.test(amount))).toBe(true);
	});

	it('shows each order as one that ended in the past, without touching the balance or the open list', () => {
		const exchange = anExchange();
		const order = exchange.seedHistory({ orders: 20, days: 10, cancelledPercent: 0 })[7];

		const info = exchange.orderInfo(order.id);

		expect(info).toMatchObject({ status: 50, fee: order.fee, createDate: String(order.createdAt) });
		expect(Number(info.createDate)).toBeLessThan(Number(info.transferDate));
		expect(Number(info.transferDate)).toBeLessThan(Number(info.updateDate));
		expect(Number(info.updateDate)).toBeLessThanOrEqual(NOW);
		expect(info.confirmedPayTerm).toMatchObject({ paymentType: order.paymentTerms[0].paymentType });
		expect(exchange.balance('USDT')).toEqual({ walletBalance: '25000', transferBalance: '25000' });
		expect(resultOf<List>(exchange, '/v5/p2p/order/pending/simplifyList', { page: 1, size: 30 }).count).toBe(0);
	});

	it('is booked already: no later status moves a coin', () => {
		const exchange = anExchange();
		const orders = exchange.seedHistory({ orders: 20, days: 10, cancelledPercent: 50 });
		for (const { id, status } of orders) exchange.setStatus(id, status);

		expect(new Set(orders.map(({ status }) => status))).toEqual(new Set([40, 50]));
		expect(exchange.balance('USDT')).toEqual({ walletBalance: '25000', transferBalance: '25000' });
	});

	it('is the same for the same seed', () => {
		const seeded = (seed: number): unknown => anExchange({ seed }).seedHistory({ orders: 50 });

		expect(seeded(7)).toEqual(seeded(7));
		expect(seeded(8)).not.toEqual(seeded(7));
	});
});
