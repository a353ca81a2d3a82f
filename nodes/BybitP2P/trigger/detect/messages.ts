import { textOf } from '../../api/text';
import type { ChatMessage, Id } from '../../api/types';
import type { Nicknames } from '../../api/simplify/message';
import type { Change, DomainEvent } from '../change';
import {
	chatStart,
	newestAtStart,
	NONE_BEFORE,
	skippedForOrder,
	skippedUpTo,
	unhandled,
	waitingCount,
} from './chatMessages';
import { orderOf, ordersByPerson, type ChatOrders } from './chatOrders';
import { dateOf } from './clocks';
import type { Detector, ReadChat, Seen } from './seen';

/**
 * Messages written since a chat was last read.
 *
 * Invariant: each is emitted once, oldest first. What was there when the watch began is passed over.
 */
export const detectMessages: Detector = (seen) => {
	const people = ordersByPerson(seen.memories);
	return [...seen.chats].flatMap(([person, chat]) => {
		const orders = people.get(person);
		return orders === undefined ? [] : [messagesChange(seen, person, chat, orders)];
	});
};

function messagesChange(seen: Seen, person: Id, chat: ReadChat, orders: ChatOrders): Change {
	const memory = seen.before.chats[person];
	const times = { nowMs: seen.nowMs, readMs: chat.readMs };
	if (seen.before.messagesSinceMs === undefined) {
		return { events: [], after: passedOver(person, chat, newestAtStart(chat.messages, times)) };
	}
	const start = chatStart(seen.before, memory, orders, seen.nowMs);
	const fresh = unhandled(chat.messages, start);
	const ready = fresh.slice(waitingCount(fresh, memory?.seenId, times));
	const older = chat.messages.slice(fresh.length);
	const late = skippedForOrder(older, memory?.skippedToMs, start);
	// An old snapshot of the chat must not take back what is handled.
	const passed = memory?.handledId ?? (textOf(older[0]?.id) || NONE_BEFORE);
	const newest = ready.length === 0 ? passed : textOf(ready[0].id);
	const isFirstRead = memory?.handledId === undefined;
	const skippedToMs = isFirstRead ? skippedUpTo(older, start, seen.before.messagesSinceMs) : undefined;
	// What was emitted late is passed over no more.
	const movedToMs = late.length > 0 ? start.fromMs : undefined;
	return {
		events: eventsOf(seen, person, chat, orders, [...ready, ...late]),
		after: passedOver(person, chat, newest, movedToMs ?? skippedToMs),
	};
}

function passedOver(person: Id, chat: ReadChat, handledId: Id, skippedToMs?: number) {
	const isAll = chat.messages.length === 0 || textOf(chat.messages[0].id) === handledId;
	const skipped = skippedToMs === undefined ? {} : { skippedToMs };
	return { chats: { [person]: { handledId, ...skipped, ...(isAll ? { seenId: undefined } : {}) } } };
}

/** @param messages - newest first. */
function eventsOf(
	seen: Seen,
	person: Id,
	chat: ReadChat,
	orders: ChatOrders,
	messages: readonly ChatMessage[],
): readonly DomainEvent[] {
	let atMs = 0;
	return [...messages].reverse().map((message) => {
		const orderId = orderOf(message, orders, seen.nowMs);
		// Ids decide the order within a chat, whatever the dates say, and a message comes after its order.
		atMs = Math.max(atMs, dateOf(message.createDate, seen.nowMs), seen.memories[orderId].createdMs);
		const about = seen.orders.get(orderId)?.order;
		return messageEvent({
			person,
			orderId,
			message,
			nicknames: chat.nicknames,
			atMs,
			...(about ? { order: about } : {}),
		});
	});
}

export function messageEvent({
	person,
	...event
}: Pick<DomainEvent, 'atMs' | 'orderId' | 'order'> & {
	person: Id;
	message: ChatMessage;
	nicknames: Nicknames;
}): DomainEvent {
	return { type: 'message', key: `${person}:${textOf(event.message.id)}`, ...event };
}
