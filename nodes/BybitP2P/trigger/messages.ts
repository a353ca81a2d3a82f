import type { ChatMessage, Id } from '../api/types';
import type { OrderMemory } from './state';

/** Orders with one person. */
export type Orders = readonly (readonly [Id, OrderMemory])[];

/** True when a message came after the newest one that was dealt with. Ids grow with time; those of the exchange are numbers. */
export function isNewer(id: Id, newestDone: Id): boolean {
	if (!/^\d+$/.test(id) || !/^\d+$/.test(newestDone)) return id !== newestDone;
	return BigInt(id) > BigInt(newestDone);
}

/** Where reading a chat back may stop. */
export interface ChatStart {
	/** The newest message dealt with, once the chat has been looked at. */
	readonly newestDone?: Id;
	/** Else: messages before this exchange time, ms, are not told. */
	readonly fromMs: number;
	/** Exchange time of the tick, ms. What was written later is the next one's to tell: it may be about an order not read yet. */
	readonly toMs: number;
}

/** The messages of a page, newest first, that were not dealt with yet; shorter than the page when the rest was. */
export function notDone(page: readonly ChatMessage[], start: ChatStart): readonly ChatMessage[] {
	const end = page.findIndex(({ id, createDate }) =>
		start.newestDone === undefined ? Number(createDate) < start.fromMs : !isNewer(id, start.newestDone),
	);
	return end === -1 ? page : page.slice(0, end);
}

/**
 * The messages, newest first, without the newest ones up to the last that was written after the given time.
 *
 * Cut, not filtered: what is passed over here must stay newer than all that is told.
 */
export function writtenUpTo(toMs: number, messages: readonly ChatMessage[]): readonly ChatMessage[] {
	const later = messages.map(({ createDate }) => Number(createDate) > toMs).lastIndexOf(true);
	return messages.slice(later + 1);
}

/** Oldest order first. */
export function byAge(orders: Orders): Orders {
	return [...orders].sort(([idA, a], [idB, b]) => a.c - b.c || (isNewer(idA, idB) ? 1 : -1));
}

/**
 * The order a message is about: the newest one with that person that was created at or before it. A chat is shared by all orders with
 * one person, and messages carry no order.
 *
 * @param orders - the orders with that person; at least one.
 */
export function orderOf(message: ChatMessage, orders: Orders): Id {
	const sorted = byAge(orders);
	const before = sorted.filter(([, { c }]) => c <= Number(message.createDate));
	return (before[before.length - 1] ?? sorted[0])[0];
}
