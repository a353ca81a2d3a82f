import { SIDE, STATUS, statusName, statusText } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { textOf } from '../../api/text';
import type { OrderInFull } from '../../api/types';
import { orderIdField } from '../../n8n/fields';
import { choiceFrom, isMissing, listFrom, orderIdFrom, textFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import type { Params } from '../../n8n/parameters';
import { confirmedCall } from './moneyAction';

const DECISIONS = ['accept', 'reject'] as const;
const REASONS = ['haveMadePayment', 'haveNotReceivedFullRefund', 'others'] as const;
/** How the exchange spells the reasons. */
const REASON_PREFIX = 'buyerRefuseOrderCancelReason_';
/** An address of a proof: whole, or relative as the exchange gives it for an uploaded file. */
const ADDRESS = /^(https?:\/)?\/[^\s,]+$/i;

export const reviewCancelRequest: Operation = {
	name: 'Review Cancel Request',
	value: 'reviewCancelRequest',
	action: 'Review the cancel request of an order',
	description:
		'Answer a seller who asks to cancel an order in which you buy. Accepting ends the order for good: accept only if you have not paid.',
	isMoneyAction: true,
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
	],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const decision = choiceFrom(params.get('decision'), 'Decision', DECISIONS);
		const request = decision === 'accept' ? { examineResult: 'PASS' as const } : rejection(params);
		const isCancelled = ({ status }: OrderInFull): boolean => Number(status) === STATUS.cancelled;

		const { type, order } = await confirmedCall(api, orderId, false, {
			what: 'answer to the cancel request',
			isDone: decision === 'accept' ? isCancelled : isTurnedDown,
			isAlready: decision === 'accept' ? isCancelled : () => false,
			assertMine: assertPurchase,
			demand: assertReviewable,
			send: async () => await api.call(endpoints.reviewCancelRequest, { orderId, ...request }),
		});

		return {
			json: {
				orderId,
				decision,
				reviewed: true,
				alreadyReviewed: type === 'already',
				status: statusName(Number(order.status)),
			},
		};
	},
};

/** A request that is gone because the order was cancelled has not been turned down. */
function isTurnedDown({ needBuyerExamineCancel, status }: OrderInFull): boolean {
	return needBuyerExamineCancel === false && Number(status) !== STATUS.cancelled;
}

function rejection(params: Params) {
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
			`The cancel request was not rejected: Proofs holds "${strange.slice(0, 60)}", which is no address`,
			'Nothing was sent. Use addresses that begin with https://, separated by commas.',
		);
	}
	const given = params.get('rejectRemark');
	const remark = isMissing(given) ? '' : textFrom(given, 'Remark').trim();
	return {
		examineResult: 'REJECT' as const,
		rejectReason: `${REASON_PREFIX}${reason}`,
		rejectProofs: proofs.join(','),
		...(remark === '' ? {} : { rejectRemark: remark }),
	};
}

function assertPurchase(order: OrderInFull): void {
	if (Number(order.side) === SIDE.buy) return;
	throw new InputError(
		`The cancel request of order ${order.id} was not answered: in this order you sell, and the buyer answers`,
		'Nothing was sent.',
	);
}

function assertReviewable(order: OrderInFull): void {
	if (order.needBuyerExamineCancel !== true) {
		throw new InputError(
			`The cancel request of order ${order.id} was not answered: there is none open; the order is ${statusText(Number(order.status))}`,
			'Nothing was sent. It may have been answered already, by an earlier try too, or have run out.',
		);
	}
}
