import { sideOf, STATUS, statusName, statusOf, statusText } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { InputError } from '../../api/errors';
import { paymentTermsOf } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import type { Id, OrderInFull } from '../../api/types';
import { orderIdField } from '../../n8n/fields';
import { orderIdFrom } from '../../n8n/parameters';
import type { CheckFields } from '../../safety/checks';
import type { Operation } from '../operation';
import { carryOut, type MoneyAction } from './moneyAction';
import { dryRunHint, moneyOptionsField, moneyOptionsFrom } from './moneyOptions';
import { checkFieldsFrom, failedChecks, safetyChecksField, safetyReport, type SafetyReport } from './safetyChecks';

interface Method {
	readonly paymentType: string;
	readonly paymentId: string;
}

const PAID: ReadonlyArray<number | undefined> = [STATUS.waitingForRelease, STATUS.completed];

const optionsField = moneyOptionsField([
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
]);

interface PaidOrder extends SafetyReport, Method {
	readonly orderId: Id;
	readonly paid: boolean;
	readonly alreadyPaid: boolean;
	readonly status: ReturnType<typeof statusName>;
	readonly dryRun: boolean;
}

export const markAsPaid: Operation<PaidOrder> = {
	name: 'Mark as Paid',
	value: 'markAsPaid',
	action: 'Mark order as paid',
	description:
		'Tell the seller that you have sent the money. Do it only after you have: Bybit punishes false marks, and it cannot be undone.',
	isMoneyAction: true,
	hint: dryRunHint('nothing was marked as paid'),
	properties: [orderIdField, safetyChecksField('markAsPaid'), optionsField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);
		const { dryRun, paymentType, paymentId } = moneyOptionsFrom(params, optionsField);
		const asked = { paymentType: textOf(paymentType), paymentId: textOf(paymentId) };
		const fields = checkFieldsFrom(params, 'markAsPaid');

		const { type, order, report } = await carryOut(api, orderId, paymentMarkOf(orderId, asked, fields), dryRun);

		return {
			json: {
				orderId,
				paid: type !== 'rehearsed',
				alreadyPaid: type === 'already',
				status: statusName(statusOf(order.status)),
				// As named in the call: once it is paid the order may offer other methods, or none.
				...report.method,
				dryRun,
				checksPassed: report.checksPassed,
				checks: report.checks,
			},
		};
	},
};

type Report = SafetyReport & { readonly method: Method };

function paymentMarkOf(orderId: Id, asked: Method, fields: CheckFields): MoneyAction<{ orderId: Id } & Method, Report> {
	const isPaid = ({ status }: OrderInFull): boolean => PAID.includes(statusOf(status));
	const notDone = `Order ${orderId} was not marked as paid`;
	return {
		noun: 'payment mark',
		endpoint: endpoints.markAsPaid,
		prepare(order, nowMs) {
			const notMine = refusalBySide(order, notDone);
			if (notMine !== undefined) return { type: 'refused', refusal: notMine };
			const safety = safetyReport('markAsPaid', order, fields, nowMs);
			if (isPaid(order)) return { type: 'already', report: { ...safety, method: namedIn(order, asked) } };
			const notNow = refusalByStatus(order, notDone);
			if (notNow !== undefined) return { type: 'refused', refusal: notNow };
			const method = offeredMethod(order, asked);
			if (method === undefined) return { type: 'refused', refusal: notOffered(order, asked, notDone) };
			const report = { ...safety, method };
			if (!safety.checksPassed) {
				return { type: 'refused', refusal: failedChecks('markAsPaid', notDone, safety), report };
			}
			return { type: 'ready', request: { orderId, ...method }, report };
		},
		isDone: isPaid,
	};
}

function refusalBySide({ side }: OrderInFull, notDone: string): InputError | undefined {
	if (sideOf(side) === 'buy') return undefined;
	return new InputError(
		`${notDone}: in this order you sell, so it is the buyer who pays`,
		'Nothing was sent. Use Release for orders in which you sell.',
	);
}

function refusalByStatus(order: OrderInFull, notDone: string): InputError | undefined {
	const status = statusOf(order.status);
	if (status === STATUS.waitingForPayment) return undefined;
	return new InputError(
		`${notDone}: it is ${statusText(status)}`,
		`Nothing was sent. Only an order that is ${statusText(STATUS.waitingForPayment)} can be marked.`,
	);
}

function offeredMethods(order: OrderInFull): readonly Method[] {
	return paymentTermsOf(order).map((term) => ({ paymentType: textOf(term.paymentType), paymentId: textOf(term.id) }));
}

/** The payment method to name: the one asked for if the order offers it, else the order's own choice. */
function offeredMethod(order: OrderInFull, asked: Method): Method | undefined {
	return offeredMethods(order).find(
		({ paymentType, paymentId }) =>
			(asked.paymentId === '' || paymentId === asked.paymentId) &&
			(asked.paymentType === '' || paymentType === asked.paymentType),
	);
}

function notOffered(order: OrderInFull, asked: Method, notDone: string): InputError {
	const offered = offeredMethods(order);
	if (offered.length === 0) {
		return new InputError(
			`${notDone}: it names no payment method that the API supports`,
			'Nothing was sent. Mark it as paid on Bybit; the method Balance is possible there only.',
		);
	}
	return new InputError(
		`${notDone}: it does not offer payment type "${asked.paymentType}" with payment ID "${asked.paymentId}"`,
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
