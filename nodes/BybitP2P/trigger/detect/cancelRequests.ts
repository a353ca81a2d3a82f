import { sideName } from '../../api/codes';
import { textOf } from '../../api/text';
import type { OrderInFull, OrderRow } from '../../api/types';
import type { Change, DomainEvent } from '../change';
import { isOpen, presentStatus, type OrderMemory } from '../state';
import { isNewOrder, type Detector } from './seen';
import { isAskable } from './waitingFor';

/** True for an order in which I buy and the seller may ask me to cancel; only the order in full shows whether one did. */
export function mayBeCancelled(order: OrderRow | OrderInFull, memory: OrderMemory): boolean {
	const status = presentStatus(memory) ?? Number(order.status);
	return sideName(order.side) === 'buy' && isOpen(memory) && isAskable(status);
}

/**
 * Requests of sellers to cancel an order in which I buy.
 *
 * What was requested when the watch for requests began is remembered, not emitted. A request found in an order that could not be read
 * then is emitted: rather too much than lost.
 */
export const detectCancelRequests: Detector = (seen) =>
	[...seen.inFull].flatMap(([orderId, order]): readonly Change[] => {
		const tracked = seen.orders.get(orderId);
		if (tracked === undefined || !mayBeCancelled(order, tracked.after)) return [];
		const { count = 0, isOpen: wasOpen = false } = tracked.after.cancelRequest ?? {};
		const isRequested = order.needBuyerExamineCancel === true;
		const isNew = isRequested && !wasOpen;
		const isFirstSearch = seen.before.cancelsSinceMs === undefined;
		const isOld = isFirstSearch && !(seen.isStart && isNewOrder(seen, tracked.after));
		const memory = { count: isNew ? count + 1 : count, isOpen: isRequested, readMs: seen.nowMs };
		return [
			{
				events: isNew && !isOld ? [cancelRequestedEvent(order, memory.count, seen.nowMs)] : [],
				after: { orders: { [orderId]: { cancelRequest: memory } } },
			},
		];
	});

/** @param occurrence - 1 for the first request of the order, 2 for one after the first was answered. */
export function cancelRequestedEvent(order: OrderInFull, occurrence: number, atMs: number): DomainEvent {
	const orderId = textOf(order.id);
	return { type: 'cancelRequested', key: `${orderId}:${occurrence}`, atMs, orderId, order };
}
