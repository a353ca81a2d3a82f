import type { ChatMessage, Id } from '../../api/types';
import { isNewer, type OrderMemory } from '../state';
import { dateOf } from './clocks';

/** Orders with one person, who share a chat. */
export type ChatOrders = readonly (readonly [Id, OrderMemory])[];

/** By counterparty, oldest order first. */
export function ordersByPerson(orders: Readonly<Record<Id, OrderMemory>>): ReadonlyMap<Id, ChatOrders> {
	const byPerson = new Map<Id, Array<readonly [Id, OrderMemory]>>();
	for (const entry of Object.entries(orders)) {
		const { counterpartyId } = entry[1];
		const known = byPerson.get(counterpartyId);
		if (known === undefined) byPerson.set(counterpartyId, [entry]);
		else known.push(entry);
	}
	// Nobody can be asked about an order that does not show its counterparty.
	byPerson.delete('');
	return new Map([...byPerson].map(([person, entries]) => [person, byAge(entries)]));
}

export function byAge(orders: ChatOrders): ChatOrders {
	return [...orders].sort(([idA, a], [idB, b]) => a.createdMs - b.createdMs || (isNewer(idA, idB) ? 1 : -1));
}

/** An order may carry a later date than the message that came with it. */
const EARLIER_THAN_ORDER_MS = 999;

/**
 * The order a message is about: the newest one with that person that was created at or before it. A chat is shared by all orders with
 * one person, and messages carry no order.
 *
 * @param orders - those with that person, oldest first; at least one.
 */
export function orderOf(message: ChatMessage, orders: ChatOrders, nowMs: number): Id {
	const sentMs = dateOf(message.createDate, nowMs);
	const latestMs = sentMs + EARLIER_THAN_ORDER_MS;
	const before = orders.filter(([, { createdMs }]) => createdMs <= latestMs);
	return (before[before.length - 1] ?? orders[0])[0];
}
