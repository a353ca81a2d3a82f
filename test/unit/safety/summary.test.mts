import type { BookedOrder, CostMethod } from '../../../nodes/BybitP2P/safety/summary/types';
import { aBookedOrder, summed } from '../../support/summaryBuilders.mts';

const buy = (coinAmount: string, fiatAmount: string, hour: number): BookedOrder =>
	aBookedOrder({
		side: 'buy',
		coinAmount,
		fiatAmount,
		createdAt: `2026-10-31T${String(hour).padStart(2, '0')}:00:00.000Z`,
	});
const sell = (coinAmount: string, fiatAmount: string, hour: number): BookedOrder => ({
	...buy(coinAmount, fiatAmount, hour),
	side: 'sell',
});

describe('a summary', () => {
	it('adds up orders, coins, fiat and fees exactly, and gives the average price', () => {
		const orders = [
			aBookedOrder({ coinAmount: '0.1', fiatAmount: '0.1', fee: '0.000000001' }),
			aBookedOrder({ coinAmount: '0.2', fiatAmount: '0.2', fee: '' }),
		];

		expect(summed(orders)).toEqual([
			{
				coin: 'USDT',
				fiat: 'EUR',
				orders: 2,
				coinAmount: '0.3',
				fiatAmount: '0.3',
				averagePrice: '1',
				fee: '0.000000001',
			},
		]);
	});

	it('never adds up two coins or two currencies', () => {
		const groups = summed([aBookedOrder(), aBookedOrder({ fiat: 'USD' }), aBookedOrder({ coin: 'BTC' })], {
			groupBy: ['side'],
		});

		expect(groups.map(({ coin, fiat, orders }) => [coin, fiat, orders])).toEqual([
			['BTC', 'EUR', 1],
			['USDT', 'EUR', 1],
			['USDT', 'USD', 1],
		]);
	});

	it('counts an order once, however often it was listed', () => {
		const order = aBookedOrder();

		expect(summed([order, order])[0].orders).toBe(1);
	});

	it('groups by every field, in order', () => {
		const orders = [
			aBookedOrder({ side: 'buy', paymentMethod: 'SEPA' }),
			aBookedOrder({ counterpartyId: '8', counterpartyNickname: 'bo' }),
			aBookedOrder({ createdAt: '2026-10-30T12:00:00.000Z' }),
		];

		const groups = summed(orders, { groupBy: ['counterparty', 'paymentMethod', 'side', 'day'] });

		expect(groups).toMatchObject([
			{ day: '2026-10-30', side: 'sell', paymentMethod: 'unknown', counterparty: '7', counterpartyNickname: 'anna' },
			{ day: '2026-10-31', side: 'buy', paymentMethod: 'SEPA', counterparty: '7' },
			{ day: '2026-10-31', side: 'sell', paymentMethod: 'unknown', counterparty: '8', counterpartyNickname: 'bo' },
		]);
	});

	it.each([
		['UTC', '2026-10-24T23:30:00.000Z', '2026-10-24'],
		['Europe/Berlin', '2026-10-24T22:30:00.000Z', '2026-10-25'],
		['Europe/Berlin', '2026-10-25T22:30:00.000Z', '2026-10-25'],
		['Europe/Berlin', '2026-10-25T23:30:00.000Z', '2026-10-26'],
		['America/New_York', '2026-10-25T03:30:00.000Z', '2026-10-24'],
		['Pacific/Kiritimati', '2026-12-31T10:30:00.000Z', '2027-01-01'],
	])('begins a day where it begins in %s: %s belongs to %s', (timezone, createdAt, day) => {
		expect(summed([aBookedOrder({ createdAt })], { groupBy: ['day'], timezone })[0].day).toBe(day);
	});

	it('keeps one person in one group when the nickname changed', () => {
		expect(
			summed([aBookedOrder(), aBookedOrder({ counterpartyNickname: 'anna2' })], { groupBy: ['counterparty'] }),
		).toHaveLength(1);
	});

	it.each([
		{ coinAmount: '' },
		{ coinAmount: '0' },
		{ fiatAmount: '1e5' },
		{ fiatAmount: '-1' },
		{ fee: 'free' },
		{ coinAmount: '9'.repeat(40) },
	])('says that it did not sum an order with %j', (fields) => {
		expect(summed([aBookedOrder(), aBookedOrder(fields)])).toMatchObject([
			{ orders: 2, coinAmount: '100', fiatAmount: '92', unreadableOrders: 1 },
		]);
	});
});

describe('the profit', () => {
	const days = [buy('100', '90', 1), buy('100', '94', 2), sell('50', '47', 3), sell('100', '95', 4)];
	const profitOf = (orders: readonly BookedOrder[], costMethod: CostMethod) => {
		const [{ profit, coinsWithoutCost }] = summed(orders, { costMethod });
		return [profit, coinsWithoutCost];
	};

	it('by first in, first out takes the cost of the coins bought first', () => {
		// 47 - 45, then 95 - (45 + 47).
		expect(profitOf(days, 'fifo')).toEqual(['5', '0']);
	});

	it('by the average takes what coins cost on average at the time of the sale', () => {
		// 184 for 200 coins: 0.92 a coin; 47 - 46, then 95 - 92.
		expect(profitOf(days, 'average')).toEqual(['4', '0']);
		expect(
			profitOf(
				[days[0], days[2], days[1], days[3]].map((order, index) => ({
					...order,
					createdAt: `2026-10-31T0${index}:00:00.000Z`,
				})),
				'average',
			),
		).toEqual([
			// 90 for 100: 47 - 45; then 139 for 150: 95 - 92.66666667.
			'4.33333333',
			'0',
		]);
	});

	it('leaves out coins whose purchase is not among the orders, and says how many', () => {
		expect(profitOf([buy('40', '36', 1), sell('100', '95', 2)], 'fifo')).toEqual(['2', '60']);
		expect(profitOf([sell('100', '95', 1), buy('100', '90', 2)], 'fifo')).toEqual(['0', '100']);
	});

	it('rests on completed orders alone, and on those that are not shown as well', () => {
		const orders = [...days, { ...sell('10', '99', 5), status: 'cancelled' as const }];

		const groups = summed(orders, { costMethod: 'fifo', counts: ({ side }) => side === 'sell', groupBy: ['side'] });

		expect(groups).toMatchObject([{ side: 'sell', orders: 3, profit: '5' }]);
	});

	it('keeps coins and currencies apart', () => {
		const groups = summed([buy('100', '90', 1), { ...sell('100', '95', 2), fiat: 'USD' }], { costMethod: 'fifo' });

		expect(groups.map(({ fiat, profit, coinsWithoutCost }) => [fiat, profit, coinsWithoutCost])).toEqual([
			['EUR', '0', '0'],
			['USD', '0', '100'],
		]);
	});

	it('is left out when no cost method is chosen', () => {
		expect(Object.keys(summed(days)[0])).not.toContain('profit');
	});
});
