import { counterpartyName } from '../../api/simplify/order';
import { idOf } from '../../api/text';
import type { OrderInFull } from '../../api/types';
import { decimalFromInput } from '../decimal';
import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../names';
import { refining, unreadable, type CheckFields, type CheckRow, type Finding } from './check';

const SCORE_HINT =
	'How alike the names must be, from 0 to 1. The default lets no two different people of our test set pass.';

/** Who is on the other side. */
export const personChecks: readonly CheckRow[] = [
	{
		name: 'expectedCounterpartyId',
		label: 'Expected Counterparty ID',
		field: { type: 'string', default: '' },
		descriptions: { release: 'The Bybit ID of the buyer', markAsPaid: 'The Bybit ID of the seller' },
		evaluate(order, { expectedCounterpartyId: expected }) {
			const found = idOf(order.targetUserId);
			if (typeof expected !== 'string') {
				return { found, passed: false, note: 'An ID must be text: numbers lose the last digits' };
			}
			if (expected.trim() === '') return unreadable(found);
			return { found, passed: expected.trim() === found };
		},
	},
	{
		name: 'expectedPayerName',
		label: 'Expected Payer Name',
		field: { type: 'string', default: '' },
		descriptions: {
			release: 'Who paid, as your bank states it. It is compared with the real name of the buyer.',
		},
		evaluate: (order, fields) => nameFinding(order, fields.expectedPayerName, fields),
	},
	{
		name: 'expectedSellerName',
		label: 'Expected Seller Name',
		field: { type: 'string', default: '' },
		descriptions: { markAsPaid: 'Whom you have paid. It is compared with the real name of the seller.' },
		evaluate: (order, fields) => nameFinding(order, fields.expectedSellerName, fields),
	},
	{
		name: 'minNameScore',
		label: 'Minimum Name Score',
		field: {
			type: 'number',
			default: DEFAULT_MIN_NAME_SCORE,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		},
		descriptions: { release: SCORE_HINT, markAsPaid: SCORE_HINT },
		...refining(['expectedPayerName', 'expectedSellerName']),
	},
];

/** The name of the other side in full: the buyer's where I sell, the seller's where I buy. */
function nameFinding(order: OrderInFull, expected: unknown, fields: CheckFields): Finding {
	const found = counterpartyName(order);
	if (typeof expected !== 'string' || expected.trim() === '') return unreadable(found);
	const least = minScoreFrom(fields);
	if (least === undefined) {
		return { found, passed: false, note: 'The minimum name score is not a number above 0 and up to 1' };
	}
	const { score, reasons } = explainNameScore(expected, found);
	return {
		found,
		passed: score > 0 && score >= least,
		note: `Score ${score}, at least ${least} is needed. ${reasons.join(' ')}`,
	};
}

/** @returns undefined unless it is above 0 and up to 1: a score of 0 would let everybody pass. */
export function minScoreFrom(fields: CheckFields): number | undefined {
	if (!('minNameScore' in fields)) return DEFAULT_MIN_NAME_SCORE;
	const value = Number(decimalFromInput(fields.minNameScore) ?? Number.NaN);
	return value > 0 && value <= 1 ? value : undefined;
}
