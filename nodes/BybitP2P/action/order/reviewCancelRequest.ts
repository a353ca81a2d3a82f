import type { INodeProperties } from 'n8n-workflow';

import { sideOf, STATUS, statusName, statusOf, statusText } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { textOf } from '../../api/text';
import type { Id, OrderInFull } from '../../api/types';
import { orderIdField } from '../../n8n/fields';
import { choiceFrom, listFrom, optionalFrom, orderIdFrom, textFrom, type Params } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { carryOut, type MoneyAction } from './moneyAction';
import { dryRunHint, isConfirmedByAuthor, moneyOptionsField, moneyOptionsFrom } from './moneyOptions';

const DECISIONS = ['accept', 'reject'] as const;
const REASONS = ['haveMadePayment', 'haveNotReceivedFullRefund', 'others'] as const;
/** How the exchange spells the reasons. */
const REASON_PREFIX = 'buyerRefuseOrderCancelReason_';
/** An address of a proof: whole, or relative as the exchange gives it for an uploaded file. */
const ADDRESS = /^(https?:\/)?\/[^\s,]+$/i;

const confirmNotPaid: INodeProperties = {
	displayName: 'Confirm Not Paid',
	name: 'confirmNotPaid',
	type: 'boolean',
	// Set by the author alone: an expression could hand the decision to an AI agent.
	noDataExpression: true,
	default: false,
	description:
		'Whether you confirm that you have not sent the money, or have it back. Without it an order that is marked as paid is not given up. It is set by hand; an expression does not count.',
};
const optionsField = moneyOptionsField([confirmNotPaid]);

interface ReviewedRequest {
	readonly orderId: Id;
	readonly decision: (typeof DECISIONS)[number];
	readonly reviewed: boolean;
	readonly alreadyReviewed: boolean;
	readonly status: ReturnType<typeof statusName>;
	readonly dryRun: boolean;
}

export const reviewCancelRequest: Operation<ReviewedRequest> = {
	name: 'Review Cancel Request',
	value: 'reviewCancelRequest',
	action: 'Review cancel request of order',
	description:
		'Answer a seller who asks to cancel an order in which you buy. Accepting ends the order for good: accept only if you have not paid.',
	isMoneyAction: true,
	hint: dryRunHint('the request was not answered'),
	ownTexts: ['decision'],
	properties: [
		orderIdField,
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'options',
			options: [
				{ name: 'Accept', value: 'accept', description: 'The order is cancelled and the seller keeps the coins' },
				{ name: 'Reject', value: 'reject', description: 'The order stays open' },
			],
			default: 'reject',
		},
		{
			displayName: 'Reason',
			name: 'rejectReason',
			type: 'options',
			options: [
				{ name: 'I Have Not Received the Full Refund', value: 'haveNotReceivedFullRefund' },
				{ name: 'I Have Paid', value: 'haveMadePayment' },
				{ name: 'Other', value: 'others' },
			],
			default: 'others',
			displayOptions: { show: { decision: ['reject'] } },
		},
		{
			displayName: 'Proofs',
			name: 'rejectProofs',
			type: 'string',
			required: true,
			default: '',
			description: 'Addresses of proofs, such as uploaded receipts, separated by commas',
			displayOptions: { show: { decision: ['reject'] } },
		},
		{
			displayName: 'Remark',
			name: 'rejectRemark',
			type: 'string',
			default: '',
			description: 'What the seller and Bybit should know',
			displayOptions: { show: { decision: ['reject'] } },
		},
		optionsField,
	],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const decision = choiceFrom(params.get('decision'), 'Decision', DECISIONS);
		const { dryRun } = moneyOptionsFrom(params, optionsField);
		const isNotPaid = isConfirmedByAuthor(params, optionsField, confirmNotPaid.name);
		const action =
			decision === 'accept' ? acceptanceOf(orderId, isNotPaid) : rejectionOf(orderId, rejectionFrom(params));

		const { type, order } = await carryOut(api, orderId, action, dryRun);

		return {
			json: {
				orderId,
				decision,
				reviewed: type !== 'rehearsed',
				alreadyReviewed: type === 'already',
				status: statusName(statusOf(order.status)),
				dryRun,
			},
		};
	},
};

interface Review {
	readonly orderId: Id;
	readonly examineResult: 'PASS' | 'REJECT';
	readonly rejectReason?: string;
	readonly rejectProofs?: string;
	readonly rejectRemark?: string;
}

/** There is nothing to report but what happened. */
type Report = Readonly<Record<string, never>>;

const NOUN = 'answer to the cancel request';

function acceptanceOf(orderId: Id, isNotPaid: boolean): MoneyAction<Review, Report> {
	const isCancelled = ({ status }: OrderInFull): boolean => statusOf(status) === STATUS.cancelled;
	return {
		noun: NOUN,
		endpoint: endpoints.reviewCancelRequest,
		prepare(order) {
			const notMine = refusalBySide(order);
			if (notMine !== undefined) return { type: 'refused', refusal: notMine };
			if (isCancelled(order)) return { type: 'already', report: {} };
			const notNow = refusalWithoutRequest(order) ?? refusalByPayment(order, isNotPaid);
			if (notNow !== undefined) return { type: 'refused', refusal: notNow };
			return { type: 'ready', request: { orderId, examineResult: 'PASS' }, report: {} };
		},
		isDone: isCancelled,
	};
}

function rejectionOf(orderId: Id, rejection: Omit<Review, 'orderId'>): MoneyAction<Review, Report> {
	return {
		noun: NOUN,
		endpoint: endpoints.reviewCancelRequest,
		prepare(order) {
			const refusal = refusalBySide(order) ?? refusalWithoutRequest(order);
			if (refusal !== undefined) return { type: 'refused', refusal };
			return { type: 'ready', request: { orderId, ...rejection }, report: {} };
		},
		// A request that is gone after a no of the exchange was withdrawn by the seller, or answered by somebody else.
		isDone: (order, answer) => answer.type !== 'refused' && isTurnedDown(order),
	};
}

/** A request that is gone because the order was cancelled has not been rejected. */
function isTurnedDown({ needBuyerExamineCancel, status }: OrderInFull): boolean {
	const code = statusOf(status);
	return needBuyerExamineCancel === false && code !== undefined && code !== STATUS.cancelled;
}

function rejectionFrom(params: Params): Omit<Review, 'orderId'> {
	const reason = choiceFrom(textOf(params.get('rejectReason')).replace(REASON_PREFIX, ''), 'Reason', REASONS);
	const proofs = listFrom(params.get('rejectProofs'));
	if (proofs.length === 0) {
		throw new InputError(
			'The cancel request was not rejected: Proofs is empty',
			'Nothing was sent. Bybit wants the address of at least one proof, such as a picture of the receipt.',
		);
	}
	const strange = proofs.find((proof) => !ADDRESS.test(proof));
	if (strange !== undefined) {
		throw new InputError(
			`The cancel request was not rejected: Proofs holds "${strange.slice(0, 60)}", which is not an address`,
			'Nothing was sent. Use addresses that begin with https://, separated by commas.',
		);
	}
	const remark = textFrom(optionalFrom(params, 'rejectRemark', 'Remark') ?? '', 'Remark').trim();
	return {
		examineResult: 'REJECT',
		rejectReason: `${REASON_PREFIX}${reason}`,
		rejectProofs: proofs.join(','),
		...(remark === '' ? {} : { rejectRemark: remark }),
	};
}

function refusalBySide({ id, side }: OrderInFull): InputError | undefined {
	if (sideOf(side) === 'buy') return undefined;
	return new InputError(
		`The cancel request of order ${id} was not answered: in this order you sell, and the buyer answers`,
		'Nothing was sent.',
	);
}

function refusalWithoutRequest({ id, status, needBuyerExamineCancel }: OrderInFull): InputError | undefined {
	if (needBuyerExamineCancel === true) return undefined;
	return new InputError(
		`The cancel request of order ${id} was not answered: there is none open; the order is ${statusText(statusOf(status))}`,
		'Nothing was sent. It may have been answered already, by an earlier try too, or have run out.',
	);
}

/** To accept gives up the coins: only an order that is certainly not marked as paid is given up without a word of the author. */
function refusalByPayment({ id, status }: OrderInFull, isNotPaid: boolean): InputError | undefined {
	const code = statusOf(status);
	if (isNotPaid || code === STATUS.waitingForPayment) return undefined;
	return new InputError(
		`The cancel request of order ${id} was not answered: the order is ${statusText(code)}, so it may be paid, and to accept would give the coins back to the seller`,
		'Nothing was sent. If you have paid, reject the request. If you have not, or have the money back, turn on Confirm Not Paid in Options.',
	);
}
