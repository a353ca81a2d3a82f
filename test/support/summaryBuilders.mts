/** Builders for books: each gives a valid whole and takes what the test cares about. */
import { summary } from '../../nodes/BybitP2P/safety/summary';
import type { BookedOrder, Group, SummaryOptions } from '../../nodes/BybitP2P/safety/summary/types';

let lastId = 100;

/** A completed sale of 100 USDT for 92 EUR. */
export function aBookedOrder(fields: Partial<BookedOrder> = {}): BookedOrder {
	lastId += 1;
	return {
		orderId: String(lastId),
		status: 'completed',
		side: 'sell',
		coin: 'USDT',
		fiat: 'EUR',
		coinAmount: '100.0000',
		fiatAmount: '92.00',
		fee: '0.1',
		createdAt: '2026-10-31T12:00:00.000Z',
		counterpartyId: '7',
		counterpartyNickname: 'anna',
		...fields,
	};
}

/** All orders, in UTC, by coin and currency alone. */
export const summed = (orders: readonly BookedOrder[], options: Partial<SummaryOptions> = {}): Group[] =>
	summary(orders, { groupBy: [], counts: () => true, timezone: 'UTC', ...options });
