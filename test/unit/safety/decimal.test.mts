import fc from 'fast-check';

import {
	absDecimal,
	compareDecimals,
	decimalFromInput,
	isDecimal,
	multiplyDecimals,
	parseDecimal,
	parseTolerance,
	subtractDecimals,
	withinTolerance,
	type Tolerance,
} from '../../../nodes/BybitP2P/safety/decimal';

const SEED = { seed: 20240601 };

const decimal = fc
	.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
	.map(([digits, scale]) => {
		const sign = digits < 0n ? '-' : '';
		const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
		return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
	});

describe('parseDecimal', () => {
	it.each([
		['0', 0n, 0],
		['64.400', 64400n, 3],
		['-1.5', -15n, 1],
		[' 12 ', 12n, 0],
		['007', 7n, 0],
		['-0', 0n, 0],
		['9007199254740993.000000001', 9007199254740993000000001n, 9],
	])('reads %j', (text, digits, scale) => {
		expect(parseDecimal(text)).toEqual({ digits, scale });
	});

	it.each([
		'',
		' ',
		'NaN',
		'Infinity',
		'-Infinity',
		'1e5',
		'1.9E+18',
		'0x10',
		'1,000',
		'1 000',
		'.5',
		'5.',
		'+5',
		'--5',
		'-',
		'.',
		'1.2.3',
		'1_000',
		'٣',
		'12abc',
		'1\n2',
		'9'.repeat(65),
		5,
		5n,
		NaN,
		null,
		undefined,
		true,
		{},
		[],
		['1'],
	])('refuses %p', (text) => {
		expect(parseDecimal(text)).toBeUndefined();
		expect(isDecimal(text)).toBe(false);
	});
});

describe('decimalFromInput', () => {
	it.each<[unknown, string]>([
		['100.50', '100.50'],
		[' 100 ', '100'],
		[100.5, '100.5'],
		[0, '0'],
		[-0, '0'],
		[-3, '-3'],
		[9007199254740991, '9007199254740991'],
	])('takes %p', (value, expected) => {
		expect(decimalFromInput(value)).toBe(expected);
	});

	it.each([
		NaN,
		Infinity,
		-Infinity,
		1e21,
		1e-7,
		9007199254740992,
		1.9e18,
		'',
		'  ',
		'NaN',
		'1e5',
		'1,5',
		null,
		undefined,
		true,
		false,
		{},
		[],
		[5],
		new Date(0),
		5n,
	])('refuses %p', (value) => {
		expect(decimalFromInput(value)).toBeUndefined();
	});
});

describe('compareDecimals', () => {
	it.each<[string, string, -1 | 0 | 1]>([
		['1', '1.000', 0],
		['-0', '0.00', 0],
		['9', '10', -1],
		['0.1', '0.09', 1],
		['-2', '-1', -1],
		['9007199254740993', '9007199254740992', 1],
		['0.30000000000000004', '0.3', 1],
	])('orders %s and %s by value', (a, b, expected) => {
		expect(compareDecimals(a, b)).toBe(expected);
	});

	it('throws on text that is no decimal', () => {
		expect(() => compareDecimals('', '1')).toThrow('Not a decimal number: ""');
	});
});

describe('arithmetic', () => {
	it('keeps every digit', () => {
		expect(subtractDecimals('0.3', '0.1')).toBe('0.2');
		expect(subtractDecimals('1', '1.001')).toBe('-0.001');
		expect(subtractDecimals('1.00', '1')).toBe('0.00');
		expect(multiplyDecimals('-1.5', '0.25')).toBe('-0.375');
		expect(multiplyDecimals('9007199254740993', '3')).toBe('27021597764222979');
		expect(absDecimal('-0.50')).toBe('0.50');
	});

	it('gives back what it took away', () => {
		fc.assert(
			fc.property(decimal, decimal, (a, b) => {
				expect(compareDecimals(subtractDecimals(a, subtractDecimals(a, b)), b)).toBe(0);
				expect(compareDecimals(a, b) + compareDecimals(b, a)).toBe(0);
				expect(multiplyDecimals(a, b)).toBe(multiplyDecimals(b, a));
			}),
			SEED,
		);
	});
});

describe('parseTolerance', () => {
	it.each<[unknown, Tolerance]>([
		['0', { type: 'amount', value: '0' }],
		['0.5', { type: 'amount', value: '0.5' }],
		[2, { type: 'amount', value: '2' }],
		['1%', { type: 'percent', value: '1' }],
		[' 0.5 % ', { type: 'percent', value: '0.5' }],
		['99.99%', { type: 'percent', value: '99.99' }],
	])('reads %p', (text, expected) => {
		expect(parseTolerance(text)).toEqual(expected);
	});

	it.each([
		'',
		' ',
		'%',
		'-1',
		'-0.5%',
		'1%%',
		'% 1',
		'abc',
		'1e1',
		'0,5',
		'100%',
		'250%',
		NaN,
		-1,
		null,
		undefined,
		{},
	])('refuses %p', (text) => {
		expect(parseTolerance(text)).toBeUndefined();
	});
});

describe('withinTolerance', () => {
	it.each<[string, string, Tolerance, boolean]>([
		['100', '100.00', { type: 'amount', value: '0' }, true],
		['100.01', '100', { type: 'amount', value: '0' }, false],
		['99.5', '100', { type: 'amount', value: '0.5' }, true],
		['100.5', '100', { type: 'amount', value: '0.5' }, true],
		['100.500000000000000001', '100', { type: 'amount', value: '0.5' }, false],
		['101', '100', { type: 'percent', value: '1' }, true],
		['98.9999', '100', { type: 'percent', value: '1' }, false],
		['1234.567', '1234.567', { type: 'percent', value: '0' }, true],
	])('%s against %s with %p is %s', (found, expected, tolerance, within) => {
		expect(withinTolerance(found, expected, tolerance)).toBe(within);
	});

	it('never passes by being empty or unreadable', () => {
		const wide: Tolerance = { type: 'amount', value: '1000000' };

		expect(withinTolerance('', '100', wide)).toBe(false);
		expect(withinTolerance('100', '', wide)).toBe(false);
		expect(withinTolerance('NaN', 'NaN', wide)).toBe(false);
		expect(withinTolerance('100', '100', { type: 'amount', value: '' })).toBe(false);
		expect(withinTolerance('100', '100', { type: 'amount', value: '-1' })).toBe(false);
		expect(withinTolerance('100', '100', { type: 'percent', value: '-1' })).toBe(false);
	});
});
