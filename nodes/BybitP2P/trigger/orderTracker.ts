import type { Id, OrderInFull, OrderRow } from '../api/types';
import { isExpiring, type ExpiringFact } from './expiring';
import { observed, type Look, type OrderFact } from './orders';
import type { OrderMemory, TriggerState } from './state';

/** What is known of orders, and what of it is new, while a tick goes on. */
export interface Sight {
	readonly orders: Record<Id, OrderMemory>;
	/** The orders as read in this tick. */
	readonly rows: Map<Id, OrderRow | OrderInFull>;
	readonly facts: Array<OrderFact | ExpiringFact>;
	observe(order: OrderRow | OrderInFull): void;
}

export function sightFrom(start: TriggerState, expiringSeconds: number, look: Look): Sight {
	const orders = { ...start.orders };
	const rows = new Map<Id, OrderRow | OrderInFull>();
	const facts: Array<OrderFact | ExpiringFact> = [];
	return {
		orders,
		rows,
		facts,
		observe(order) {
			const seen = observed(orders[order.id], order, look);
			const expires = isExpiring(seen.memory, order, expiringSeconds);
			orders[order.id] = expires ? { ...seen.memory, x: true } : seen.memory;
			rows.set(order.id, order);
			facts.push(...seen.facts, ...(expires ? [{ type: 'expiring' as const, order }] : []));
		},
	};
}
