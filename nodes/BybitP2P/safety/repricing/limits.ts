import type { Decimal } from '../../api/types';
import { absDecimal, addDecimals, compareDecimals, roundDecimal, subtractDecimals, trimmedDecimal } from '../decimal';
import { amountOf } from './price';
import type { Bounds } from './types';

/** A price within all limits, or the reason why there is none. */
export type Limited =
	| { readonly type: 'price'; readonly price: Decimal; readonly notes: readonly string[] }
	| { readonly type: 'none'; readonly reason: string };

/**
 * The price nearest to the wanted one that the limits allow.
 *
 * Invariant: it lies within the bounds, on the scale, and no further from the price before than one run may go.
 */
export function limitedPrice(wanted: Decimal, before: Decimal, bounds: Bounds, scale: number): Limited {
	const lowest = roundDecimal(bounds.minPrice, scale, 'up');
	const highest = roundDecimal(bounds.maxPrice, scale, 'down');
	if (compareDecimals(lowest, highest) > 0) {
		return { type: 'none', reason: `No price with ${scale} decimals lies within the bounds` };
	}
	const bounded = clamped(wanted, lowest, highest);
	const notes = compareDecimals(bounded, wanted) === 0 ? [] : [boundNote(bounded, lowest)];
	const price = withinMaxChange(bounded, before, bounds.maxChangePercent, scale);
	if (compareDecimals(price, bounded) === 0) return { type: 'price', price, notes };
	if (!isWithin(price, lowest, highest)) {
		return {
			type: 'none',
			reason: `The price ${trimmedDecimal(before)} is outside the bounds, and further from them than Maximum Change Percent allows in one run`,
		};
	}
	return { type: 'price', price, notes: [...notes, `Changes by at most ${bounds.maxChangePercent} % in one run`] };
}

/** True for a change too small for an edit. A price outside the bounds is always worth one. */
export function isTooSmall(price: Decimal, before: Decimal, { minChange, minPrice, maxPrice }: Bounds): boolean {
	if (minChange === undefined || !isWithin(before, minPrice, maxPrice)) return false;
	return compareDecimals(absDecimal(subtractDecimals(price, before)), amountOf(minChange, before)) < 0;
}

export function isWithin(price: Decimal, lowest: Decimal, highest: Decimal): boolean {
	return compareDecimals(price, lowest) >= 0 && compareDecimals(price, highest) <= 0;
}

export function clamped(price: Decimal, lowest: Decimal, highest: Decimal): Decimal {
	if (compareDecimals(price, lowest) < 0) return lowest;
	return compareDecimals(price, highest) > 0 ? highest : price;
}

function boundNote(bounded: Decimal, lowest: Decimal): string {
	return `Held at the ${bounded === lowest ? 'Minimum' : 'Maximum'} Price`;
}

function withinMaxChange(wanted: Decimal, before: Decimal, percent: Decimal | undefined, scale: number): Decimal {
	if (percent === undefined) return wanted;
	const most = amountOf({ type: 'percent', value: percent }, before);
	const lowest = roundDecimal(subtractDecimals(before, most), scale, 'up');
	const highest = roundDecimal(addDecimals(before, most), scale, 'down');
	return clamped(wanted, lowest, highest);
}
