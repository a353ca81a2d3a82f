import { PAYMENT_TYPE_BALANCE, sideName, statusName, type OrderStatus, type Side } from '../codes';
import { countOf, isoTime, textOf } from '../text';
import type { Decimal, Id, OrderInFull, OrderRow, PaymentTerm } from '../types';
import type { AuthorsOf } from './authors';

/** An order as our users see it, the same in the action node, the trigger and lists. Amounts stay text, times are ISO 8601 UTC. */
export interface SimplifiedOrder {
	readonly orderId: Id;
	readonly status: OrderStatus | 'unknown';
	readonly statusCode: number;
	/** From my point of view, whoever made the ad. */
	readonly side: Side | 'unknown';
	readonly coin: string;
	readonly coinAmount: Decimal;
	readonly fiat: string;
	readonly fiatAmount: Decimal;
	readonly price: Decimal;
	readonly fee: Decimal;
	/** Empty in lists: only the order in full shows it. */
	readonly adId: Id;
	readonly counterpartyId: Id;
	readonly counterpartyNickname: string;
	/** Whole only in the order in full; cut short in lists. */
	readonly counterpartyName: string;
	readonly createdAt: string;
	readonly paymentSecondsLeft: number;
	/** A hint: the higher of two counters whose meaning is not documented. */
	readonly unreadMessages: number;
}

export const ORDER_AUTHORS: AuthorsOf<SimplifiedOrder> = {
	orderId: 'exchange',
	status: 'exchange',
	statusCode: 'exchange',
	side: 'exchange',
	coin: 'exchange',
	coinAmount: 'exchange',
	fiat: 'exchange',
	fiatAmount: 'exchange',
	price: 'exchange',
	fee: 'exchange',
	adId: 'exchange',
	counterpartyId: 'exchange',
	counterpartyNickname: 'stranger',
	counterpartyName: 'stranger',
	createdAt: 'exchange',
	paymentSecondsLeft: 'exchange',
	unreadMessages: 'exchange',
};

/** What only the order in full shows. */
export interface OrderDetails {
	readonly paymentMethod: string;
	/** The filled fields of the payment method, in the exchange's names. */
	readonly paymentDetails: Readonly<Record<string, unknown>>;
	readonly paymentType: string;
	readonly paymentId: string;
	readonly cancelRequested: boolean;
	readonly remark: string;
	readonly appeal: { readonly reason: string; readonly by: string; readonly type: string } | null;
}

export const ORDER_DETAILS_AUTHORS: AuthorsOf<OrderDetails> = {
	paymentMethod: 'exchange',
	paymentDetails: 'stranger',
	paymentType: 'exchange',
	paymentId: 'exchange',
	cancelRequested: 'exchange',
	remark: 'stranger',
	appeal: 'stranger',
};

/** All that an order may hold, as our users see it. */
export const ORDER_FIELDS: readonly string[] = [ORDER_AUTHORS, ORDER_DETAILS_AUTHORS].flatMap(Object.keys);

/** The common part, from a row of a list or from the order in full. */
export function simplifiedOrder(order: OrderRow | OrderInFull): SimplifiedOrder {
	const statusCode = Number(order.status);
	const side = sideName(order.side);
	const full: Partial<OrderInFull> = order;
	return {
		orderId: textOf(order.id),
		status: statusName(statusCode),
		statusCode,
		side,
		coin: textOf(order.tokenId),
		coinAmount: textOf(full.quantity) || textOf(order.notifyTokenQuantity),
		fiat: textOf(order.currencyId),
		fiatAmount: textOf(order.amount),
		price: textOf(order.price),
		fee: textOf(order.fee),
		adId: textOf(full.itemId),
		counterpartyId: textOf(order.targetUserId),
		counterpartyNickname: textOf(order.targetNickName),
		counterpartyName: counterpartyName(order),
		createdAt: isoTime(order.createDate),
		paymentSecondsLeft: countOf(order.transferLastSeconds),
		unreadMessages: Math.max(countOf(order.selfUnreadMsgCount), countOf(order.unreadMsgCount)),
	};
}

/** The whole of an order in full. */
export function simplifiedOrderInFull(order: OrderInFull): SimplifiedOrder & OrderDetails {
	const term = paymentTermOf(order);
	return {
		...simplifiedOrder(order),
		paymentMethod: textOf(term?.paymentConfigVo?.paymentName),
		paymentDetails: filledFields(term),
		paymentType: textOf(term?.paymentType),
		paymentId: textOf(term?.id),
		cancelRequested: order.needBuyerExamineCancel === true,
		remark: textOf(order.remark),
		appeal: appealOf(order),
	};
}

/** The real name of the other side: the buyer's when I sell, the seller's when I buy. Empty before the exchange shows it. */
export function counterpartyName(order: OrderRow): string {
	switch (sideName(order.side)) {
		case 'sell':
			return textOf(order.buyerRealName);
		case 'buy':
			return textOf(order.sellerRealName);
		case 'unknown':
			return '';
	}
}

/**
 * The way to pay that a buyer is to name: the confirmed one, else the chosen one, else the first offered.
 * Placeholders (id 0) and Balance, which the API does not support, are passed over.
 */
function paymentTermOf(order: OrderInFull): PaymentTerm | undefined {
	return paymentTermsOf(order)[0];
}

/** All ways to pay of the order, the confirmed one first. */
export function paymentTermsOf(order: OrderInFull): readonly PaymentTerm[] {
	return [order.confirmedPayTerm, order.paymentTermResult, ...(order.paymentTermList ?? [])].filter(
		(term): term is PaymentTerm => term !== null && term !== undefined && isUsable(term),
	);
}

function isUsable(term: PaymentTerm): boolean {
	const id = textOf(term.id);
	const type = textOf(term.paymentType);
	return id !== '' && id !== '0' && id !== '-1' && type !== '' && type !== '0' && type !== PAYMENT_TYPE_BALANCE;
}

const NOT_DETAILS: readonly string[] = ['id', 'paymentType', 'paymentConfigVo', 'paymentTemplateVersion', 'online'];

/** The fields of a payment method that hold something: bank data may sit in any of them. */
export function filledFields(term: PaymentTerm | undefined): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(term ?? {})
			.filter(([name]) => !NOT_DETAILS.includes(name))
			.map(([name, value]): [string, unknown] => [name, typeof value === 'string' ? value.trim() : value])
			.filter(([, value]) => value !== '' && value !== null && value !== undefined),
	);
}

function appealOf(order: OrderInFull): OrderDetails['appeal'] {
	const reason = textOf(order.appealContent);
	const by = textOf(order.appealNickName);
	const type = textOf(order.appealType);
	return reason === '' && by === '' ? null : { reason, by, type };
}
