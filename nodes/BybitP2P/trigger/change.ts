import type { Nicknames } from '../api/simplify/message';
import type { Ad, ChatMessage, Id, OrderInFull, OrderRow } from '../api/types';
import type { WaitingFor } from './detect/waitingFor';
import type { AdMemory, ChatMemory, OrderMemory } from './state';

/** What an event says besides what it is about. */
export interface EventFields {
	/** Of the order, or of the ad; absent for one that was not there before. */
	readonly previousStatus?: string;
	/** Who has to act for an open order to go on. */
	readonly waitingFor?: WaitingFor;
	/** How long the order has been in its status. */
	readonly statusMinutes?: number;
	/** How long the message waits for an answer. */
	readonly waitingMinutes?: number;
	/** 1, 2, ... of an event that is emitted again and again. */
	readonly repeat?: number;
}

/** Something that happened, or a state that is emitted again and again. One or more events of the node stand for it. */
export interface DomainEvent {
	/** What kind of thing: the events of the node choose by it. */
	readonly type: string;
	/** With the event's name it makes the `eventId`: the same for the same thing, also when n8n has rolled the state back. */
	readonly key: string;
	/** Exchange time, ms: what is older is emitted first. */
	readonly atMs: number;
	/** The order it is about; none for an ad. */
	readonly orderId?: Id;
	/** Absent while no list shows the order: it is read by itself before the event is emitted. */
	readonly order?: OrderRow | OrderInFull;
	readonly ad?: Ad;
	readonly message?: ChatMessage;
	/** Of both sides when the message was read: show who wrote it. */
	readonly nicknames?: Nicknames;
	/** The status that was entered. */
	readonly status?: number;
	/** Further fields of the item. */
	readonly fields?: EventFields;
}

/** What is remembered from now on. A field that is `undefined` is forgotten; `emitted` is merged event by event. */
export interface Patch {
	readonly orders?: Readonly<Record<Id, Partial<OrderMemory>>>;
	readonly chats?: Readonly<Record<Id, Partial<ChatMemory>>>;
	readonly ads?: Readonly<Record<Id, AdMemory | undefined>>;
}

/**
 * One step of what the trigger knows.
 *
 * Invariant: what is remembered changes together with what is emitted. When its events are held back, `held` is remembered instead of
 * `after`, so nothing has to be taken back.
 */
export interface Change {
	/** Oldest first. */
	readonly events: readonly DomainEvent[];
	readonly after: Patch;
	/** Left out: nothing. */
	readonly held?: Patch;
}
