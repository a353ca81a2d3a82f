import type { Ad, ChatMessage, Id, OrderInFull } from '../../api/types';
import type { Nicknames } from '../../api/simplify/message';
import type { Change } from '../change';
import type { ChatHints, OrderMemory, TriggerState } from '../state';
import { latestMoment } from './clocks';
import type { TrackedOrder } from './trackedOrder';

/** What a poll has read and what it knew before: all that detection goes by. */
export interface Seen {
	/** The state before this poll; an empty one at the start. */
	readonly before: TriggerState;
	/** Exchange time at which the lists were read. */
	readonly nowMs: number;
	/** The poll that starts the watch. */
	readonly isStart: boolean;
	/** A start in which nothing is emitted: what is there was there before. */
	readonly isSilent: boolean;
	/** Orders created from then on are new. */
	readonly newSinceMs: number;
	/** Orders that this poll has read, in lists or by themselves. */
	readonly orders: ReadonlyMap<Id, TrackedOrder>;
	/** All orders that are followed, as known after this poll. */
	readonly memories: Readonly<Record<Id, OrderMemory>>;
	/** Orders that were read by themselves in this poll. */
	readonly inFull: ReadonlyMap<Id, OrderInFull>;
	/** By counterparty. */
	readonly chats: ReadonlyMap<Id, ReadChat>;
	/** What the sources of hints showed in this poll, by counterparty. */
	readonly hints: ReadonlyMap<Id, ChatHints>;
	readonly settings: DetectSettings;
	/** My own ads, as listed or read by themselves; absent when the list was not read. */
	readonly ads?: ReadonlyMap<Id, Ad>;
	/** Those that the list shows. */
	readonly listedAds?: ReadonlySet<Id>;
}

export interface DetectSettings {
	/** Whether each message is emitted. */
	readonly emitsMessages: boolean;
	/** Whether chats that wait for an answer are emitted. */
	readonly emitsUnanswered: boolean;
	/** An order is expiring when its buyer has so little time left to pay. */
	readonly expiringSeconds: number;
	/** What lasts is emitted again after this time. */
	readonly repeatMs: number;
}

/** A chat as read in this poll. */
export interface ReadChat {
	readonly sessionId: string;
	/** Newest first; back to what was handled before, or further. */
	readonly messages: readonly ChatMessage[];
	/** Exchange time of its newest page. */
	readonly readMs: number;
	readonly nicknames: Nicknames;
}

/**
 * Finds what happened, by what was read and what was known. Pure: it neither reads nor remembers.
 *
 * Invariant: at the start of the watch what is there already is remembered, and nothing of it emitted.
 */
export type Detector = (seen: Seen) => readonly Change[];

/** True for an order that was opened since the watch began. */
export function isNewOrder({ isSilent, newSinceMs }: Seen, { createdMs }: OrderMemory): boolean {
	return !isSilent && latestMoment(createdMs) >= newSinceMs;
}
