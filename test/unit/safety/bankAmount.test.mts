import fc from 'fast-check';

import { readBankAmount } from '../../../nodes/BybitP2P/safety/bankAmount';
import { compareDecimals } from '../../../nodes/BybitP2P/safety/decimal';

const SEED = { seed: 20240602 };

describe('readBankAmount', () => {
	it.each<[unknown, string]>([
		['1234', '1234'],
		['1234.5', '1234.5'],
		['1234.50', '1234.50'],
		['12,5', '12.5'],
		['12,50', '12.50'],
		['12.50', '12.50'],
		['0,5', '0.5'],
		['0.123', '0.123'],
		['0,123', '0.123'],
		['1,234.56', '1234.56'],
		['1.234,56', '1234.56'],
		['1 234,56', '1234.56'],
		['1 234.56', '1234.56'],
		['1 234', '1234'],
		['1\u00a0234,56', '1234.56'],
		['1\u2009234,56', '1234.56'],
		['1\u202f234\u202f567,89', '1234567.89'],
		["1'234.56", '1234.56'],
		['1’234.56', '1234.56'],
		["1'234", '1234'],
		["12'345'678.90", '12345678.90'],
		['1,234,567', '1234567'],
		['1.234.567', '1234567'],
		['1 234 567', '1234567'],
		['1,234,567.8', '1234567.8'],
		['1.234.567,8', '1234567.8'],
		['1,23,456.78', '123456.78'],
		['12,34,567', '1234567'],
		['1,23,45,678.00', '12345678.00'],
		['1234,567', '1234.567'],
		['1234.567', '1234.567'],
		['1,234.567', '1234.567'],
		['00012.50', '12.50'],
		['+100', '100'],
		['+ 1 234,56', '1234.56'],
		['  100.00  ', '100.00'],
		['٣٬٤٥٦٫٧٨', '3456.78'],
		['۱۲۳۴', '1234'],
		['١٢٫٥', '12.5'],
		[1234, '1234'],
		[1.234, '1.234'],
		[100.5, '100.5'],
	])('reads %p', (text, amount) => {
		expect(readBankAmount(text)).toEqual({ amount });
	});

	it.each<[string, string, string | undefined]>([
		['EUR 1,234.56', '1234.56', 'EUR'],
		['1234.56 UAH', '1234.56', 'UAH'],
		['1234.56UAH', '1234.56', 'UAH'],
		['usd 5', '5', 'USD'],
		['+EUR 10.50', '10.50', 'EUR'],
		['EUR +10.50', '10.50', 'EUR'],
		['₴1 234,56', '1234.56', undefined],
		['1 234,56 ₴', '1234.56', undefined],
		['€12,5', '12.5', undefined],
		['US$ 1,234.56', '1234.56', undefined],
		['R$ 1.234,56', '1234.56', undefined],
		['1 234,56 грн', '1234.56', undefined],
		['1 234,56 грн.', '1234.56', undefined],
		['500 руб.', '500', undefined],
		['Rs. 1,23,456.78', '123456.78', undefined],
		['15 000 ₸', '15000', undefined],
		['15 000 тг', '15000', undefined],
		['100,00 zł', '100.00', undefined],
	])('reads %p with its currency', (text, amount, currency) => {
		expect(readBankAmount(text)).toEqual(currency === undefined ? { amount } : { amount, currency });
	});

	it.each(['1.234', '1,234', '12.345', '123,456', '+1.234', 'EUR 1.234', '1.234 UAH', '₴999,999', '012,345'])(
		'refuses %p, because it has two readings',
		(text) => {
			expect(readBankAmount(text)).toEqual({ refused: expect.stringContaining('can be read as') });
		},
	);

	it('names both readings of an ambiguous amount', () => {
		expect(readBankAmount('1.234')).toEqual({
			refused:
				'The amount "1.234" can be read as 1234 or as 1.234. Write it with a point before the decimals and nothing between the thousands, such as 1234.50.',
		});
	});

	it.each(['-5', '- 5', '−5', '–100,00', '(100.00)', '100-', 'EUR -5', '-EUR 5', -5, '-0.01'])(
		'refuses %p, because it is negative',
		(text) => {
			expect(readBankAmount(text)).toEqual({ refused: expect.stringContaining('is negative') });
		},
	);

	it.each(['0', '0.00', '0,00', 0, -0, 'EUR 0', '000'])('refuses %p, because it is zero', (text) => {
		expect(readBankAmount(text)).toEqual({ refused: 'The amount is zero.' });
	});

	it.each(['1e5', '1E+5', '1.9E+18', '1.9e18', '1,5e3', 'EUR 1e5'])('refuses the exponent of %p', (text) => {
		expect(readBankAmount(text)).toEqual({ refused: expect.stringContaining('exponent') });
	});

	it.each([
		'',
		'  ',
		undefined,
		null,
		NaN,
		Infinity,
		-Infinity,
		{},
		[],
		[5],
		true,
		5n,
		'NaN',
		'undefined',
		'null',
		'EUR',
		'abc',
		'1,2,3',
		'12 34',
		'1 23',
		'1  234',
		'1,234 567',
		'1.234.56',
		'1,234,56',
		'1 234.567,89',
		'1.234,567,890',
		"1'234 567",
		'5k',
		'5 mln',
		'5 млн',
		'10 тыс',
		'100 USDT',
		'1_000',
		'.5',
		'5.',
		',5',
		'100,-',
		'1.2.3',
		'0,123,456',
		'1234,567.00',
		'1..5',
		'1,,5',
		'10%',
		'10 EUR 20',
		'EUR 5 abc',
		'0x10',
		'12:30',
		'5 + 5',
		'++5',
		'=5',
		'1/2',
		'٫٥',
		'9'.repeat(61),
		1e21,
		1e-7,
		2 ** 53,
		'\u0000',
		'💶5x',
	])('refuses %p with a reason', (text) => {
		expect(readBankAmount(text)).toEqual({ refused: expect.stringMatching(/^The amount .+\.$/s) });
	});

	it('reads back what each country prints', () => {
		const styles = [',.', '.,', ' ,', '\u00a0,', '\u202f,', "'.", '’.'];
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 999_999_999 }),
				fc.integer({ min: 0, max: 99 }),
				fc.constantFrom(...styles),
				(whole, cents, [group, point]) => {
					const decimals = String(cents).padStart(2, '0');
					const printed = String(whole).replace(/\B(?=(\d{3})+$)/g, group) + point + decimals;

					expect(readBankAmount(printed)).toEqual({ amount: `${whole}.${decimals}` });
				},
			),
			SEED,
		);
	});

	it('gives a positive amount or a reason for any text, and never throws', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^[-+ €A-Z]{0,4}[0-9.,' ]{0,12}[A-Z€ -]{0,4}$/),
		);
		fc.assert(
			fc.property(fc.oneof(text, fc.anything()), (value) => {
				const result = readBankAmount(value);

				if ('amount' in result) expect(compareDecimals(result.amount, '0')).toBe(1);
				else expect(result.refused).toMatch(/^The amount /);
			}),
			{ ...SEED, numRuns: 3000 },
		);
	});
});
