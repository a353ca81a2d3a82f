import type { Order } from '../entities/order.mts';
import { pendingStatuses, statuses } from '../entities/order.mts';
import { isPayable } from '../entities/paymentTerms.mts';
import { codes } from '../http/codes.mts';
import { badParameter, Refused } from '../http/refused.mts';
import { orderDateMs } from './dates.mts';
import { orderInfoView, orderRowView } from './orderViews.mts';
import type { Call, Route } from './route.mts';
import { isMerchantCall, p2pRoute } from './route.mts';

const day = 24 * 60 * 60 * 1000;
const rejectReasons = ['haveMadePayment', 'haveNotReceivedFullRefund', 'others'].map(
	(reason) => `buyerRefuseOrderCancelReason_${reason}`,
);

export const orderRoutes: readonly Route[] = [
	p2pRoute('/v5/p2p/order/simplifyList', 'read', 'FiatP2POrder', (call) => listOrders(call, () => true)),
	p2pRoute('/v5/p2p/order/pending/simplifyList', 'read', 'FiatP2POrder', (call) =>
		listOrders(call, (order) => pendingStatuses.has(order.status)),
	),
	p2pRoute('/v5/p2p/order/info', 'read', 'FiatP2POrder', (call) => orderInfoView(call.store, findOrder(call))),
	p2pRoute('/v5/p2p/order/pay', 'write', 'FiatP2POrder', markPaid),
	p2pRoute('/v5/p2p/order/finish', 'write', 'FiatP2POrder', releaseCoins),
	p2pRoute('/v5/p2p/order/buyer/examine/sellerCancelOrderApply', 'write', 'FiatP2POrder', reviewCancel, {
		envelope: 'v5',
	}),
];

/** The order that the call names, as the caller is to see it. */
export function findOrder(call: Call): Order {
	const { store, fields, snapshot } = call;
	const order = store.orders.find(fields.text('orderId'), snapshot, store.clock.now());
	if (order === undefined || !isMerchantCall(call)) throw new Refused(codes.orderUnknown, 'The order does not exist.');
	return order;
}

function listOrders(call: Call, isIn: (order: Order) => boolean): unknown {
	const { store, fields, snapshot } = call;
	const page = fields.int('page', { min: 1, max: 1_000_000 });
	const size = fields.int('size', { min: 1, max: 30 });
	const status = fields.optionalInt('status', { min: 0, max: 1000 });
	const side = fields.optionalInt('side', { min: 0, max: 1 });
	const tokenId = fields.optionalText('tokenId');
	const now = store.clock.now();
	const begin = Math.max(readTime(fields.optionalText('beginTime'), 'beginTime') ?? now - 90 * day, now - 180 * day);
	const end = readTime(fields.optionalText('endTime'), 'endTime') ?? Infinity;
	const found = store.orders
		.listed(snapshot, now)
		.filter(
			(order) =>
				isMerchantCall(call) &&
				isIn(order) &&
				(status === undefined || order.status === status) &&
				(side === undefined || order.side === side) &&
				(tokenId === undefined || order.tokenId === tokenId) &&
				orderDateMs(store, order.createdAt) >= begin &&
				orderDateMs(store, order.createdAt) <= end,
		);
	return {
		count: found.length,
		items: found.slice((page - 1) * size, page * size).map((order) => orderRowView(store, order)),
	};
}

function readTime(text: string | undefined, name: string): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,15}$/.test(text)) throw badParameter(name, 'must be milliseconds, as text');
	return Number(text);
}

function markPaid(call: Call): null {
	const { fields, lifecycle, store } = call;
	const [order, paymentType, paymentId] = [findOrder(call), fields.text('paymentType'), fields.text('paymentId')];
	if (order.side !== 0) throw new Refused(codes.notYourRole, 'Only the buyer can mark an order as paid.');
	if (order.status !== statuses.waitingForPayment) throw wrongStatus(order);
	const term = store.orders
		.get(order.id)
		.paymentTerms.find((candidate) => candidate.id === paymentId && String(candidate.paymentType) === paymentType);
	if (term === undefined || !isPayable(term))
		throw new Refused(codes.paymentMethodNotUsable, 'The payment method is not supported for this order.');
	lifecycle.pay(order.id, term);
	call.noteEffect('pays', order.id);
	return null;
}

function releaseCoins(call: Call): null {
	const order = findOrder(call);
	if (order.side !== 1) throw new Refused(codes.notYourRole, 'Only the seller can release the coins.');
	if (order.status !== statuses.waitingForRelease) throw wrongStatus(order);
	call.lifecycle.release(order.id);
	call.noteEffect('releases', order.id);
	return null;
}

function reviewCancel(call: Call): unknown {
	const { fields, lifecycle } = call;
	const order = findOrder(call);
	const result = fields.choice('examineResult', ['PASS', 'REJECT'] as const);
	if (result === 'REJECT') {
		fields.choice('rejectReason', rejectReasons);
		fields.text('rejectProofs');
		fields.optionalText('rejectRemark');
	}
	if (order.side !== 0) throw new Refused(codes.notYourRole, 'Only the buyer can examine a request to cancel.');
	if (!order.needBuyerExamineCancel)
		throw new Refused(codes.orderNotInThisState, 'There is no request to cancel this order.');
	if (result === 'PASS') lifecycle.cancel(order.id, 'The buyer has agreed to cancel the order.');
	else lifecycle.endCancelRequest(order.id, 'The buyer has refused to cancel the order.');
	call.noteEffect('cancelReviews', order.id);
	return {};
}

function wrongStatus(order: Order): Refused {
	return new Refused(codes.orderNotInThisState, `The order status has changed (${order.status}). Please refresh.`);
}
