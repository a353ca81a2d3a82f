import { simplifiedOrderInFull, type OrderDetails, type SimplifiedOrder } from '../../api/simplify/order';
import { TIMES_HINT } from '../../n8n/parameters';
import { DEFAULT_MIN_NAME_SCORE } from '../../safety/names';
import { matchPayment as matched } from '../../safety/paymentMatch';
import type { BankNotice, PaymentMatch } from '../../safety/paymentMatch/types';
import { isUsedReference } from '../../safety/references';
import type { Operation, Output } from '../operation';
import { readOpenSales } from './matchCandidates';
import { paymentFrom } from './paymentNotice';

const PAID_AT_HINT = `When the payment was made; orders opened later are ruled out. ${TIMES_HINT}`;

type MatchedPayment = Omit<PaymentMatch, 'orderId'> & {
	/** Only with `match`. */
	readonly order: (SimplifiedOrder & OrderDetails) | null;
};

export const matchPayment: Operation<MatchedPayment> = {
	name: 'Match Payment',
	value: 'matchPayment',
	action: 'Match payment with order',
	description:
		'Find the one open sale that a payment in your bank account is for. Says so when there is none, when there are several, and when the payer is not the buyer.',
	isReadOnly: true,
	ownTexts: ['verdict'],
	properties: [
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1,234.50',
			description:
				'What arrived, as the bank writes it. An amount that can be read in two ways, such as 1.234, is refused, and so is the sign of another currency.',
		},
		{
			displayName: 'Fiat',
			name: 'fiat',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. EUR',
		},
		{
			displayName: 'Payer Name',
			name: 'payerName',
			type: 'string',
			required: true,
			default: '',
			description: 'Who paid, as the bank states it. It is compared with the real names of the buyers.',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Amount Tolerance',
					name: 'amountTolerance',
					type: 'string',
					default: '0',
					placeholder: 'e.g. 0.50 or 1%',
					description:
						'How far the amount may differ: an amount in the same currency, or a percentage. Less than 20 %.',
				},
				{
					displayName: 'Minimum Name Score',
					name: 'minNameScore',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
					default: DEFAULT_MIN_NAME_SCORE,
					description: 'How alike the names must be, from 0 to 1',
				},
				{
					displayName: 'Paid At',
					name: 'paidAt',
					type: 'dateTime',
					default: '',
					description: PAID_AT_HINT,
				},
				{
					displayName: 'Reference',
					name: 'reference',
					type: 'string',
					default: '',
					description:
						'The text of the payment. Of order IDs in it only whole ones count. It is also what Used References is compared with.',
				},
				{
					displayName: 'Used References',
					name: 'usedReferences',
					type: 'string',
					default: '',
					description:
						'References of the payments that earlier orders were released for, separated by commas, or a list from an expression. A payment whose reference is among them is not matched again; blanks, dashes, capitals and leading zeros make no difference.',
				},
			],
		},
	],
	async execute({ api, params, timezone }) {
		const { notice, usedReferences, ...options } = paymentFrom(params, timezone);
		if (isUsed(notice, usedReferences)) return alreadyUsed(notice);

		const { candidates, inFull, passedOver } = await readOpenSales(api, notice, options.amountTolerance);
		const { verdict, orderId, nameScore, reasons, candidates: findings } = matched(notice, candidates, options);

		const order = orderId === undefined ? undefined : inFull.get(orderId);
		return {
			json: {
				verdict,
				order: order === undefined ? null : simplifiedOrderInFull(order),
				nameScore,
				reasons: passedOver === 0 ? reasons : [...reasons, passedOverReason(passedOver)],
				candidates: findings,
			},
		};
	},
};

function isUsed({ reference }: BankNotice, usedReferences: readonly string[] | undefined): boolean {
	return reference !== undefined && usedReferences !== undefined && isUsedReference(reference, usedReferences);
}

/** Nothing has to be read to know it. */
function alreadyUsed({ reference }: BankNotice): Output<MatchedPayment> {
	return {
		json: {
			verdict: 'alreadyUsed',
			order: null,
			nameScore: null,
			reasons: [
				`The reference "${reference?.trim().slice(0, 80)}" is among the Used References: this payment was used for an earlier order. Do not release another order on it.`,
			],
			candidates: [],
		},
	};
}

function passedOverReason(count: number): string {
	return count === 1
		? '1 open order was passed over: Bybit does not show its amount, its currency or its time.'
		: `${count} open orders were passed over: Bybit does not show their amount, their currency or their time.`;
}
