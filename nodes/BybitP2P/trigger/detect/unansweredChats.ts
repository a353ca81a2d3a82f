import { textOf } from '../../api/text';
import type { ChatMessage, Id, OrderInFull, OrderRow } from '../../api/types';
import type { Nicknames } from '../../api/simplify/message';
import type { Change, DomainEvent } from '../change';
import { isOpen, type ChatMemory } from '../state';
import { orderOf, ordersByPerson, type ChatOrders } from './chatOrders';
import { isOldSnapshot, unansweredOf } from './readChats';
import { repeated, type Repeated } from './repeats';
import type { Detector, ReadChat, Seen } from './seen';

const EVENT = 'messageUnanswered';
const MINUTE_MS = 60_000;

/**
 * Chats of open orders whose newest message is the counterparty's and waits for an answer, again and again.
 *
 * Only chats that were read in this poll: the merchant may have answered a moment ago.
 */
export const detectUnansweredChats: Detector = (seen) => {
	if (seen.isSilent) return [];
	const people = ordersByPerson(seen.memories);
	return [...seen.chats].flatMap(([person, chat]): readonly Change[] => {
		const orders = people.get(person) ?? [];
		const waiting = isOldSnapshot(seen.before.chats[person], chat) ? undefined : unansweredOf(seen, person, chat);
		if (waiting === undefined || !orders.some(([, memory]) => isOpen(memory))) return [];
		const known = seen.before.chats[person]?.emitted?.[EVENT];
		const next = repeated(known, waiting.messageId, waiting.sentMs, seen.nowMs, seen.settings.repeatMs);
		if (next === undefined) return [];
		return [
			{
				events: [eventOf(seen, person, chat, orders, waiting.sentMs, next)],
				after: { chats: { [person]: { emitted: { [EVENT]: next } } } },
			},
		];
	});
};

/** Whether the chat has to be read in this poll: as far as is known, somebody waits there. */
export function isUnansweredDue({ unanswered, emitted }: ChatMemory, nowMs: number, repeatMs: number): boolean {
	if (unanswered === undefined) return false;
	return repeated(emitted?.[EVENT], unanswered.messageId, unanswered.sentMs, nowMs, repeatMs) !== undefined;
}

function eventOf(
	seen: Seen,
	person: Id,
	{ messages: [message], nicknames }: ReadChat,
	orders: ChatOrders,
	sinceMs: number,
	next: Repeated,
): DomainEvent {
	const open = orders.filter(([, memory]) => isOpen(memory));
	const orderId = orderOf(message, open, seen.nowMs);
	const order = seen.orders.get(orderId)?.order;
	return unansweredEvent({
		person,
		orderId,
		message,
		nicknames,
		sinceMs,
		nowMs: seen.nowMs,
		next,
		...(order ? { order } : {}),
	});
}

export function unansweredEvent(about: {
	person: Id;
	orderId: Id;
	order?: OrderRow | OrderInFull;
	message: ChatMessage;
	nicknames: Nicknames;
	sinceMs: number;
	nowMs: number;
	next: Pick<Repeated, 'repeats'>;
}): DomainEvent {
	const { person, message, sinceMs, nowMs, next, ...event } = about;
	return {
		...event,
		type: 'unanswered',
		key: `${person}:${textOf(message.id)}:${next.repeats}`,
		atMs: nowMs,
		message,
		fields: { waitingMinutes: Math.max(0, Math.floor((nowMs - sinceMs) / MINUTE_MS)), repeat: next.repeats },
	};
}
