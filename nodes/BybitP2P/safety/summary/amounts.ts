import { compareDecimals, isDecimal } from '../decimal';
import type { BookedOrder } from './types';

/** Longer text is no amount, and products of such would be no decimals any more. */
const MAX_LENGTH = 24;

/** True for an order that can be summed: its amounts are there and not below zero, coins above. No fee counts as a fee of 0. */
export function hasAmounts({ coinAmount, fiatAmount, fee }: BookedOrder): boolean {
	return (
		isAmount(coinAmount) &&
		compareDecimals(coinAmount, '0') > 0 &&
		isAmount(fiatAmount) &&
		(fee === '' || isAmount(fee))
	);
}

function isAmount(text: string): boolean {
	return isDecimal(text) && text.length <= MAX_LENGTH && compareDecimals(text, '0') >= 0;
}

/** Oldest first; at the same time by ID, which grows. */
export function inTimeOrder(orders: readonly BookedOrder[]): readonly BookedOrder[] {
	return [...orders].sort((a, b) => compareText(a.createdAt, b.createdAt) || compareIds(a.orderId, b.orderId));
}

function compareIds(a: string, b: string): number {
	return a.length - b.length || compareText(a, b);
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
