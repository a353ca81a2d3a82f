import type { Core } from '../core.mts';
import type { OpenOrderOptions, Order } from '../entities/order.mts';
import type { RowChange } from '../entities/rowChange.mts';
import { readRowChange } from '../entities/rowChange.mts';
import type { Effects } from '../http/callLog.mts';
import { orderInfoView } from '../routes/orderViews.mts';

export interface OrderFields extends RowChange {
	in?: 'list' | 'info';
}

function openOrder({ lifecycle }: Core, options: OpenOrderOptions = {}): Order {
	lifecycle.expire();
	return lifecycle.open(options);
}

/** The counterparty, as buyer, marks the order as paid: 10 -> 20. */
function buyerPays(core: Core, orderId: string): Order {
	return act(core, orderId, { sides: [1], statuses: [10] }, () => core.lifecycle.pay(orderId));
}

/** The counterparty, as seller, releases the coins: 20 -> 50. */
function sellerReleases(core: Core, orderId: string): Order {
	return act(core, orderId, { sides: [0], statuses: [20] }, () => core.lifecycle.release(orderId));
}

function cancelOrder(core: Core, orderId: string): Order {
	return act(core, orderId, {}, () => core.lifecycle.cancel(orderId));
}

function appealOrder(core: Core, orderId: string): Order {
	return act(core, orderId, {}, () => core.lifecycle.appeal(orderId));
}

/** Ends an appeal in the given status: 50 to the buyer, 40 to the seller, or back to 20. */
function resolveAppeal(core: Core, orderId: string, status = 50): Order {
	return act(core, orderId, { statuses: [30] }, () =>
		core.lifecycle.moveTo(orderId, status, 'The appeal has been decided.'),
	);
}

/** The seller asks to cancel; the buyer is to examine it. */
function requestCancel(core: Core, orderId: string): Order {
	return act(core, orderId, { sides: [0], statuses: [10, 20] }, () => core.lifecycle.requestCancel(orderId));
}

/** The seller takes the request to cancel back. */
function withdrawCancelRequest(core: Core, orderId: string): Order {
	return act(core, orderId, {}, () => {
		if (!core.store.orders.get(orderId).needBuyerExamineCancel)
			throw new Error(`order ${orderId}: there is no request to cancel`);
		return core.lifecycle.endCancelRequest(orderId, 'The seller has withdrawn the request to cancel.');
	});
}

/** Any status, whatever came before; a status that ends the order books balance and ad. */
function setStatus(core: Core, orderId: string, status: number): Order {
	return act(core, orderId, {}, () => core.lifecycle.moveTo(orderId, status, `The order is now in status ${status}.`));
}

function order({ lifecycle, store }: Core, orderId: string): Order {
	lifecycle.expire();
	return { ...store.orders.get(orderId) };
}

/** The order as `order/info` would show it. */
function orderInfo({ lifecycle, store }: Core, orderId: string): Record<string, unknown> {
	lifecycle.expire();
	return orderInfoView(store, store.orders.get(orderId));
}

/** All orders, newest first. */
function orders({ lifecycle, store }: Core): Order[] {
	lifecycle.expire();
	return store.orders.listed();
}

/** How often calls of the API changed the order. */
function effects({ log }: Core, orderId: string): Effects {
	return log.effects(orderId);
}

/** Changes or hides fields of the replies about one order, in the lists, in `order/info`, or (left out) both; {} ends it. */
function setOrderFields({ store }: Core, orderId: string, { in: where, ...change }: OrderFields): void {
	store.orders.get(orderId);
	const rowChange = readRowChange(change);
	store.orders.setRowChange(orderId, {
		...(where === 'info' ? {} : { list: rowChange }),
		...(where === 'list' ? {} : { info: rowChange }),
	});
}

function act(
	{ lifecycle, store }: Core,
	orderId: string,
	wanted: { sides?: number[]; statuses?: number[] },
	change: () => Order,
): Order {
	lifecycle.expire();
	const current = store.orders.get(orderId);
	if (wanted.sides?.includes(current.side) === false)
		throw new Error(`order ${orderId}: the counterparty has the other role (merchant's side is ${current.side})`);
	if (wanted.statuses?.includes(current.status) === false)
		throw new Error(`order ${orderId}: status is ${current.status}, not ${wanted.statuses.join(' or ')}`);
	return { ...change() };
}

/** What the counterparty and the exchange do to orders. */
export const orderControls = {
	openOrder,
	buyerPays,
	sellerReleases,
	cancelOrder,
	appealOrder,
	resolveAppeal,
	requestCancel,
	withdrawCancelRequest,
	setOrderFields,
	setStatus,
	order,
	orderInfo,
	orders,
	effects,
};
