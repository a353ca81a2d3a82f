import type { Id } from '../api/types';

/** What the trigger remembers between two polls. All times are the exchange's, in ms. */
export interface TriggerState {
	/** Stands for the API key and the environment; another one is checked for whether it belongs to the same account. */
	readonly keyName: string;
	/** Stands for the account and the environment: state of another account is of no use. */
	readonly account: string;
	/** My nickname, as last read: marks my own messages. */
	readonly nickname: string;
	/** How many polls there were; those that cannot read everything take turns by it. */
	readonly polls: number;
	/** Orders created from then on are emitted. */
	readonly sinceMs: number;
	/** Up to then the list of all orders has been read back. */
	readonly readToMs: number;
	/** Messages from then on are emitted; absent while nobody asks for messages. */
	readonly messagesSinceMs?: number;
	/** When requests to cancel were first looked for; absent while nobody asks for them. */
	readonly cancelsSinceMs?: number;
	/** Polls in a row in which the exchange refused the chat calls as a whole. */
	readonly chatRefusals?: number;
	readonly hints: HintMemory;
	readonly orders: Readonly<Record<Id, OrderMemory>>;
	/** By counterparty: all orders with one person share a chat. */
	readonly chats: Readonly<Record<Id, ChatMemory>>;
	/** My own ads; absent while nobody asks for them. */
	readonly ads?: Readonly<Record<Id, AdMemory>>;
}

export interface OrderMemory {
	/** Status codes emitted or passed over, oldest first; the last is the present one. Empty while nothing of a new order is emitted. */
	readonly statuses: readonly number[];
	readonly createdMs: number;
	readonly counterpartyId: Id;
	/** Seen as ended, or given up. */
	readonly endedMs?: number;
	/** Came back after it had been forgotten: its messages are emitted from then on. */
	readonly backSinceMs?: number;
	/** When it entered its present status, as the order in full shows. */
	readonly statusSinceMs?: number;
	/** Refused reads in a row. */
	readonly refusals?: number;
	/** Refused reads in a row for events that wait for the order in full. */
	readonly detailRefusals?: number;
	readonly cancelRequest?: CancelRequestMemory;
	/** Events that are emitted once or again and again for as long as something lasts. */
	readonly emitted?: Readonly<Record<string, EmittedMemory>>;
}

export interface CancelRequestMemory {
	/** Requests so far. */
	readonly count: number;
	readonly isOpen: boolean;
	readonly readMs: number;
}

export interface EmittedMemory {
	/** What it was emitted for: an entry into a status, a message. */
	readonly about: string;
	readonly repeats: number;
	readonly atMs: number;
}

export interface ChatMemory {
	/** Opaque; absent before the chat was opened, and after a refused read, for it may have changed. */
	readonly sessionId?: string;
	/** Last read; 0 before the first. */
	readonly readMs: number;
	/** Newest message that was emitted or passed over. */
	readonly handledId?: Id;
	/** Newest message that was read. */
	readonly seenId?: Id;
	/** Messages before were passed over, for no order that was known was there yet; absent when there were none since the watch began. */
	readonly skippedToMs?: number;
	/** The newest message, when it is the counterparty's: it waits for an answer. */
	readonly unanswered?: { readonly messageId: Id; readonly sentMs: number };
	/** What the sources of hints showed when it was last read. */
	readonly hints?: ChatHints;
	/** Refused reads in a row. */
	readonly refusals?: number;
	/** Last refused read. */
	readonly refusedMs?: number;
	readonly emitted?: Readonly<Record<string, EmittedMemory>>;
}

/** Where a new message may show without reading the chat: counters in the order lists, the list of unread chats, the cursors of the list of chats. */
export const HINT_SOURCES = ['counters', 'unread', 'cursors'] as const;
export type HintSource = (typeof HINT_SOURCES)[number];

/** What the sources showed of one chat; a source that was not asked or shows nothing of it is absent. */
export type ChatHints = Readonly<Partial<Record<HintSource, string>>>;

export type HintMemory = Readonly<Partial<Record<HintSource, SourceMemory>>>;

export interface SourceMemory {
	/** Messages in a row that it announced. */
	readonly inARow: number;
	/** When it missed one. */
	readonly missedMs?: number;
}

export interface AdMemory {
	/** Online, offline and so on, as in the event. */
	readonly status: string;
	/** How often it has changed. */
	readonly changes: number;
	/** No list shows it any more since then. */
	readonly goneMs?: number;
	readonly refusals?: number;
}

/** An ended order is kept this long, for late messages and late appeals. */
export const KEPT_AFTER_END_MS = 24 * 60 * 60 * 1000;

/** Refused reads of one order, chat or ad after which it is given up with a warning. */
export const MAX_TRIES = 10;

/** What was given up is tried again after this time. */
export const GIVEN_UP_FOR_MS = 60 * 60 * 1000;

/** True while the order is followed: it has not ended and is not given up. */
export function isOpen({ endedMs }: OrderMemory): boolean {
	return endedMs === undefined;
}

/** The present status; undefined while nothing of a new order is emitted. */
export function presentStatus({ statuses }: OrderMemory): number | undefined {
	return statuses[statuses.length - 1];
}

/** True when messages were read that are neither emitted nor passed over: the chat is read again in the next poll. */
export function hasUnhandled({ seenId, handledId }: ChatMemory): boolean {
	return seenId !== undefined && (handledId === undefined || isNewer(seenId, handledId));
}

/** True for a message that came after another one. Ids grow with time; those of the exchange are numbers. */
export function isNewer(id: Id, than: Id): boolean {
	if (!isNumber(id) || !isNumber(than)) return id !== than;
	return id.length === than.length ? id > than : id.length > than.length;
}

/** Digits, without zeros in front: such numbers compare as text, whatever their size. */
function isNumber(id: Id): boolean {
	return /^(0|[1-9]\d*)$/.test(id);
}

/**
 * Without the orders that ended long ago, and the chats that no order is left for.
 *
 * While messages are watched an order stays until its chat has been read once more after that time, or is given up: what was written
 * there after the last read is not emitted yet.
 */
export function pruned(state: TriggerState, nowMs: number): TriggerState {
	// A key that may not read chats would let the state grow for ever.
	const waitsForChats = state.messagesSinceMs !== undefined && (state.chatRefusals ?? 0) < MAX_TRIES;
	const isNeeded = ({ counterpartyId, endedMs }: OrderMemory): boolean =>
		endedMs === undefined ||
		endedMs > nowMs - KEPT_AFTER_END_MS ||
		(waitsForChats && counterpartyId !== '' && !isFinished(state.chats[counterpartyId], endedMs));
	const orders = Object.fromEntries(Object.entries(state.orders).filter(([, memory]) => isNeeded(memory)));
	const people = new Set(Object.values(orders).map(({ counterpartyId }) => counterpartyId));
	const chats = Object.fromEntries(Object.entries(state.chats).filter(([person]) => people.has(person)));
	return { ...state, orders, chats };
}

function isFinished(chat: ChatMemory | undefined, endedMs: number): boolean {
	if (chat === undefined) return false;
	return (chat.refusals ?? 0) >= MAX_TRIES || (chat.readMs >= endedMs + KEPT_AFTER_END_MS && !hasUnhandled(chat));
}

/** A copy of a memory in which some fields are forgotten. */
export function forgetting<T extends object, Name extends keyof T>(
	memory: T,
	...names: readonly Name[]
): Omit<T, Name> {
	const forgotten: ReadonlySet<PropertyKey> = new Set(names);
	return Object.fromEntries(Object.entries(memory).filter(([name]) => !forgotten.has(name))) as Omit<T, Name>;
}
