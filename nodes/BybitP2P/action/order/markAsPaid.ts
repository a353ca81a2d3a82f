import { SIDE, STATUS, statusName, statusText } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { paymentTermsOf } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import type { OrderInFull } from '../../api/types';
import { orderIdField } from '../../n8n/fields';
import { collectionFrom, orderIdFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { confirmedCall } from './moneyAction';
import { dryRunFrom, dryRunOption } from './dryRun';

interface Method {
	readonly paymentType: string;
	readonly paymentId: string;
}

const PAID: readonly number[] = [STATUS.waitingForRelease, STATUS.completed];

export const markAsPaid: Operation = {
	name: 'Mark as Paid',
	value: 'markAsPaid',
	action: 'Mark an order as paid',
	description:
		'Tell the seller that you have sent the money. Do it only after you have: Bybit punishes false marks, and it cannot be undone.',
	isMoneyAction: true,
	properties: [
		orderIdField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				dryRunOption,
				{
					displayName: 'Payment ID',
					name: 'paymentId',
					type: 'string',
					default: '',
					description:
						'ID of the payment method you paid with, from the payment terms of the order. Empty: the one chosen in the order, else the first.',
				},
				{
					displayName: 'Payment Type',
					name: 'paymentType',
					type: 'string',
					default: '',
					description: 'Number of the payment type you paid with, as text. Goes together with Payment ID.',
				},
			],
		},
	],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const options = collectionFrom(params, 'options');
		const asked = { paymentType: textOf(options.paymentType), paymentId: textOf(options.paymentId) };
		const dryRun = dryRunFrom(params, ['dryRun', 'paymentId', 'paymentType']);

		let method: Method | undefined;
		const { type, order } = await confirmedCall(api, orderId, dryRun, {
			what: 'payment mark',
			isDone: ({ status }) => PAID.includes(Number(status)),
			assertMine: assertPurchase,
			demand: (open) => {
				assertPayable(open);
				method = methodFor(open, asked);
			},
			send: async (open) => await api.call(endpoints.markAsPaid, { orderId, ...methodFor(open, asked) }),
		});

		return {
			json: {
				orderId,
				paid: type !== 'rehearsed',
				alreadyPaid: type === 'already',
				status: statusName(Number(order.status)),
				// As named in the call: once it is paid the order may offer other methods, or none.
				...(method ?? namedIn(order, asked)),
				dryRun,
			},
		};
	},
};

function assertPurchase(order: OrderInFull): void {
	if (Number(order.side) === SIDE.buy) return;
	throw new InputError(
		`Order ${order.id} was not marked as paid: in this order you sell, so it is the buyer who pays`,
		'Nothing was sent. Use Release for orders in which you sell.',
	);
}

function assertPayable(order: OrderInFull): void {
	const status = Number(order.status);
	if (status !== STATUS.waitingForPayment) {
		throw new InputError(
			`Order ${order.id} was not marked as paid: it is ${statusText(status)}`,
			`Nothing was sent. Only an order that is ${statusText(STATUS.waitingForPayment)} can be marked.`,
		);
	}
}

/** The payment method to name: the one asked for if the order offers it, else the order's own choice. @throws InputError */
function methodFor(order: OrderInFull, asked: Method): Method {
	const offered = paymentTermsOf(order).map(
		(term): Method => ({ paymentType: textOf(term.paymentType), paymentId: textOf(term.id) }),
	);
	const fits = offered.find(
		(method) =>
			(asked.paymentId === '' || method.paymentId === asked.paymentId) &&
			(asked.paymentType === '' || method.paymentType === asked.paymentType),
	);
	if (fits !== undefined) return fits;
	if (offered.length === 0) {
		throw new InputError(
			`Order ${order.id} was not marked as paid: it names no payment method that the API supports`,
			'Nothing was sent. Mark it as paid on Bybit; the method Balance is possible there only.',
		);
	}
	throw new InputError(
		`Order ${order.id} was not marked as paid: it does not offer payment type "${asked.paymentType}" with payment ID "${asked.paymentId}"`,
		`Nothing was sent. The order offers ${offered.map((method) => `type ${method.paymentType} with ID ${method.paymentId}`).join(', ')}.`,
	);
}

/** What is known about the payment of an order that is paid already. */
function namedIn(order: OrderInFull, asked: Method): Method {
	const [term] = paymentTermsOf(order);
	return {
		paymentType: textOf(term?.paymentType) || asked.paymentType,
		paymentId: textOf(term?.id) || asked.paymentId,
	};
}
