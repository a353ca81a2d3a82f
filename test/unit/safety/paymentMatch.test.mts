// Long: tables of rows, a row for each set of orders that a payment may be for.
import fc from 'fast-check';

import { withinTolerance } from '../../../nodes/BybitP2P/safety/decimal';
import { DEFAULT_MIN_NAME_SCORE, nameScore } from '../../../nodes/BybitP2P/safety/names';
import { matchPayment } from '../../../nodes/BybitP2P/safety/paymentMatch';
import type {
	BankNotice,
	MatchOptions,
	MatchVerdict,
	PaymentCandidate,
} from '../../../nodes/BybitP2P/safety/paymentMatch/types';

const SEED = { seed: 20240604 };
const NOON = Date.UTC(2024, 5, 1, 12);
const MINUTE = 60_000;
const ORDER = '1790000000000000001';
const OTHER = '1790000000000000002';

const options: MatchOptions = { amountTolerance: { type: 'amount', value: '0' }, minNameScore: DEFAULT_MIN_NAME_SCORE };

function aNotice(changes: Partial<BankNotice> = {}): BankNotice {
	return { amount: '1500.00', fiat: 'UAH', payerName: 'KOVALENKO OLENA', ...changes };
}

function anOrder(changes: Partial<PaymentCandidate> = {}): PaymentCandidate {
	return {
		orderId: ORDER,
		fiat: 'UAH',
		fiatAmount: '1500',
		status: 'waitingForRelease',
		side: 'sell',
		counterpartyName: 'Олена Коваленко',
		counterpartyNickname: 'olena_k',
		createdAtMs: NOON,
		...changes,
	};
}

describe('matchPayment', () => {
	it('finds the one order that fits by currency, amount and name', () => {
		expect(matchPayment(aNotice(), [anOrder(), anOrder({ orderId: OTHER, fiatAmount: '1600' })], options)).toEqual({
			verdict: 'match',
			orderId: ORDER,
			nameScore: 0.97,
			reasons: [
				'The amount fits: 1500.00 UAH paid, 1500 UAH expected.',
				'The name fits: "KOVALENKO OLENA" paid, "Олена Коваленко" is expected (score 0.97, at least 0.85 is needed). The names are the same, spelled in another way.',
			],
			candidates: [
				{ orderId: ORDER, amountMatches: true, nameScore: 0.97, referenceMatches: false, reasons: expect.any(Array) },
				{ orderId: OTHER, amountMatches: false, nameScore: 0.97, referenceMatches: false, reasons: expect.any(Array) },
			],
		});
	});

	const table: ReadonlyArray<
		[
			rule: string,
			notice: Partial<BankNotice>,
			orders: ReadonlyArray<Partial<PaymentCandidate>>,
			verdict: MatchVerdict,
			orderId?: string,
		]
	> = [
		['takes an order the buyer has not marked as paid yet', {}, [{ status: 'waitingForPayment' }], 'match', ORDER],
		['compares currencies without case and blanks', { fiat: ' uah ' }, [{}], 'match', ORDER],
		['takes no order in another currency', { fiat: 'EUR' }, [{}], 'noMatch'],
		['takes an empty currency for none', { fiat: '' }, [{ fiat: '' }], 'noMatch'],
		['takes no order of another amount', { amount: '1500.01' }, [{}], 'noMatch'],
		['takes no order in which I buy', {}, [{ side: 'buy' }], 'noMatch'],
		['takes no completed order', {}, [{ status: 'completed' }], 'noMatch'],
		['takes no cancelled order', {}, [{ status: 'cancelled' }], 'noMatch'],
		['takes no order under appeal', {}, [{ status: 'appeal' }], 'noMatch'],
		['takes no order of an unknown status', {}, [{ status: 'unknown' }], 'noMatch'],
		['finds nothing among no orders', {}, [], 'noMatch'],
		['warns of a payer who is not the buyer', { payerName: 'Ivan Petrov' }, [{}], 'nameMismatch'],
		['warns of the sister of the buyer', { payerName: 'KOVALENKO OLHA' }, [{}], 'nameMismatch'],
		['warns of a name cut to an initial', { payerName: 'О. КОВАЛЕНКО' }, [{}], 'nameMismatch'],
		['warns of a hidden name', { payerName: 'K*** O***' }, [{}], 'nameMismatch'],
		['never matches without the payer’s name', { payerName: '  ' }, [{}], 'nameMismatch'],
		['never matches a buyer without a name', {}, [{ counterpartyName: ' ' }], 'nameMismatch'],
		['never matches two empty names', { payerName: '' }, [{ counterpartyName: '' }], 'nameMismatch'],
		['does not take the nickname for the name', { payerName: 'olena_k' }, [{ counterpartyName: '' }], 'nameMismatch'],
		[
			'does not let a reference make good for the name',
			{ payerName: 'Ivan Petrov', reference: ORDER },
			[{}],
			'nameMismatch',
		],
		[
			'does not let a reference make good for a missing name',
			{ payerName: '', reference: ORDER },
			[{}],
			'nameMismatch',
		],
		['does not let a reference make good for the amount', { amount: '1400', reference: ORDER }, [{}], 'noMatch'],
		['does not let a reference make good for the currency', { fiat: 'USD', reference: ORDER }, [{}], 'noMatch'],
		['chooses none of two orders of one buyer and amount', {}, [{}, { orderId: OTHER }], 'ambiguous'],
		[
			'chooses the one of two that the reference names',
			{ reference: `P2P ${OTHER}` },
			[{}, { orderId: OTHER }],
			'match',
			OTHER,
		],
		[
			'chooses none of two that the reference names both',
			{ reference: `${ORDER} ${OTHER}` },
			[{}, { orderId: OTHER }],
			'ambiguous',
		],
		[
			'does not take the last digits for the order number',
			{ reference: OTHER.slice(-8) },
			[{}, { orderId: OTHER }],
			'ambiguous',
		],
		[
			'does not take a longer number for the order number',
			{ reference: `9${OTHER}` },
			[{}, { orderId: OTHER }],
			'ambiguous',
		],
		[
			'does not take an empty reference for a name of an order',
			{ reference: '' },
			[{}, { orderId: OTHER }],
			'ambiguous',
		],
		[
			'does not take a reference of an order without a number',
			{ reference: 'a' },
			[{ orderId: 'a' }, { orderId: 'b' }],
			'ambiguous',
		],
		[
			'distinguishes two buyers of one amount by name',
			{},
			[{}, { orderId: OTHER, counterpartyName: 'Іван Петренко' }],
			'match',
			ORDER,
		],
		[
			'is not sure if the reference names another open order',
			{ reference: OTHER },
			[{}, { orderId: OTHER, fiatAmount: '9' }],
			'ambiguous',
		],
		['takes an order listed twice for one', {}, [{}, {}], 'match', ORDER],
		['rules out a payment before the order', { paidByMs: NOON - 6 * MINUTE }, [{}], 'noMatch'],
		['forgives a bank’s clock five minutes', { paidByMs: NOON - 5 * MINUTE }, [{}], 'match', ORDER],
		['takes a payment long after the order', { paidByMs: NOON + 600 * MINUTE }, [{}], 'match', ORDER],
		[
			'chooses the older of two orders if the younger came after the payment',
			{ paidByMs: NOON },
			[{ createdAtMs: NOON - 30 * MINUTE }, { orderId: OTHER, createdAtMs: NOON + 30 * MINUTE }],
			'match',
			ORDER,
		],
		['rules out a payment of unreadable time', { paidByMs: NaN }, [{}], 'noMatch'],
		[
			'matches none by elimination while another of the amount was not read',
			{},
			[{}, { orderId: OTHER, counterpartyName: undefined }],
			'ambiguous',
		],
		[
			'reports no third party while another of the amount was not read',
			{ payerName: 'Ivan Petrov' },
			[{}, { orderId: OTHER, counterpartyName: undefined }],
			'ambiguous',
		],
		[
			'matches the one that is named although another of the amount was not read',
			{ reference: ORDER },
			[{}, { orderId: OTHER, counterpartyName: undefined }],
			'match',
			ORDER,
		],
		[
			'does not mind an unread order of another amount',
			{},
			[{}, { orderId: OTHER, fiatAmount: '9', counterpartyName: undefined }],
			'match',
			ORDER,
		],
	];

	it.each(table)('%s', (_rule, notice, orders, ...[verdict, orderId]) => {
		const result = matchPayment(aNotice(notice), orders.map(anOrder), options);

		expect([result.verdict, result.orderId]).toEqual([verdict, orderId]);
	});

	it.each<[string, string, MatchVerdict]>([
		['0.5', '1500.50', 'match'],
		['0.5', '1500.51', 'noMatch'],
		['1%', '1485', 'match'],
		['1%', '1484.99', 'noMatch'],
	])('with a tolerance of %s and %s paid is %s', (tolerance, amount, verdict) => {
		const amountTolerance = tolerance.endsWith('%')
			? { type: 'percent' as const, value: tolerance.slice(0, -1) }
			: { type: 'amount' as const, value: tolerance };

		expect(matchPayment(aNotice({ amount }), [anOrder()], { ...options, amountTolerance }).verdict).toBe(verdict);
	});

	it.each([NaN, 0, -1])('lets no stranger through with a threshold of %p', (minNameScore) => {
		const result = matchPayment(aNotice({ payerName: 'John Smith' }), [anOrder()], { ...options, minNameScore });

		expect(result.verdict).toBe('nameMismatch');
	});

	it('reports the merchant what to do about a payment by a third party', () => {
		const result = matchPayment(aNotice({ payerName: 'Ivan Petrov' }), [anOrder()], options);

		expect(result).toMatchObject({
			verdict: 'nameMismatch',
			nameScore: 0,
			reasons: [
				`The amount fits order ${ORDER}, but the payer is not the buyer: this may be a payment by a third party.`,
				'The name does not fit: "Ivan Petrov" paid, "Олена Коваленко" is expected (score 0, at least 0.85 is needed). The names are different.',
				'Do not release on this payment. Compare the names yourself; if another person paid, ask the buyer in the chat, send the money back, or appeal.',
			],
		});
		expect(result).not.toHaveProperty('orderId');
	});

	it('names all orders that fit if it chooses none', () => {
		expect(matchPayment(aNotice(), [anOrder({ orderId: OTHER }), anOrder()], options).reasons).toEqual([
			`2 open orders fit by amount and name: ${ORDER}, ${OTHER}. The payment's reference does not name one of them, so none was chosen. Look at them on Bybit, or ask the buyer which one was paid.`,
		]);
	});

	it('says that the payment is older than the order', () => {
		expect(matchPayment(aNotice({ paidByMs: NOON - 60 * MINUTE }), [anOrder()], options).reasons).toEqual([
			'1500.00 UAH was paid before the only orders of that amount were created, so it is not for them.',
		]);
	});

	it('shows a name of a stranger in one short line', () => {
		const result = matchPayment(aNotice({ payerName: `Ivan\r\n\u202e${'x'.repeat(500)}` }), [anOrder()], options);

		for (const reason of result.reasons) expect(reason).toMatch(/^[^\r\n\u202e]{1,400}$/);
	});
});

describe('matchPayment over any orders', () => {
	const names = [
		'Олена Коваленко',
		'OLENA KOVALENKO',
		'Kovalenko Olha',
		'Ivan Petrov',
		'І. Коваленко',
		'O*** K***',
		'',
	];
	const ids = Array.from({ length: 6 }, (_, index) => `179000000000000000${index}`);
	const order: fc.Arbitrary<PaymentCandidate> = fc.record({
		orderId: fc.constantFrom(...ids),
		fiat: fc.constantFrom('UAH', 'uah', 'EUR'),
		fiatAmount: fc.constantFrom('1500', '1500.00', '1501', '900'),
		status: fc.constantFrom('waitingForPayment', 'waitingForRelease', 'appeal', 'completed'),
		side: fc.constantFrom<'sell' | 'buy'>('sell', 'sell', 'buy'),
		counterpartyName: fc.constantFrom(...names),
		counterpartyNickname: fc.constant('olena_k'),
		createdAtMs: fc.integer({ min: NOON - 20 * MINUTE, max: NOON + 20 * MINUTE }),
	});
	const orders = fc.uniqueArray(order, { selector: ({ orderId }) => orderId, maxLength: 6 });
	const notice: fc.Arbitrary<BankNotice> = fc.record(
		{
			amount: fc.constantFrom('1500', '1500.5', '900'),
			fiat: fc.constantFrom('UAH', 'EUR'),
			payerName: fc.constantFrom(...names),
			reference: fc.constantFrom('', 'thanks', ...ids, `${ids[0]}/${ids[1]}`),
			paidByMs: fc.integer({ min: NOON - 20 * MINUTE, max: NOON + 20 * MINUTE }),
		},
		{ requiredKeys: ['amount', 'fiat', 'payerName'] },
	);
	const wide: MatchOptions = { ...options, amountTolerance: { type: 'amount', value: '1' } };
	const runs = { ...SEED, numRuns: 1500 };

	/** Listed orders of which one fits, and one more. */
	const matchedAndAdded = fc
		.tuple(notice, orders, order, fc.constantFrom(...names.slice(0, 2)))
		.filter(
			([paid, listed, added]) =>
				listed.length > 0 && listed.every(({ orderId }) => orderId !== added.orderId) && paid.amount !== '900',
		)
		.map(([paid, [first, ...rest], added, name]) => ({
			paid: { ...paid, fiat: 'UAH', payerName: 'KOVALENKO OLENA' },
			listed: [
				{
					...first,
					fiat: 'UAH',
					fiatAmount: '1500',
					status: 'waitingForRelease',
					side: 'sell' as const,
					counterpartyName: name,
				},
				...rest,
			],
			added,
		}));

	const paidAndListed = fc.oneof(
		fc.record({ paid: notice, listed: orders }),
		matchedAndAdded.map(({ paid, listed, added }) => ({ paid, listed: [...listed, added] })),
	);

	it('matches only an order that meets every criterion, and only if it is the only one or named', () => {
		let matches = 0;
		fc.assert(
			fc.property(paidAndListed, ({ paid, listed }) => {
				const result = matchPayment(paid, listed, wide);
				if (result.verdict !== 'match') {
					expect(result.orderId).toBeUndefined();
					return;
				}
				matches += 1;
				const fits = listed.filter(
					(entry) =>
						entry.side === 'sell' &&
						['waitingForPayment', 'waitingForRelease'].includes(entry.status) &&
						entry.fiat.toUpperCase() === paid.fiat &&
						withinTolerance(paid.amount, entry.fiatAmount, wide.amountTolerance) &&
						nameScore(paid.payerName, entry.counterpartyName ?? '') >= wide.minNameScore &&
						(paid.paidByMs === undefined || paid.paidByMs >= entry.createdAtMs - 5 * MINUTE),
				);
				const named = fits.filter(({ orderId }) => paid.reference?.split('/').includes(orderId));

				expect(fits.map(({ orderId }) => orderId)).toContain(result.orderId);
				if (fits.length > 1) expect(named.map(({ orderId }) => orderId)).toEqual([result.orderId]);
			}),
			runs,
		);
		expect(matches).toBeGreaterThan(200);
	});

	it('does not depend on the order in which the orders are listed', () => {
		const shuffled = orders.chain((listed) =>
			fc.tuple(fc.constant(listed), fc.shuffledSubarray(listed, { minLength: listed.length })),
		);
		fc.assert(
			fc.property(notice, shuffled, (paid, [listed, again]) => {
				expect(matchPayment(paid, again, wide)).toEqual(matchPayment(paid, listed, wide));
			}),
			runs,
		);
	});

	it('never turns a match into the match of another order because one more is listed', () => {
		fc.assert(
			fc.property(matchedAndAdded, ({ paid, listed, added }) => {
				const before = matchPayment(paid, listed, wide);
				fc.pre(before.verdict === 'match');
				const after = matchPayment(paid, [...listed, added], wide);

				if (after.verdict === 'match' && after.orderId !== before.orderId) {
					// Only the payer can decide it: by naming the added order, which fits as well.
					expect(paid.reference?.split('/')).toContain(added.orderId);
					expect(after.orderId).toBe(added.orderId);
				} else expect(['match', 'ambiguous']).toContain(after.verdict);
			}),
			{ ...SEED, numRuns: 1000 },
		);
	});

	it('keeps a match when an order is listed that does not fit and that the payer does not name', () => {
		fc.assert(
			fc.property(matchedAndAdded, ({ paid, listed, added }) => {
				const before = matchPayment(paid, listed, wide);
				fc.pre(before.verdict === 'match');
				fc.pre(!(paid.reference ?? '').includes(added.orderId));
				const irrelevant = { ...added, fiatAmount: '77777' };

				expect(matchPayment(paid, [...listed, irrelevant], wide)).toMatchObject({
					verdict: 'match',
					orderId: before.orderId,
				});
			}),
			{ ...SEED, numRuns: 1000 },
		);
	});
});
