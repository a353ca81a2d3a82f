import type { List, Row } from './support.mts';
import { anExchange, resultOf } from './support.mts';

const marketPath = '/v5/p2p/item/online';
const wholePage = { tokenId: 'USDT', currencyId: 'EUR', side: '1', page: '1', size: '300' };

const rows = (exchange: ReturnType<typeof anExchange>, change: object = {}): Row[] =>
	resultOf<List>(exchange, marketPath, { ...wholePage, ...change }).items;

describe('a seeded market', () => {
	it('has as many rivals as asked for, each with a record and one ad', () => {
		const exchange = anExchange();
		const rivals = exchange.seedMarket({ rivals: 200, replace: true });

		const shown = rows(exchange).filter(({ userId }) => userId !== exchange.merchant.userId);

		expect(shown).toHaveLength(200);
		expect(new Set(shown.map(({ nickName }) => nickName)).size).toBe(200);
		expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(rivals.map(({ itemId }) => itemId)));
		for (const row of shown) {
			expect(row).toMatchObject({
				recentOrderNum: expect.any(Number),
				recentExecuteRate: expect.any(Number),
				isOnline: expect.any(Boolean),
				lastLogoutTime: expect.stringMatching(/^\d+$/),
				authTag: expect.arrayContaining(['GA']),
				payments: ['14'],
				price: expect.stringMatching(/^0\.\d{3}$/),
				minAmount: expect.stringMatching(/\.000$/),
			});
		}
		expect(new Set(shown.map(({ isOnline }) => isOnline))).toEqual(new Set([true, false]));
	});

	it('leaves the other side, and what was there, alone unless it replaces', () => {
		const exchange = anExchange();
		const [sellers, buyers] = [rows(exchange).length, rows(exchange, { side: '0' }).length];

		exchange.seedMarket({ rivals: 7 });

		expect([rows(exchange).length, rows(exchange, { side: '0' }).length]).toEqual([sellers + 7, buyers]);
	});

	it('is the same for the same seed', () => {
		const seeded = (seed: number): unknown => anExchange({ seed }).seedMarket({ rivals: 20 });

		expect(seeded(7)).toEqual(seeded(7));
		expect(seeded(8)).not.toEqual(seeded(7));
	});

	it('takes a pair without a reference price, and the side that buys', () => {
		const exchange = anExchange();
		exchange.seedMarket({ rivals: 5, coin: 'USDT', fiat: 'KZT', side: 'buy', price: '540', spreadPercent: 1 });

		const prices = rows(exchange, { currencyId: 'KZT', side: '0' }).map(({ price }) => Number(price));

		expect(prices).toHaveLength(5);
		expect(prices).toEqual([...prices].sort((a, b) => b - a));
		expect(prices.every((price) => price >= 534.6 && price <= 545.4)).toBe(true);
	});
});

describe('prices set by a script', () => {
	it('order the market anew at once', () => {
		const exchange = anExchange();
		const [one, two] = exchange.seedMarket({ rivals: 2, replace: true });
		exchange.setPrices({ [one.itemId]: '0.5', [two.itemId]: '0.501' });

		expect(
			rows(exchange)
				.slice(0, 2)
				.map(({ id, price }) => [id, price]),
		).toEqual([
			[one.itemId, '0.5'],
			[two.itemId, '0.501'],
		]);
	});

	it('know no limit of edits and no band, unlike the API', () => {
		const exchange = anExchange();
		const [rival] = exchange.seedMarket({ rivals: 1 });

		for (let n = 0; n < 20; n += 1) exchange.setPrices({ [rival.itemId]: String(n + 1) });

		expect(exchange.ad(rival.itemId)).toMatchObject({ price: '20' });
	});

	it('are numbers as text, of an ad that exists', () => {
		const exchange = anExchange();
		const [rival] = exchange.seedMarket({ rivals: 1 });

		expect(() => exchange.setAd(rival.itemId, { price: '1e9' })).toThrow('price must be a number, as text');
		expect(() => exchange.setPrices({ '1': '1' })).toThrow('no ad with id 1');
	});
});

describe('a rival', () => {
	it('may be taken off the market, run low, or log out', () => {
		const exchange = anExchange();
		const [gone, low] = exchange.seedMarket({ rivals: 2, replace: true });
		exchange.setAd(gone.itemId, { status: 20 });
		exchange.setAd(low.itemId, { quantity: '3', minAmount: '1', maxAmount: '2' });
		exchange.setUser(low.nickName, { isOnline: false, recentOrders: 1, completionRate: 50, authTag: [] });

		const shown = rows(exchange).filter(({ userId }) => userId !== exchange.merchant.userId);

		expect(shown).toHaveLength(1);
		expect(shown[0]).toMatchObject({
			lastQuantity: '3',
			maxAmount: '2',
			isOnline: false,
			recentOrderNum: 1,
			recentExecuteRate: 50,
			authTag: [],
		});
	});
});
