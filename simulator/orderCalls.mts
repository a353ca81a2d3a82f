import type { Call, Route } from './call.mts';
import { p2p } from './call.mts';
import { bad } from './fields.mts';
import type { Order } from './orders.mts';
import { isPayable, pendingStatuses, statuses } from './orders.mts';
import { orderInFull, orderRow } from './orderViews.mts';
import { codes, Refusal } from './refusal.mts';

const day = 24 * 60 * 60 * 1000;
const rejectReasons = ['haveMadePayment', 'haveNotReceivedFullRefund', 'others'].map(
	(reason) => `buyerRefuseOrderCancelReason_${reason}`,
);

export const orderRoutes: readonly Route[] = [
	p2p('/v5/p2p/order/simplifyList', 'read', 'FiatP2POrder', (call) => list(call, () => true)),
	p2p('/v5/p2p/order/pending/simplifyList', 'read', 'FiatP2POrder', (call) =>
		list(call, (order) => pendingStatuses.has(order.status)),
	),
	p2p('/v5/p2p/order/info', 'read', 'FiatP2POrder', (call) => orderInFull(call.world, orderOf(call))),
	p2p('/v5/p2p/order/pay', 'write', 'FiatP2POrder', pay),
	p2p('/v5/p2p/order/finish', 'write', 'FiatP2POrder', finish),
	p2p('/v5/p2p/order/buyer/examine/sellerCancelOrderApply', 'write', 'FiatP2POrder', examineCancel, { envelope: 'v5' }),
];

/** The order that the call names, as the caller is to see it. */
export function orderOf({ world, fields, isStale }: Call): Order {
	const order = world.orders.seen(fields.text('orderId'), isStale);
	if (order === undefined) throw new Refusal(codes.orderUnknown, 'The order does not exist.');
	return order;
}

function list({ world, fields, isStale }: Call, isIn: (order: Order) => boolean): unknown {
	const page = fields.int('page', { min: 1, max: 1_000_000 });
	const size = fields.int('size', { min: 1, max: 30 });
	const status = fields.optionalInt('status', { min: 0, max: 1000 });
	const side = fields.optionalInt('side', { min: 0, max: 1 });
	const tokenId = fields.optionalText('tokenId');
	const now = world.clock.now();
	const begin = Math.max(moment(fields.optionalText('beginTime'), 'beginTime') ?? now - 90 * day, now - 180 * day);
	const end = moment(fields.optionalText('endTime'), 'endTime') ?? Infinity;
	const found = world.orders
		.all(isStale)
		.filter(
			(order) =>
				isIn(order) &&
				(status === undefined || order.status === status) &&
				(side === undefined || order.side === side) &&
				(tokenId === undefined || order.tokenId === tokenId) &&
				order.createdAt >= begin &&
				order.createdAt <= end,
		);
	return {
		count: found.length,
		items: found.slice((page - 1) * size, page * size).map((order) => orderRow(world, order)),
	};
}

function moment(text: string | undefined, name: string): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,15}$/.test(text)) throw bad(name, 'must be milliseconds, as text');
	return Number(text);
}

function pay(call: Call): null {
	const { fields, deals, world } = call;
	const [order, paymentType, paymentId] = [orderOf(call), fields.text('paymentType'), fields.text('paymentId')];
	if (order.side !== 0) throw new Refusal(codes.notYourRole, 'Only the buyer can mark an order as paid.');
	if (order.status !== statuses.waitingForPayment) throw wrongState(order);
	const term = world.orders
		.get(order.id)
		.paymentTerms.find((candidate) => candidate.id === paymentId && String(candidate.paymentType) === paymentType);
	if (term === undefined || !isPayable(term))
		throw new Refusal(codes.paymentMethodNotUsable, 'The payment method is not supported for this order.');
	deals.pay(order.id, term);
	call.took('pays', order.id);
	return null;
}

function finish(call: Call): null {
	const order = orderOf(call);
	if (order.side !== 1) throw new Refusal(codes.notYourRole, 'Only the seller can release the coins.');
	if (order.status !== statuses.waitingForRelease) throw wrongState(order);
	call.deals.release(order.id);
	call.took('releases', order.id);
	return null;
}

function examineCancel(call: Call): unknown {
	const { fields, deals } = call;
	const order = orderOf(call);
	const result = fields.choice('examineResult', ['PASS', 'REJECT'] as const);
	if (result === 'REJECT') {
		fields.choice('rejectReason', rejectReasons);
		fields.text('rejectProofs');
		fields.optionalText('rejectRemark');
	}
	if (order.side !== 0) throw new Refusal(codes.notYourRole, 'Only the buyer can examine a request to cancel.');
	if (!order.needBuyerExamineCancel)
		throw new Refusal(codes.orderNotInThisState, 'There is no request to cancel this order.');
	if (result === 'PASS') deals.cancel(order.id, 'The buyer has agreed to cancel the order.');
	else deals.rejectCancel(order.id);
	call.took('cancelReviews', order.id);
	return {};
}

function wrongState(order: Order): Refusal {
	return new Refusal(codes.orderNotInThisState, `The order status has changed (${order.status}). Please refresh.`);
}
