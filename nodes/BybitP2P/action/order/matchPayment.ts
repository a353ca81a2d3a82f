import { SIDE } from '../../api/codes';
import type { BybitApi } from '../../api/client';
import { InputError } from '../../api/errors';
import { counterpartyName, simplifiedOrder, simplifiedOrderInFull } from '../../api/simplify/order';
import { orderPages } from '../../api/pages';
import type { Id, OrderInFull, OrderRow } from '../../api/types';
import { readBankAmount } from '../../safety/bankAmount';
import { isDecimal, parseTolerance, withinTolerance } from '../../safety/decimal';
import {
	matchPayment as matched,
	type BankNotice,
	type MatchOptions,
	type PaymentCandidate,
} from '../../safety/paymentMatch';
import { DEFAULT_MIN_NAME_SCORE } from '../../safety/names';
import { minScore } from '../../safety/releaseChecks';
import { codeFrom, collectionFrom, requiredText, textFrom, timeFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import type { Params } from '../../n8n/parameters';
import { fetchOrder } from '../../api/fetchOne';

export const matchPayment: Operation = {
	name: 'Match Payment',
	value: 'matchPayment',
	action: 'Match a payment with an order',
	description:
		'Find the one open sale that a payment in your bank account is for. Says so when there is none, when there are several, and when the payer is not the buyer.',
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
				'What arrived, as the bank writes it. An amount that can be read in two ways, such as 1.234, is refused.',
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
			description: 'Who paid, as the bank tells it. It is compared with the real names of the buyers.',
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
					description: 'How far the amount may differ: an amount in the same currency, or a percentage',
				},
				{
					displayName: 'Minimum Name Score',
					name: 'minNameScore',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
					default: 0.85,
					description: 'How alike the names must be, from 0 to 1',
				},
				{
					displayName: 'Paid At',
					name: 'paidAt',
					type: 'dateTime',
					default: '',
					description: 'When the payment was made; orders opened later are ruled out',
				},
				{
					displayName: 'Reference',
					name: 'reference',
					type: 'string',
					default: '',
					description: 'The text of the payment. Only a whole order ID in it counts.',
				},
			],
		},
	],
	async execute({ api, params }) {
		const notice = noticeFrom(params);
		const options = optionsFrom(params);

		const read = await candidates(api, notice, options);
		const { verdict, orderId, nameScore, reasons, candidates: findings } = matched(notice, read.candidates, options);

		const order = orderId === undefined ? undefined : read.inFull.get(orderId);
		return {
			json: {
				verdict,
				order: order === undefined ? null : simplifiedOrderInFull(order),
				nameScore,
				reasons,
				candidates: findings,
			},
		};
	},
};

/** @throws InputError for an amount that is none or can be read in two ways, and for missing fields. */
function noticeFrom(params: Params): BankNotice {
	const amount = readBankAmount(params.get('amount'));
	if ('refused' in amount) {
		throw new InputError(
			`The payment was not matched: ${amount.refused}`,
			'Nothing was read. Correct Amount; with two decimals it is always clear.',
		);
	}
	const fiat = codeFrom(params.get('fiat'), 'Fiat');
	if (amount.currency !== undefined && amount.currency !== fiat) {
		throw new InputError(
			`The payment was not matched: Amount is in ${amount.currency}, and Fiat is ${fiat}`,
			'Nothing was read. Correct one of the two.',
		);
	}
	const { reference, paidAt } = collectionFrom(params, 'options');
	return {
		amount: amount.amount,
		fiat,
		payerName: requiredText(params, 'payerName', 'Payer Name'),
		...(reference === undefined ? {} : { reference: textFrom(reference, 'Reference') }),
		...(paidAt === undefined ? {} : { paidAtMs: timeFrom(paidAt, 'Paid At') }),
	};
}

function optionsFrom(params: Params): MatchOptions {
	const options = collectionFrom(params, 'options');
	const amountTolerance = parseTolerance(options.amountTolerance ?? '0');
	if (amountTolerance === undefined) {
		throw new InputError(
			'The payment was not matched: Amount Tolerance is not an amount or a percentage',
			'Nothing was read. Use for example 0.50 or 1%.',
		);
	}
	const minNameScore = minScore({ minNameScore: options.minNameScore ?? DEFAULT_MIN_NAME_SCORE });
	if (minNameScore === undefined) {
		throw new InputError(
			'The payment was not matched: Minimum Name Score is not a number above 0 and up to 1',
			'Nothing was read. Use for example 0.85.',
		);
	}
	return { amountTolerance, minNameScore };
}

/** The open sales in the currency of the payment. Real names are cut short in lists, so orders that may fit are read in full. */
async function candidates(
	api: BybitApi,
	notice: BankNotice,
	{ amountTolerance }: MatchOptions,
): Promise<{ candidates: readonly PaymentCandidate[]; inFull: ReadonlyMap<Id, OrderInFull> }> {
	const found: PaymentCandidate[] = [];
	const inFull = new Map<Id, OrderInFull>();
	for await (const { rows } of orderPages(api, 'pending', { side: SIDE.sell })) {
		for (const row of rows) {
			if (row.currencyId.trim().toUpperCase() !== notice.fiat) continue;
			const mayFit = isDecimal(row.amount) && withinTolerance(notice.amount, row.amount, amountTolerance);
			const isNamed = notice.reference?.includes(row.id) === true;
			const order = mayFit || isNamed ? await fetchOrder(api, row.id) : undefined;
			if (order !== undefined) inFull.set(row.id, order);
			found.push(candidateFrom(row, order));
		}
	}
	return { candidates: found, inFull };
}

function candidateFrom(row: OrderRow, order: OrderInFull | undefined): PaymentCandidate {
	const { orderId, fiat, fiatAmount, status, side, counterpartyNickname } = simplifiedOrder(order ?? row);
	return {
		orderId,
		fiat,
		fiatAmount,
		status,
		side: side === 'sell' ? 'sell' : 'buy',
		counterpartyName: order === undefined ? '' : counterpartyName(order),
		counterpartyNickname,
		createdAtMs: Number(row.createDate),
	};
}
