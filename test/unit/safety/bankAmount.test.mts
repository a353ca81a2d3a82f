// Long: tables of rows, a row for each spelling of an amount.
import fc from 'fast-check';

import { mayBeIn, readBankAmount } from '../../../nodes/BybitP2P/safety/bankAmount';
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

	it.each<[string, string, string]>([
		['EUR 1,234.56', '1234.56', 'EUR'],
		['1234.56 UAH', '1234.56', 'UAH'],
		['1234.56UAH', '1234.56', 'UAH'],
		['usd 5', '5', 'USD'],
		['+EUR 10.50', '10.50', 'EUR'],
		['EUR +10.50', '10.50', 'EUR'],
		['€46.00 EUR', '46.00', 'EUR'],
		['US$ 1,234.56', '1234.56', 'USD'],
		['$46.00 USD', '46.00', 'USD'],
		['$46.00', '46.00', 'USD AUD CAD MXN NZD SGD HKD ARS CLP COP UYU DOP TWD'],
		['A$46.00', '46.00', 'AUD'],
		['C$46.00', '46.00', 'CAD NIO'],
		['€12,5', '12.5', 'EUR'],
		['46 евро', '46', 'EUR'],
		['£46.00', '46.00', 'GBP EGP LBP'],
		['46,00 kr', '46.00', 'DKK NOK SEK ISK'],
		['46,00 kr.', '46.00', 'DKK NOK SEK ISK'],
		['¥4600', '4600', 'JPY CNY'],
		['￥4600', '4600', 'JPY CNY'],
		['4600 元', '4600', 'CNY TWD'],
		['4600円', '4600', 'JPY'],
		['₴1 234,56', '1234.56', 'UAH'],
		['1 234,56 ₴', '1234.56', 'UAH'],
		['1 234,56 грн', '1234.56', 'UAH'],
		['1 234,56 грн.', '1234.56', 'UAH'],
		['500 руб.', '500', 'RUB BYN'],
		['500 ₽', '500', 'RUB'],
		['15 000 ₸', '15000', 'KZT'],
		['15 000 тг', '15000', 'KZT'],
		['46 тенге', '46', 'KZT'],
		['1500 сом', '1500', 'KGS'],
		['1500 сум', '1500', 'UZS'],
		["1500 so'm", '1500', 'UZS'],
		['1500 soʻm', '1500', 'UZS'],
		['100,00 zł', '100.00', 'PLN'],
		['1 000 Kč', '1000', 'CZK'],
		['1 000 Ft', '1000', 'HUF'],
		['46,00 lei', '46.00', 'RON MDL'],
		['46,00 лв.', '46.00', 'BGN'],
		['₺1.234,56', '1234.56', 'TRY'],
		['1.234,56 TL', '1234.56', 'TRY'],
		['46 ₾', '46', 'GEL'],
		['46 ₼', '46', 'AZN'],
		['4600 ֏', '4600', 'AMD'],
		['₹1,23,456.78', '123456.78', 'INR'],
		['Rs. 1,23,456.78', '123456.78', 'INR PKR LKR NPR MUR'],
		['₨ 4600', '4600', 'INR PKR LKR NPR MUR'],
		['৳ 4600', '4600', 'BDT'],
		['₦4,600.00', '4600.00', 'NGN'],
		['KSh 4,600.00', '4600.00', 'KES'],
		['GH₵46.00', '46.00', 'GHS'],
		['R 1 234,56', '1234.56', 'ZAR'],
		['1.234.567 ₫', '1234567', 'VND'],
		['1.234.567đ', '1234567', 'VND'],
		['Rp 1.234.567', '1234567', 'IDR'],
		['Rp1.234.567,00', '1234567.00', 'IDR'],
		['RM46.00', '46.00', 'MYR'],
		['฿1,234.56', '1234.56', 'THB'],
		['1,234.56 บาท', '1234.56', 'THB'],
		['₱1,234.56', '1234.56', 'PHP'],
		['₩46,000,000', '46000000', 'KRW'],
		['R$ 1.234,56', '1234.56', 'BRL'],
		['S/ 46.00', '46.00', 'PEN'],
		['S/.46.00', '46.00', 'PEN'],
		['Bs. 46,00', '46.00', 'BOB VES'],
		['₲ 1.234.567', '1234567', 'PYG'],
		['₡ 1 234,56', '1234.56', 'CRC'],
		['د.إ 46.00', '46.00', 'AED'],
		['46.00 ر.س', '46.00', 'SAR'],
		['٤٦٫٠٠ ر.س.', '46.00', 'SAR'],
		['﷼ 4600', '4600', 'IRR OMR YER SAR QAR'],
		['₪46.00', '46.00', 'ILS'],
		['46.00 CHF', '46.00', 'CHF'],
		['46.00 Fr.', '46.00', 'CHF'],
		['46 XAF', '46', 'XAF'],
		['46 FCFA', '46', 'XAF XOF'],
	])('reads %p with the currencies it may be in', (text, amount, codes) => {
		const read = readBankAmount(text);

		expect(read).toMatchObject({ amount });
		if ('refused' in read) return;
		expect(codes.split(' ').filter((code) => !mayBeIn(code, read.currency))).toEqual([]);
		if (!codes.includes('EUR')) expect(mayBeIn('EUR', read.currency)).toBe(false);
	});

	it.each([
		['46.00 ₸', 'EUR'],
		['46 тенге', 'EUR'],
		['US$46.00', 'EUR'],
		['$46.00', 'EUR'],
		['46.00 kr', 'EUR'],
		['46 сом', 'UZS'],
		['46 сум', 'KGS'],
		['46 руб', 'KZT'],
		['46 лв', 'RUB'],
		['A$46.00', 'USD'],
		['R$46.00', 'USD'],
		['¥46.00', 'KRW'],
		['£46.00', 'USD'],
		['46,00 kr', 'PLN'],
		['46 lei', 'ALL'],
		['Rs 46.00', 'RUB'],
		['46 din', 'MKD'],
		['46 pesos', 'USD'],
	])('never lets %p count as %s', (text, fiat) => {
		const read = readBankAmount(text);

		expect('amount' in read && mayBeIn(fiat, read.currency)).toBe(false);
	});

	it.each(['USD 46.00 EUR', 'EUR 46.00 USD', '$46.00 EUR', '€46.00 £', '46.00 EUR USD', '₸ 46 тенге EUR', 'Kč 46 kr'])(
		'refuses %p, because it names two currencies',
		(text) => {
			expect(readBankAmount(text)).toEqual({
				refused: expect.stringMatching(/names two currencies|which is no currency/),
			});
		},
	);

	it.each([
		'46.00 USDT',
		'USDT 46.00',
		'46 BTC',
		'46 usdc',
		'46 TON',
		'46 ETH',
		'5k',
		'5 K',
		'46¢',
		'46 cents',
		'46 units',
		'EURO€ 46',
		'46.00 EURx',
		'~46.00',
		'ca. 46.00',
		'46.00 net',
		'Total 46.00',
		'46.00 лет',
		'#46',
		'46 EUR/month',
	])('refuses %p, because a word of it is no currency', (text) => {
		expect(readBankAmount(text)).toEqual({ refused: expect.stringContaining('which is no currency') });
	});

	it.each([
		['46.000', '46.000'],
		['46.000', '46'],
		['46.000', '46.0000'],
		['EUR 46.000', '46.000'],
		['46.000 €', '46.000'],
		['1234.000', '1234'],
	])('takes %p for the amount that the exchange spells %p', (text, own) => {
		expect(readBankAmount(text, own)).toMatchObject({ amount: expect.stringMatching(/^\d+\.000$/) });
	});

	it.each([
		['46.000', '46000'],
		['46.000', '46000.00'],
		['46,000', '46'],
		['46,000', '46000'],
		['46.000', '46.001'],
		['46.000', ''],
		['46.000', 'NaN'],
	])('still does not guess what %p is when the exchange spells %p', (text, own) => {
		expect(readBankAmount(text, own)).toEqual({ refused: expect.stringContaining('can be read as') });
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
