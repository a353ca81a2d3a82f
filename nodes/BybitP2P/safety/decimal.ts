import type { Decimal } from '../api/types';

export type { Decimal };

/** The value `digits / 10^scale`. */
export interface ParsedDecimal {
	readonly digits: bigint;
	readonly scale: number;
}

/** How far a found amount may lie from the expected one: the same unit, or a share of the expected amount. */
export type Tolerance =
	| { readonly type: 'amount'; readonly value: Decimal }
	| { readonly type: 'percent'; readonly value: Decimal };

// Longer text is no amount of money, and BigInt would work on it for a long time.
const MAX_LENGTH = 64;

/**
 * Reads the exchange's wire format: digits, at most one point with digits on both sides, an optional minus.
 *
 * @returns undefined for all else: blank, `NaN`, `Infinity`, `1e5`, `0x10`, `1,000`, `.5`, `5.`, `+5`, or not text at all.
 */
export function parseDecimal(text: unknown): ParsedDecimal | undefined {
	if (typeof text !== 'string') return undefined;
	const trimmed = text.trim();
	if (trimmed.length > MAX_LENGTH) return undefined;
	const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(trimmed);
	if (match === null) return undefined;
	const [, sign, whole, fraction = ''] = match;
	return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** True for text that {@link parseDecimal} reads. */
export function isDecimal(text: unknown): text is Decimal {
	return parseDecimal(text) !== undefined;
}

/**
 * The decimal a parameter holds, which an expression may have turned into a number.
 *
 * @returns undefined for what is no exact plain number: blank, `NaN`, objects, exponents (`1e-7`, spreadsheets' `1.9E+18`)
 * and integers beyond 2^53, whose last digits are lost already.
 */
export function decimalFromInput(value: unknown): Decimal | undefined {
	if (typeof value === 'number') {
		if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
		return decimalFromInput(String(value));
	}
	return isDecimal(value) ? value.trim() : undefined;
}

/** Compares by value: `1.0` equals `1`. Throws on text that is no decimal, because no order of it would be true. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
	const [left, right] = atSameScale(a, b);
	if (left.digits === right.digits) return 0;
	return left.digits < right.digits ? -1 : 1;
}

/** The exact sum, with as many decimals as the longer of the two. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
	const [left, right] = atSameScale(a, b);
	return decimalText(left.digits + right.digits, left.scale);
}

/** The exact difference `a - b`, with as many decimals as the longer of the two. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
	const [left, right] = atSameScale(a, b);
	return decimalText(left.digits - right.digits, left.scale);
}

/** The exact product, with the decimals of both added up. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
	const left = parsed(a);
	const right = parsed(b);
	return decimalText(left.digits * right.digits, left.scale + right.scale);
}

/** Where a value goes that lies between two steps of a scale: to the lower one, the higher one, or the nearer one (a half away from zero). */
export type Rounding = 'down' | 'up' | 'nearest';

/** The value with exactly so many decimals. `down` is towards minus infinity. */
export function roundDecimal(a: Decimal, scale: number, rounding: Rounding): Decimal {
	const { digits, scale: given } = parsed(a);
	if (given <= scale) return decimalText(withScale({ digits, scale: given }, scale).digits, scale);
	return decimalText(quotient(digits, 10n ** BigInt(given - scale), rounding), scale);
}

/** `a / b` with exactly so many decimals, rounded once and from the exact value. Throws when `b` is zero. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal {
	const [left, right] = atSameScale(a, b);
	const sign = right.digits < 0n ? -1n : 1n;
	return decimalText(quotient(sign * left.digits * 10n ** BigInt(scale), sign * right.digits, rounding), scale);
}

/** The same value without zeros at its end: `0.920` is `0.92`, `5.0` is `5`. */
export function trimmedDecimal(a: Decimal): Decimal {
	const { digits, scale } = parsed(a);
	const text = decimalText(digits, scale);
	return scale === 0 ? text : text.replace(/\.?0+$/, '');
}

/** How many digits stand after the point. */
export function scaleOf(a: Decimal): number {
	return parsed(a).scale;
}

/** The value without its sign. */
export function absDecimal(a: Decimal): Decimal {
	const { digits, scale } = parsed(a);
	return decimalText(digits < 0n ? -digits : digits, scale);
}

/**
 * True if `found` lies within the tolerance around `expected`, the borders included.
 *
 * Anything unreadable, and a negative tolerance, gives false: a check never passes by being empty.
 */
export function withinTolerance(found: Decimal, expected: Decimal, tolerance: Tolerance): boolean {
	if (!isDecimal(found) || !isDecimal(expected) || !isDecimal(tolerance.value)) return false;
	const difference = absDecimal(subtractDecimals(found, expected));
	switch (tolerance.type) {
		case 'amount':
			return compareDecimals(difference, tolerance.value) <= 0;
		case 'percent':
			// Both sides times 100, because a division could not be exact.
			return (
				compareDecimals(multiplyDecimals(difference, '100'), multiplyDecimals(absDecimal(expected), tolerance.value)) <=
				0
			);
	}
}

/** From this share of the amount on a tolerance would let a payment pass that is for something else. */
const TOO_WIDE_PERCENT = '20';

/** True for a tolerance of a fifth of the amount or more, and for one whose share is unknown. */
export function isTooWide(tolerance: Tolerance, amount: Decimal): boolean {
	if (!isDecimal(tolerance.value) || !isDecimal(amount)) return true;
	switch (tolerance.type) {
		case 'amount':
			return (
				compareDecimals(
					multiplyDecimals(tolerance.value, '100'),
					multiplyDecimals(absDecimal(amount), TOO_WIDE_PERCENT),
				) >= 0
			);
		case 'percent':
			return compareDecimals(tolerance.value, TOO_WIDE_PERCENT) >= 0;
	}
}

/** What is said of such a tolerance. */
export const TOO_WIDE = `The amount tolerance is ${TOO_WIDE_PERCENT} % of the amount or more: a payment for something else would do`;

/**
 * Reads a tolerance field: `0`, `0.5` (an amount), `1%`, `0.5 %` (a share of the expected amount).
 *
 * @returns undefined for what is blank, negative, unreadable, or a share of 100 % or more, with which no payment at all would do.
 */
export function parseTolerance(text: unknown): Tolerance | undefined {
	const percent = typeof text === 'string' && text.trim().endsWith('%');
	const value = decimalFromInput(percent ? text.trim().slice(0, -1) : text);
	if (value === undefined || compareDecimals(value, '0') < 0) return undefined;
	if (!percent) return { type: 'amount', value };
	return compareDecimals(value, '100') < 0 ? { type: 'percent', value } : undefined;
}

function parsed(text: Decimal): ParsedDecimal {
	const decimal = parseDecimal(text);
	if (decimal === undefined) throw new TypeError(`Not a decimal number: ${JSON.stringify(text)}`);
	return decimal;
}

/** @param divisor - above zero. */
function quotient(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
	// BigInt cuts towards zero.
	const cut = dividend / divisor;
	const rest = dividend % divisor;
	const floor = rest < 0n ? cut - 1n : cut;
	switch (rounding) {
		case 'down':
			return floor;
		case 'up':
			return rest > 0n ? cut + 1n : cut;
		case 'nearest':
			return 2n * (rest < 0n ? -rest : rest) >= divisor ? cut + (dividend < 0n ? -1n : 1n) : cut;
	}
}

function atSameScale(a: Decimal, b: Decimal): [ParsedDecimal, ParsedDecimal] {
	const left = parsed(a);
	const right = parsed(b);
	const scale = Math.max(left.scale, right.scale);
	return [withScale(left, scale), withScale(right, scale)];
}

function withScale({ digits, scale }: ParsedDecimal, wanted: number): ParsedDecimal {
	return { digits: digits * 10n ** BigInt(wanted - scale), scale: wanted };
}

function decimalText(digits: bigint, scale: number): Decimal {
	const sign = digits < 0n ? '-' : '';
	const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
	if (scale === 0) return `${sign}${padded}`;
	return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
