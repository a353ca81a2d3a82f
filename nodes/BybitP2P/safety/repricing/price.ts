import type { Side } from '../../api/codes';
import type { Decimal } from '../../api/types';
import {
	addDecimals,
	compareDecimals,
	divideDecimals,
	multiplyDecimals,
	roundDecimal,
	scaleOf,
	subtractDecimals,
} from '../decimal';
import type { Distance } from './types';

/** Prices seen from one side of the market. An ad that sells is better with a lower price, one that buys with a higher one. */

/** True when a taker would rather have price `a` than price `b`. */
export function isBetter(side: Side, a: Decimal, b: Decimal): boolean {
	return compareDecimals(a, b) === (side === 'sell' ? -1 : 1);
}

/** The price that lies a distance away in the taker's favour, exact. */
export function aheadOf(side: Side, price: Decimal, distance: Distance): Decimal {
	const amount = amountOf(distance, price);
	return side === 'sell' ? subtractDecimals(price, amount) : addDecimals(price, amount);
}

/** The price that lies a distance away in my own favour, exact. */
export function behind(side: Side, price: Decimal, distance: Distance): Decimal {
	return aheadOf(side === 'sell' ? 'buy' : 'sell', price, distance);
}

/** A distance as an amount; a share is one of `price`. */
export function amountOf(distance: Distance, price: Decimal): Decimal {
	if (distance.type === 'amount') return distance.value;
	const share = multiplyDecimals(price, distance.value);
	// Two decimals more hold a hundredth exactly.
	return divideDecimals(share, '100', scaleOf(share) + 2, 'nearest');
}

/** On the scale, in the taker's favour: a step smaller than the scale still leads past the competitor. */
export function roundedAhead(side: Side, price: Decimal, scale: number): Decimal {
	return roundDecimal(price, scale, side === 'sell' ? 'down' : 'up');
}

/** On the scale, in my favour. */
export function roundedBehind(side: Side, price: Decimal, scale: number): Decimal {
	return roundDecimal(price, scale, side === 'sell' ? 'up' : 'down');
}
