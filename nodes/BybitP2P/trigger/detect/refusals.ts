import type { Id } from '../../api/types';
import type { Change } from '../change';
import { isOpen, MAX_TRIES, type TriggerState } from '../state';
import type { TrackedOrder } from './trackedOrder';

/** What becomes of single orders, chats and ads that could not be read. */
export interface Refusals {
	readonly changes: readonly Change[];
	/** About what is given up. */
	readonly warnings: readonly string[];
}

export interface RefusedReads {
	readonly before: TriggerState;
	readonly orders: ReadonlyMap<Id, TrackedOrder>;
	readonly nowMs: number;
	/** Each with the reason. */
	readonly refusedOrders: ReadonlyMap<Id, string>;
	readonly refusedChats: ReadonlyMap<Id, string>;
	readonly refusedAds: ReadonlyMap<Id, string>;
}

/**
 * Counts the refusals in a row. After ten something is given up with a warning, and tried again once in an hour: what happened to it is
 * not emitted yet.
 */
export function countRefusals(reads: RefusedReads): Refusals {
	const all = [
		...[...reads.refusedOrders].map(([id, reason]) => refusedOrder(reads, id, reason)),
		...[...reads.refusedChats].map(([id, reason]) => refusedChat(reads, id, reason)),
		...[...reads.refusedAds].map(([id, reason]) => refusedAd(reads, id, reason)),
	];
	return {
		changes: all.map(({ after }) => ({ events: [], after })),
		warnings: all.flatMap(({ warning }) => warning ?? []),
	};
}

interface Refused {
	readonly after: Change['after'];
	readonly warning?: string;
}

function refusedOrder({ before, orders, nowMs }: RefusedReads, orderId: Id, reason: string): Refused {
	const known = before.orders[orderId];
	// An order that a list shows is followed by the list; only one that no list shows, or not for certain, depends on the read.
	const tracked = orders.get(orderId);
	if (known === undefined || (tracked?.isCurrent === true && !tracked.isUnsure)) return { after: {} };
	const refusals = (known.refusals ?? 0) + 1;
	const isUnsure = tracked?.isUnsure === true;
	const isGivenUp = refusals >= MAX_TRIES && isOpen(known) && !isUnsure;
	const after = { orders: { [orderId]: { refusals, ...(isGivenUp ? { endedMs: nowMs } : {}) } } };
	if (refusals !== MAX_TRIES) return { after };
	const subject = isUnsure
		? `Order ${orderId} could not be read ${MAX_TRIES} times; from now on the lists are believed`
		: `Order ${orderId} left the lists and could not be read ${MAX_TRIES} times; it is given up`;
	return { after, warning: `${subject}: ${reason}` };
}

function refusedChat({ before, nowMs }: RefusedReads, person: Id, reason: string): Refused {
	const chat = before.chats[person];
	const refusals = (chat?.refusals ?? 0) + 1;
	// Without the session: it may have changed, the next try asks for a fresh one.
	const memory = { readMs: chat?.readMs ?? 0, sessionId: undefined, refusals, refusedMs: nowMs };
	const after = { chats: { [person]: memory } };
	if (refusals !== MAX_TRIES) return { after };
	return {
		after,
		warning: `The chat with counterparty ${person} could not be read ${MAX_TRIES} times; it is given up: ${reason}`,
	};
}

/** An ad that is gone for good may not be shown any more: then its end is never known. */
function refusedAd({ before, nowMs }: RefusedReads, adId: Id, reason: string): Refused {
	const known = before.ads?.[adId];
	if (known === undefined) return { after: {} };
	const refusals = (known.refusals ?? 0) + 1;
	if (refusals < MAX_TRIES) return { after: { ads: { [adId]: { ...known, refusals } } } };
	return {
		after: { ads: { [adId]: { status: known.status, changes: known.changes, goneMs: nowMs } } },
		warning: `Ad ${adId} left the list and could not be read ${MAX_TRIES} times; it is given up: ${reason}`,
	};
}
