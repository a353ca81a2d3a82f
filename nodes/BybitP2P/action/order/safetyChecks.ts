import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { Check, CheckName } from '../../safety/releaseChecks';

/** What must be true of an order before its coins are released, besides that Bybit would allow it. */
export const safetyChecksField: INodeProperties = {
	displayName: 'Safety Checks',
	name: 'safetyChecks',
	type: 'collection',
	placeholder: 'Add Check',
	default: {},
	description: 'All that are added must pass, or nothing is sent. A check whose value is empty does not pass.',
	options: [
		{
			displayName: 'Amount Tolerance',
			name: 'amountTolerance',
			type: 'string',
			default: '0',
			placeholder: 'e.g. 0.50 or 1%',
			description: 'How far the fiat amount may differ: an amount in the currency of the order, or a percentage',
		},
		{
			displayName: 'Expected Coin',
			name: 'expectedCoin',
			type: 'string',
			default: '',
			placeholder: 'e.g. USDT',
		},
		{
			displayName: 'Expected Coin Amount',
			name: 'expectedCoinAmount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 100',
		},
		{
			displayName: 'Expected Counterparty ID',
			name: 'expectedCounterpartyId',
			type: 'string',
			default: '',
		},
		{
			displayName: 'Expected Fiat',
			name: 'expectedFiat',
			type: 'string',
			default: '',
			placeholder: 'e.g. EUR',
		},
		{
			displayName: 'Expected Fiat Amount',
			name: 'expectedFiatAmount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 92.00',
			description: 'What arrived in your bank account',
		},
		{
			displayName: 'Expected Payer Name',
			name: 'expectedPayerName',
			type: 'string',
			default: '',
			description: 'Who paid, as your bank tells it. It is compared with the real name of the buyer.',
		},
		{
			displayName: 'Maximum Fiat Amount',
			name: 'maxFiatAmount',
			type: 'string',
			default: '',
			description: 'Larger orders are not released by this workflow',
		},
		{
			displayName: 'Minimum Minutes Since Paid',
			name: 'minMinutesSincePaid',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 5,
			description: 'How long ago the buyer must have marked the order as paid',
		},
		{
			displayName: 'Minimum Name Score',
			name: 'minNameScore',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0.85,
			description:
				'How alike the names must be, from 0 to 1. The default lets no two different people of our test set pass.',
		},
	],
};

/** The checks as the merchant sees them in the editor. */
const LABELS: Readonly<Record<CheckName, string>> = {
	expectedFiatAmount: 'Expected Fiat Amount',
	expectedFiat: 'Expected Fiat',
	expectedCoinAmount: 'Expected Coin Amount',
	expectedCoin: 'Expected Coin',
	expectedCounterpartyId: 'Expected Counterparty ID',
	expectedPayerName: 'Expected Payer Name',
	maxFiatAmount: 'Maximum Fiat Amount',
	minMinutesSincePaid: 'Minimum Minutes Since Paid',
	amountTolerance: 'Amount Tolerance',
	minNameScore: 'Minimum Name Score',
};

/** @throws InputError that names every check which does not pass, with what was expected and found. */
export function assertChecksPassed(orderId: string, checks: readonly Check[]): void {
	const failing = checks.filter(({ passed }) => !passed);
	if (failing.length === 0) return;
	const named = failing.map(
		({ check, expected, found, note }) =>
			`${LABELS[check]}: expected "${expected}", found "${found}"${note === '' ? '' : ` (${note})`}`,
	);
	throw new InputError(
		`Order ${orderId} was not released: ${failing.length === 1 ? 'a safety check does' : `${failing.length} safety checks do`} not pass. ${named.join('; ')}`,
		'Nothing was sent. Look into your bank account and at the order before you release it by hand.',
	);
}
