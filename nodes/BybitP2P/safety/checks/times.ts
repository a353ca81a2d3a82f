import { textOf } from '../../api/text';
import { compareDecimals, decimalFromInput } from '../decimal';
import type { CheckRow } from './check';

/** Bybit shows orders of the last 180 days. */
const LONGEST_HISTORY_MS = 181 * 86_400_000;

/** When it was marked as paid. */
export const timeChecks: readonly CheckRow[] = [
	{
		name: 'minMinutesSincePaid',
		label: 'Minimum Minutes Since Paid',
		field: { type: 'number', default: 5, typeOptions: { minValue: 1 } },
		descriptions: { release: 'How long ago the buyer must have marked the order as paid' },
		evaluate(order, fields, nowMs) {
			const paidMs = Number(textOf(order.transferDate) || Number.NaN);
			const createdMs = Number(textOf(order.createDate) || Number.NaN);
			// Earlier than the order itself, or than any order that Bybit shows: no time in milliseconds, which is assumed, not documented.
			if (!(paidMs >= createdMs && nowMs - paidMs < LONGEST_HISTORY_MS)) {
				return { found: '', passed: false, note: 'Bybit does not show when the buyer marked the order as paid' };
			}
			const found = String(Math.floor((nowMs - paidMs) / 60_000));
			const least = decimalFromInput(fields.minMinutesSincePaid);
			if (least === undefined || compareDecimals(least, '0') <= 0) {
				return { found, passed: false, note: 'The minutes are not a number above 0' };
			}
			return { found, passed: nowMs - paidMs >= Number(least) * 60_000 };
		},
	},
];
