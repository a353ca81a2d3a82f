import fc from 'fast-check';

import { addDecimals, compareDecimals, multiplyDecimals } from '../../../nodes/BybitP2P/safety/decimal';
import { GROUPINGS, type Group, type Grouping } from '../../../nodes/BybitP2P/safety/summary/types';
import { aBookedOrder, summed } from '../../support/summaryBuilders.mts';

const SEED = { seed: 20261115 };

const amount = fc
	.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
	.map(([digits, scale]) =>
		scale === 0
			? String(digits)
			: `${Math.floor(digits / 10 ** scale)}.${String(digits % 10 ** scale).padStart(scale, '0')}`,
	)
	.filter((text) => Number(text) > 0);
const anyOrder = fc
	.record({
		side: fc.constantFrom('buy' as const, 'sell' as const),
		coin: fc.constantFrom('USDT', 'BTC'),
		fiat: fc.constantFrom('EUR', 'USD'),
		coinAmount: amount,
		fiatAmount: amount,
		fee: fc.oneof(amount, fc.constant('')),
		createdAt: fc
			.integer({ min: 0, max: 180 * 24 * 60 })
			.map((minute) => new Date(1_775_000_000_000 + minute * 60_000).toISOString()),
		counterpartyId: fc.constantFrom('1', '2', '3'),
		paymentMethod: fc.constantFrom('SEPA', 'Wise', ''),
		status: fc.constantFrom('completed' as const, 'completed' as const, 'cancelled' as const),
	})
	.map(aBookedOrder);
const sumFields = ['coinAmount', 'fiatAmount', 'fee', 'profit', 'coinsWithoutCost'] as const;

/** The totals of each coin and currency, from any grouping. */
function totals(groups: readonly Group[]): Record<string, string> {
	const sums: Record<string, string> = {};
	for (const group of groups) {
		for (const field of ['orders', ...sumFields] as const) {
			const name = `${group.coin} ${group.fiat} ${field}`;
			sums[name] = addDecimals(sums[name] ?? '0', String(group[field]));
		}
	}
	return sums;
}

describe('the totals', () => {
	it('equal the sum of the parts, whatever orders are grouped by', () => {
		fc.assert(
			fc.property(
				fc.array(anyOrder, { maxLength: 60 }),
				fc.subarray([...GROUPINGS] as Grouping[]),
				fc.constantFrom('average' as const, 'fifo' as const),
				fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns'),
				(orders, groupBy, costMethod, timezone) => {
					const whole = totals(summed(orders, { costMethod }));
					const parts = totals(summed(orders, { groupBy, costMethod, timezone }));

					expect(Object.keys(parts).sort()).toEqual(Object.keys(whole).sort());
					for (const [name, total] of Object.entries(whole)) expect(compareDecimals(parts[name], total)).toBe(0);
				},
			),
			SEED,
		);
	});

	it('of the profit are what sales brought less what was paid, once every coin is sold', () => {
		fc.assert(
			fc.property(
				fc.array(anyOrder, { minLength: 1, maxLength: 30 }),
				fc.constantFrom('average' as const, 'fifo' as const),
				(orders, costMethod) => {
					const bought = orders.map((order) => ({
						...order,
						side: 'buy' as const,
						coin: 'BTC',
						fiat: 'EUR',
						status: 'completed' as const,
					}));
					const coins = bought.map(({ coinAmount }) => coinAmount).reduce(addDecimals);
					const paid = bought.map(({ fiatAmount }) => fiatAmount).reduce(addDecimals);
					const sales = ['0.25', '0.75'].map((share, index) =>
						aBookedOrder({
							coin: 'BTC',
							coinAmount: multiplyDecimals(coins, share),
							fiatAmount: '1000',
							createdAt: `2027-01-0${index + 1}T00:00:00.000Z`,
						}),
					);

					const [{ profit, coinsWithoutCost }] = summed([...sales, ...bought], { costMethod });

					expect(coinsWithoutCost).toBe('0');
					expect(compareDecimals(addDecimals(profit ?? '', paid), '2000')).toBe(0);
				},
			),
			SEED,
		);
	});
});
