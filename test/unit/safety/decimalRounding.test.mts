import fc from 'fast-check';

import {
	addDecimals,
	compareDecimals,
	divideDecimals,
	multiplyDecimals,
	roundDecimal,
	scaleOf,
	subtractDecimals,
	trimmedDecimal,
} from '../../../nodes/BybitP2P/safety/decimal';

const SEED = { seed: 20261101 };

const decimal = fc
	.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
	.map(([digits, scale]) => {
		const sign = digits < 0n ? '-' : '';
		const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
		return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
	});
const scale = fc.integer({ min: 0, max: 12 });

describe('addDecimals', () => {
	it.each([
		['0.1', '0.2', '0.3'],
		['64.400', '1', '65.400'],
		['-1.5', '1.50', '0.00'],
		['9007199254740993', '0.000000001', '9007199254740993.000000001'],
	])('%s + %s is %s', (a, b, sum) => {
		expect(addDecimals(a, b)).toBe(sum);
	});

	it('is undone by a subtraction, whatever the numbers', () => {
		fc.assert(
			fc.property(decimal, decimal, (a, b) => {
				expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
			}),
			SEED,
		);
	});
});

describe('roundDecimal', () => {
	it.each([
		['0.9199', 3, 'down', '0.919'],
		['0.9191', 3, 'up', '0.920'],
		['0.9195', 3, 'nearest', '0.920'],
		['0.9194', 3, 'nearest', '0.919'],
		['-0.9191', 3, 'down', '-0.920'],
		['-0.9199', 3, 'up', '-0.919'],
		['-0.9195', 3, 'nearest', '-0.920'],
		['0.919', 3, 'up', '0.919'],
		['5', 2, 'down', '5.00'],
		['99.5', 0, 'nearest', '100'],
	] as const)('%s to %i decimals %s is %s', (value, decimals, rounding, rounded) => {
		expect(roundDecimal(value, decimals, rounding)).toBe(rounded);
	});

	it('never moves a value by a whole step, and never past the direction it names', () => {
		fc.assert(
			fc.property(decimal, scale, (value, decimals) => {
				const step = decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
				const down = roundDecimal(value, decimals, 'down');
				const up = roundDecimal(value, decimals, 'up');

				expect(compareDecimals(down, value)).toBeLessThanOrEqual(0);
				expect(compareDecimals(up, value)).toBeGreaterThanOrEqual(0);
				expect(compareDecimals(subtractDecimals(value, down), step)).toBe(-1);
				expect(compareDecimals(subtractDecimals(up, value), step)).toBe(-1);
				expect(scaleOf(down)).toBe(decimals);
			}),
			SEED,
		);
	});
});

describe('divideDecimals', () => {
	it.each([
		['92', '100', 4, 'nearest', '0.9200'],
		['1', '3', 8, 'down', '0.33333333'],
		['1', '3', 8, 'up', '0.33333334'],
		['2', '3', 8, 'nearest', '0.66666667'],
		['-2', '3', 2, 'down', '-0.67'],
		['2', '-3', 2, 'up', '-0.66'],
		['0.5', '0.0001', 0, 'down', '5000'],
	] as const)('%s / %s to %i decimals %s is %s', (a, b, decimals, rounding, result) => {
		expect(divideDecimals(a, b, decimals, rounding)).toBe(result);
	});

	it('gives back what was multiplied, exactly', () => {
		fc.assert(
			fc.property(decimal, decimal, (a, b) => {
				fc.pre(compareDecimals(b, '0') !== 0);

				expect(compareDecimals(divideDecimals(multiplyDecimals(a, b), b, 12, 'nearest'), a)).toBe(0);
			}),
			SEED,
		);
	});

	it('refuses to divide by zero', () => {
		expect(() => divideDecimals('1', '0.00', 2, 'down')).toThrow(RangeError);
	});
});

describe('trimmedDecimal', () => {
	it.each([
		['0.920', '0.92'],
		['5.000', '5'],
		['100', '100'],
		['0.0', '0'],
		['-1.50', '-1.5'],
	])('%s is %s', (value, trimmed) => {
		expect(trimmedDecimal(value)).toBe(trimmed);
	});
});
