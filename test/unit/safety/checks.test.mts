// Long: tables of rows, a row for each value of each check.
import type { OrderInFull } from '../../../nodes/BybitP2P/api/types';
import { checksOf, evaluateChecks, type Check, type CheckFields } from '../../../nodes/BybitP2P/safety/checks';
import { anExchange, NOW } from '../../support/workers.mts';

const MINUTE = 60_000;

/** A sale of 100 USDT for 92 EUR to Anna Berg, marked as paid ten minutes before `NOW`. */
function aPaidSale(more: Partial<Record<keyof OrderInFull, unknown>> = {}): OrderInFull {
	const exchange = anExchange();
	const { id } = exchange.openOrder({
		side: 'sell',
		amount: '92',
		price: '0.92',
		counterparty: 'anna',
		counterpartyName: 'Anna Berg',
		createdAt: NOW - 12 * MINUTE,
	});
	exchange.buyerPays(id);
	return { ...exchange.orderInfo(id), transferDate: String(NOW - 10 * MINUTE), ...more } as unknown as OrderInFull;
}

const checked = (fields: CheckFields, more: Parameters<typeof aPaidSale>[0] = {}): readonly Check[] =>
	evaluateChecks('release', aPaidSale(more), fields, NOW);
const passedOf = (fields: CheckFields, more: Parameters<typeof aPaidSale>[0] = {}): readonly boolean[] =>
	checked(fields, more).map(({ passed }) => passed);

const COUNTERPARTY = aPaidSale().targetUserId;
const right: CheckFields = {
	expectedFiatAmount: '92',
	expectedFiat: 'EUR',
	expectedCoinAmount: '100',
	expectedCoin: 'USDT',
	maxFiatAmount: '92',
	expectedCounterpartyId: COUNTERPARTY,
	expectedPayerName: 'Anna Berg',
	minMinutesSincePaid: 10,
};
const wrong: CheckFields = {
	expectedFiatAmount: '91.99',
	expectedFiat: 'USD',
	expectedCoinAmount: '100.0001',
	expectedCoin: 'BTC',
	maxFiatAmount: '91.99',
	expectedCounterpartyId: '1',
	expectedPayerName: 'Bob Miller',
	minMinutesSincePaid: 11,
};
const names = Object.keys(right);

describe('the safety checks of a release', () => {
	it('are tried here, each with a row of its own', () => {
		const tried = [...names, 'amountTolerance', 'minNameScore'];

		expect(
			checksOf('release')
				.map(({ name }) => name)
				.sort(),
		).toEqual(tried.sort());
	});

	it('fail a name that there is no check of', () => {
		expect(checked({ expectedFiatAmuont: '92', toString: 'x' })).toEqual(
			['expectedFiatAmuont', 'toString'].map((check) =>
				expect.objectContaining({ check, passed: false, note: 'There is no such check' }),
			),
		);
	});

	it('lists nothing when nothing is set', () => {
		expect(checked({})).toEqual([]);
	});

	it('lists every check that is set, with what was expected and found', () => {
		expect(checked(right).map(({ check, expected, found, passed }) => [check, expected, found, passed])).toEqual([
			['expectedFiatAmount', '92', '92', true],
			['expectedFiat', 'EUR', 'EUR', true],
			['expectedCoinAmount', '100', '100', true],
			['expectedCoin', 'USDT', 'USDT', true],
			['maxFiatAmount', '92', '92', true],
			['expectedCounterpartyId', COUNTERPARTY, COUNTERPARTY, true],
			['expectedPayerName', 'Anna Berg', 'Anna Berg', true],
			['minMinutesSincePaid', '10', '10', true],
		]);
	});

	it.each(names)('lets %s pass alone, and fail alone, while all others are evaluated', (name) => {
		const oneWrong = checked({ ...right, [name]: wrong[name] });

		expect(passedOf({ [name]: right[name] })).toEqual([true]);
		expect(passedOf({ [name]: wrong[name] })).toEqual([false]);
		expect(oneWrong.map(({ check }) => check)).toEqual(names);
		expect(oneWrong.filter(({ passed }) => !passed).map(({ check }) => check)).toEqual([name]);
	});

	it('evaluates all of them when all fail', () => {
		expect(passedOf(wrong)).toEqual(names.map(() => false));
	});

	const empty = [
		undefined,
		null,
		'',
		'   ',
		'\u200b',
		Number.NaN,
		Number.POSITIVE_INFINITY,
		'NaN',
		'undefined',
		'null',
		{},
		{ value: '92' },
		[],
		['92'],
		true,
		false,
		0,
		'0',
		-1,
		'1e2',
		'9.2E1',
	];
	it.each(names.flatMap((name) => empty.map((value) => [name, JSON.stringify(value) ?? 'undefined', value] as const)))(
		'never lets %s pass with %s',
		(name, _shown, value) => {
			expect(passedOf({ [name]: value })).toEqual([false]);
			expect(checked({ [name]: value })[0].note === '' && checked({ [name]: value })[0].expected === '').toBe(false);
		},
	);

	it.each(names)('never lets %s pass on an order that lacks what it reads at', (name) => {
		const bare = {
			amount: undefined,
			currencyId: undefined,
			quantity: '',
			notifyTokenQuantity: '',
			tokenId: null,
			targetUserId: '',
			buyerRealName: '',
			transferDate: undefined,
		};

		expect(passedOf({ [name]: right[name] }, bare)).toEqual([false]);
	});

	describe('amounts', () => {
		it.each([
			['92', '92', undefined, true],
			['92.000', '92', undefined, true],
			['92', '92.000000000000000000', undefined, true],
			['92', '92.000000000000000001', undefined, false],
			['92', '91.5', '0.5', true],
			['92', '91.499999999999999999', '0.5', false],
			['92', '92.50', '0.50', true],
			['100', '99', '1%', false],
			['99', '100', '1%', true],
			['98.99', '100', '1 %', false],
			['100', '84', '16.5', true],
			['100', '84', '16.8', false],
			['100', '100', '20', false],
			['100', '100', '20.00', false],
			['100', '100', '19.99', true],
			['100', '100', '19.99%', true],
			['100', '100', '20%', false],
			['100', '100', '20.0 %', false],
			['100', '100', '99%', false],
			['46.000', '46.000', undefined, true],
			['46.000', '46.000 EUR', undefined, true],
			['46.000', '€46.000', undefined, true],
			['46', '46.000', undefined, true],
			['46000', '46.000', undefined, false],
			['46.000', '46,000', undefined, false],
			['46.001', '46.000', undefined, false],
			['46.000', '46.000', '0.500', true],
			['92', '92 €', undefined, true],
			['92', '92 ₸', undefined, false],
			['92', '92 тенге', undefined, false],
			['92', 'US$92', undefined, false],
			['92', '$92', undefined, false],
			['92', 'USD 92 EUR', undefined, false],
			['92', 'EUR 92 EUR', undefined, true],
			['92', '92 USDT', undefined, false],
			['92', '92 kr', undefined, false],
			['92', '92 units', undefined, false],
			['0.3', 0.3, undefined, true],
			['0.3', 0.1 + 0.2, undefined, false],
			['123456789012345678.12', '123456789012345678.12', undefined, true],
			['123456789012345678.12', '123456789012345678.13', undefined, false],
			['1234.5', '1,234.50', undefined, true],
			['92', 'EUR 92', undefined, true],
			['92', 'USD 92', undefined, false],
			['92', '92', '92', false],
			['92', '1', '95', false],
			['92', '92', '', false],
			['92', '92', Number.NaN, false],
			['92', '92', '-1', false],
			['92', '92', '100%', false],
		])('an order over %s, expected %s, tolerance %s: %s', (amount, expectedFiatAmount, amountTolerance, passed) => {
			const fields = { expectedFiatAmount, ...(amountTolerance === undefined ? {} : { amountTolerance }) };

			expect(passedOf(fields, { amount })).toEqual([passed]);
		});

		it.each([
			['HUF', '92 Ft', true],
			['KZT', '92 ₸', true],
			['KZT', '92 тенге', true],
			['USD', '$92', true],
			['MXN', '$92', true],
			['EUR', '$92', false],
			['', '92 €', false],
			[undefined, '92 €', false],
			[undefined, '92', true],
		])('an order in %s and an expected amount of %s: %s', (currencyId, expectedFiatAmount, passed) => {
			expect(passedOf({ expectedFiatAmount }, { currencyId })).toEqual([passed]);
		});

		it('says which sign is not that of the order', () => {
			expect(checked({ expectedFiatAmount: '92.00 ₸' })).toEqual([
				{
					check: 'expectedFiatAmount',
					expected: '92.00 ₸',
					found: '92 EUR',
					passed: false,
					note: 'The expected amount says "₸", and the order is in EUR',
				},
			]);
		});

		it("takes coins and a maximum in the exchange's own spelling", () => {
			expect(
				passedOf({ expectedCoinAmount: '46.000', maxFiatAmount: '46.000' }, { quantity: '46', amount: '46.000' }),
			).toEqual([true, true]);
			expect(passedOf({ maxFiatAmount: '46.000' }, { amount: '46000' })).toEqual([false]);
		});

		it('takes a tolerance that is there and undefined for a missing one, not for none', () => {
			expect(passedOf({ expectedFiatAmount: '92', amountTolerance: undefined })).toEqual([false]);
		});

		it('compares coins to the last of 18 decimals', () => {
			const quantity = '0.100000000000000001';

			expect(passedOf({ expectedCoinAmount: '0.100000000000000001' }, { quantity })).toEqual([true]);
			expect(passedOf({ expectedCoinAmount: '0.1' }, { quantity })).toEqual([false]);
		});
	});

	describe('the person', () => {
		it('fails an ID that arrived as a number, even if its digits are the same', () => {
			expect(passedOf({ expectedCounterpartyId: 12345 }, { targetUserId: '12345' })).toEqual([false]);
			expect(passedOf({ expectedCounterpartyId: ' 12345 ' }, { targetUserId: '12345' })).toEqual([true]);
		});

		it.each(['1', '1234', '2345', '123456', '012345', '12345 6', '12,345', 'x12345'])(
			'is known by the whole of the ID, not by a part: %s is not 12345',
			(expectedCounterpartyId) => {
				expect(passedOf({ expectedCounterpartyId }, { targetUserId: '12345' })).toEqual([false]);
			},
		);

		it('is not known by an ID that the reply has as no text: as a number it has lost digits', () => {
			expect(
				passedOf({ expectedCounterpartyId: '1234567890123456800' }, { targetUserId: 1234567890123456789 }),
			).toEqual([false]);
			expect(passedOf({ expectedCounterpartyId: '[object Object]' }, { targetUserId: {} })).toEqual([false]);
			expect(passedOf({ expectedCounterpartyId: '100156' }, { targetUserId: 100156 })).toEqual([true]);
		});

		it('knows a name in capitals, in another order and in another script, and no other name', () => {
			expect(passedOf({ expectedPayerName: 'BERG ANNA' })).toEqual([true]);
			expect(passedOf({ expectedPayerName: 'Анна Берг' })).toEqual([true]);
			expect(passedOf({ expectedPayerName: 'Anna' })).toEqual([false]);
			expect(passedOf({ expectedPayerName: 'Anna Berg' }, { buyerRealName: 'A**** B****' })).toEqual([false]);
		});

		it('compares with the buyer, never with the seller', () => {
			expect(
				passedOf({ expectedPayerName: 'Anna Berg' }, { buyerRealName: 'Bob Miller', sellerRealName: 'Anna Berg' }),
			).toEqual([false]);
		});

		it.each([0, -1, 1.01, Number.NaN, '', null, 'high', true])('fails with %s as the minimum score', (minNameScore) => {
			expect(passedOf({ expectedPayerName: 'Anna Berg', minNameScore })).toEqual([false]);
		});
	});

	describe('the minutes since it was paid', () => {
		it('count to the millisecond', () => {
			const at = (transferDate: number): readonly boolean[] =>
				passedOf({ minMinutesSincePaid: 5 }, { transferDate: String(transferDate) });

			expect([at(NOW - 5 * MINUTE), at(NOW - 5 * MINUTE + 1)]).toEqual([[true], [false]]);
		});

		it.each([
			['a moment in the future', String(NOW + 1)],
			['a time in seconds', String(Math.floor((NOW - 10 * MINUTE) / 1000))],
			['0, which means never', '0'],
			['nothing', undefined],
			['a word', 'yesterday'],
		])('fail with %s', (_name, transferDate) => {
			expect(passedOf({ minMinutesSincePaid: 1 }, { transferDate })).toEqual([false]);
		});

		it('fail with times in seconds, which the date of the order does not reveal', () => {
			const seconds = (minutesAgo: number): string => String(Math.floor((NOW - minutesAgo * MINUTE) / 1000));

			for (const createDate of [seconds(12), '', null, undefined]) {
				expect(passedOf({ minMinutesSincePaid: 5 }, { createDate, transferDate: seconds(1) })).toEqual([false]);
			}
		});
	});

	it.each([
		['amountTolerance', { amountTolerance: '1' }],
		['minNameScore', { minNameScore: 0.9 }],
	])('fails %s that refines nothing', (check, fields) => {
		expect(checked(fields)).toMatchObject([{ check, passed: false }]);
	});

	it('shows at most 100 characters of a value, and objects as they are', () => {
		const [long, odd] = [checked({ expectedFiat: 'x'.repeat(500) }), checked({ expectedFiat: { a: 1 } })];

		expect([long[0].expected.length, odd[0].expected]).toEqual([103, '{"a":1}']);
	});
});

describe('the safety checks of a payment mark', () => {
	/** A purchase of 100 USDT for 92 EUR from Otto Lang. */
	function aPurchase(more: Parameters<typeof aPaidSale>[0] = {}): OrderInFull {
		const exchange = anExchange();
		const { id } = exchange.openOrder({
			side: 'buy',
			amount: '92',
			price: '0.92',
			counterparty: 'otto',
			counterpartyName: 'Otto Lang',
		});
		return { ...exchange.orderInfo(id), ...more } as unknown as OrderInFull;
	}
	const SELLER = aPurchase().targetUserId;
	const passed = (fields: CheckFields, more: Parameters<typeof aPaidSale>[0] = {}): readonly boolean[] =>
		evaluateChecks('markAsPaid', aPurchase(more), fields, NOW).map((check) => check.passed);

	const table: ReadonlyArray<readonly [name: string, good: unknown, bad: unknown]> = [
		['expectedFiatAmount', '92,00 €', '92.00 ₸'],
		['expectedFiat', 'eur', 'USD'],
		['maxFiatAmount', '92', '91.99'],
		['expectedCounterpartyId', SELLER, SELLER.slice(0, -1)],
		['expectedSellerName', 'LANG OTTO', 'Karl Lang'],
	];

	it('are tried here, each with a row of its own', () => {
		const tried = [...table.map(([name]) => name), 'amountTolerance', 'minNameScore'];

		expect(
			checksOf('markAsPaid')
				.map(({ name }) => name)
				.sort(),
		).toEqual(tried.sort());
	});

	it.each(table)('let %s pass with %s, and fail with %s and with nothing', (name, good, bad) => {
		expect([good, bad, '', undefined, null].map((value) => passed({ [name]: value }))).toEqual([
			[true],
			[false],
			[false],
			[false],
			[false],
		]);
	});

	it('compare with the seller, never with the buyer', () => {
		expect(
			passed({ expectedSellerName: 'Otto Lang' }, { sellerRealName: 'Karl Moor', buyerRealName: 'Otto Lang' }),
		).toEqual([false]);
	});

	it('know no check of a release', () => {
		expect(passed({ expectedPayerName: 'Otto Lang', expectedCoin: 'USDT' })).toEqual([false, false]);
	});

	it('fail what refines nothing', () => {
		expect(passed({ amountTolerance: '1', minNameScore: 0.9 })).toEqual([false, false]);
	});
});
