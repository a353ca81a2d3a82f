import type { OrderInFull } from '../../../nodes/BybitP2P/api/types';
import { releaseChecks, type Check, type CheckFields } from '../../../nodes/BybitP2P/safety/releaseChecks';
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
	releaseChecks(aPaidSale(more), fields, NOW);
const passedOf = (fields: CheckFields, more: Parameters<typeof aPaidSale>[0] = {}): readonly boolean[] =>
	checked(fields, more).map(({ passed }) => passed);

const COUNTERPARTY = aPaidSale().targetUserId;
const right: CheckFields = {
	expectedFiatAmount: '92',
	expectedFiat: 'EUR',
	expectedCoinAmount: '100',
	expectedCoin: 'USDT',
	expectedCounterpartyId: COUNTERPARTY,
	expectedPayerName: 'Anna Berg',
	maxFiatAmount: '92',
	minMinutesSincePaid: 10,
};
const wrong: CheckFields = {
	expectedFiatAmount: '91.99',
	expectedFiat: 'USD',
	expectedCoinAmount: '100.0001',
	expectedCoin: 'BTC',
	expectedCounterpartyId: '1',
	expectedPayerName: 'Bob Miller',
	maxFiatAmount: '91.99',
	minMinutesSincePaid: 11,
};
const names = Object.keys(right);

describe('releaseChecks', () => {
	it('lists nothing when nothing is set', () => {
		expect(checked({})).toEqual([]);
	});

	it('lists every check that is set, with what was expected and found', () => {
		expect(checked(right).map(({ check, expected, found, passed }) => [check, expected, found, passed])).toEqual([
			['expectedFiatAmount', '92', '92', true],
			['expectedFiat', 'EUR', 'EUR', true],
			['expectedCoinAmount', '100', '100', true],
			['expectedCoin', 'USDT', 'USDT', true],
			['expectedCounterpartyId', COUNTERPARTY, COUNTERPARTY, true],
			['expectedPayerName', 'Anna Berg', 'Anna Berg', true],
			['maxFiatAmount', '92', '92', true],
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

	it.each(names)('never lets %s pass on an order that lacks what it looks at', (name) => {
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
