import type { Decimal, Id } from '../../api/types';
import { addDecimals, compareDecimals, divideDecimals, trimmedDecimal } from '../decimal';
import { hasAmounts } from './amounts';
import { saleResults, type SaleResult } from './profit';
import type { BookedOrder, Group, Grouping, SummaryOptions } from './types';

const PRICE_SCALE = 8;

/** What a group has in common; the fields that its orders are grouped by, and always coin and currency. */
type Key = Pick<Group, 'day' | 'side' | 'paymentMethod' | 'counterparty' | 'counterpartyNickname' | 'coin' | 'fiat'>;

interface Sums {
	readonly key: Key;
	orders: number;
	unreadable: number;
	coinAmount: Decimal;
	fiatAmount: Decimal;
	fee: Decimal;
	profit: Decimal;
	coinsWithoutCost: Decimal;
}

/**
 * Sums orders up, exactly.
 *
 * Invariant: whatever they are grouped by, the groups of a coin and a currency add up to the same totals.
 *
 * @throws RangeError for a time zone that does not exist.
 */
export function summary(orders: readonly BookedOrder[], options: SummaryOptions): Group[] {
	const distinct = [...new Map(orders.map((order) => [order.orderId, order])).values()];
	const results = options.costMethod === undefined ? undefined : saleResults(distinct, options.costMethod);
	const dayOf = dayIn(options.timezone);
	const groups = new Map<string, Sums>();
	for (const order of distinct.filter(options.counts)) {
		const key = keyOf(order, options.groupBy, dayOf);
		// The name may change while the person stays the same.
		const name = JSON.stringify({ ...key, counterpartyNickname: undefined });
		const sums = groups.get(name) ?? emptySums(key);
		groups.set(name, sums);
		addOrder(sums, order, results);
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => groupOf(sums, results !== undefined));
}

function keyOf(order: BookedOrder, groupBy: readonly Grouping[], dayOf: (iso: string) => string): Key {
	const { side, coin, fiat, counterpartyId, counterpartyNickname } = order;
	const has = (grouping: Grouping): boolean => groupBy.includes(grouping);
	return {
		...(has('day') ? { day: dayOf(order.createdAt) } : {}),
		...(has('side') ? { side } : {}),
		...(has('paymentMethod') ? { paymentMethod: order.paymentMethod || 'unknown' } : {}),
		...(has('counterparty') ? { counterparty: counterpartyId, counterpartyNickname } : {}),
		coin,
		fiat,
	};
}

function emptySums(key: Key): Sums {
	const zero = '0';
	return {
		key,
		orders: 0,
		unreadable: 0,
		coinAmount: zero,
		fiatAmount: zero,
		fee: zero,
		profit: zero,
		coinsWithoutCost: zero,
	};
}

function addOrder(sums: Sums, order: BookedOrder, results: ReadonlyMap<Id, SaleResult> | undefined): void {
	sums.orders += 1;
	if (!hasAmounts(order)) {
		sums.unreadable += 1;
		return;
	}
	sums.coinAmount = addDecimals(sums.coinAmount, order.coinAmount);
	sums.fiatAmount = addDecimals(sums.fiatAmount, order.fiatAmount);
	sums.fee = addDecimals(sums.fee, order.fee || '0');
	const result = results?.get(order.orderId);
	if (result === undefined) return;
	sums.profit = addDecimals(sums.profit, result.profit);
	sums.coinsWithoutCost = addDecimals(sums.coinsWithoutCost, result.coinsWithoutCost);
}

function groupOf(sums: Sums, hasCost: boolean): Group {
	const { key, orders, unreadable, coinAmount, fiatAmount } = sums;
	const hasCoins = compareDecimals(coinAmount, '0') > 0;
	return {
		...key,
		orders,
		coinAmount: trimmedDecimal(coinAmount),
		fiatAmount: trimmedDecimal(fiatAmount),
		averagePrice: hasCoins ? trimmedDecimal(divideDecimals(fiatAmount, coinAmount, PRICE_SCALE, 'nearest')) : '',
		fee: trimmedDecimal(sums.fee),
		...(hasCost
			? { profit: trimmedDecimal(sums.profit), coinsWithoutCost: trimmedDecimal(sums.coinsWithoutCost) }
			: {}),
		...(unreadable > 0 ? { unreadableOrders: unreadable } : {}),
	};
}

/** The day of a moment in a time zone, as 2026-10-31; empty for what is no moment. */
function dayIn(timezone: string): (iso: string) => string {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	});
	return (iso) => {
		const atMs = Date.parse(iso);
		if (Number.isNaN(atMs)) return '';
		const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
		return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
	};
}
