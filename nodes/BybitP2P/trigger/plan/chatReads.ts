import type { Id } from '../../api/types';
import type { ChatOrders } from '../detect/chatOrders';
import { GIVEN_UP_FOR_MS, hasUnhandled, isOpen, MAX_TRIES, type ChatMemory } from '../state';

/** The most calls for the sweep of one poll, so that the exchange's read limit is left for the merchant's own actions. */
export const MAX_SWEEP = 50;

/** While the hints are trusted a chat that none points to is read as often as this. */
const SWEPT_EVERY_MS = 5 * 60 * 1000;
/** Shortly after its end an order's chat is as busy as before. */
const BUSY_AFTER_END_MS = 10 * 60 * 1000;
/** The chat of ended orders only waits so many times as long as one with an open order. */
const ENDED_WAITS = 5;
/** After so many chats that hints point to comes one that has waited too long: hints that lie must not keep all others out. */
const HINTED_PER_WAITING = 4;

export interface ChatReadsWanted {
	/** By counterparty. */
	readonly people: ReadonlyMap<Id, ChatOrders>;
	readonly chats: Readonly<Record<Id, ChatMemory>>;
	/** Chats that a hint points to. */
	readonly hinted: ReadonlySet<Id>;
	/** Chats in which somebody has waited for an answer for so long that an event is due. */
	readonly due: ReadonlySet<Id>;
	readonly nowMs: number;
	/** Exchange time of the poll before. */
	readonly lastMs: number;
	/** Whether a source of hints is trusted. */
	readonly isTrusted: boolean;
	/** So many chats are swept at most. */
	readonly maxSweep: number;
	/** Messages after the end of an order are asked for. */
	readonly withEnded: boolean;
}

/**
 * The chats to read in this poll, the most urgent first.
 *
 * Invariant: a chat that a hint points to is read at once, at any number of chats, and no open chat waits for ever.
 */
export function chatsToRead(wanted: ChatReadsWanted): readonly Id[] {
	const candidates = [...wanted.people].map(([person, orders]) => candidate(wanted, person, orders));
	const readable = candidates.filter(({ isUsed, isGivenUp }) => isUsed && !isGivenUp);
	const byWaiting = [...readable].sort((a, b) => b.waitedMs - a.waitedMs || Number(b.isBusy) - Number(a.isBusy));
	const hinted = byWaiting.filter(({ isUrgent }) => isUrgent);
	const others = byWaiting.filter((one) => !one.isUrgent && !isResting(one));
	const swept = others.slice(0, sweepSize(wanted, others));
	return interleaved(hinted, swept).map(({ person }) => person);
}

interface Candidate {
	readonly person: Id;
	/** Since its last read, weighed: a chat of ended orders counts as having waited less. Infinite before the first. */
	readonly waitedMs: number;
	readonly isBusy: boolean;
	readonly isUrgent: boolean;
	readonly isUsed: boolean;
	readonly isGivenUp: boolean;
}

function candidate(
	{ chats, hinted, due, nowMs, withEnded }: ChatReadsWanted,
	person: Id,
	orders: ChatOrders,
): Candidate {
	const chat = chats[person];
	const isBusy = orders.some(([, memory]) => isOpen(memory) || nowMs - (memory.endedMs ?? 0) < BUSY_AFTER_END_MS);
	const triedMs = Math.max(chat?.readMs ?? 0, chat?.refusedMs ?? 0);
	const waited = triedMs === 0 ? Number.POSITIVE_INFINITY : Math.max(0, nowMs - triedMs);
	const isGivenUp = (chat?.refusals ?? 0) >= MAX_TRIES && nowMs - triedMs < GIVEN_UP_FOR_MS;
	return {
		person,
		waitedMs: isBusy ? waited : waited / ENDED_WAITS,
		isBusy,
		isUrgent: hinted.has(person) || due.has(person) || (chat !== undefined && hasUnhandled(chat)),
		isUsed: withEnded || orders.some(([, memory]) => isOpen(memory)),
		isGivenUp,
	};
}

/** After the end of all orders with a person hardly anything is written: every few minutes is enough. */
function isResting({ isBusy, waitedMs }: Candidate): boolean {
	return !isBusy && waitedMs < SWEPT_EVERY_MS / ENDED_WAITS;
}

/**
 * Without trust as many as allowed. With trust so many that each one's turn comes in five minutes, spread over the polls of that time;
 * chats that were never read are read at once.
 */
function sweepSize({ nowMs, lastMs, isTrusted, maxSweep }: ChatReadsWanted, others: readonly Candidate[]): number {
	if (!isTrusted) return maxSweep;
	const elapsedMs = Math.max(0, nowMs - lastMs);
	const busy = others.filter(({ isBusy }) => isBusy).length;
	// A poll that comes some milliseconds late is not a reason to read one chat more.
	const wholeMs = Math.round(elapsedMs / 1_000) * 1_000;
	const share = Math.ceil((busy + (others.length - busy) / ENDED_WAITS) * Math.min(1, wholeMs / SWEPT_EVERY_MS));
	const late = others.filter(({ waitedMs }) => waitedMs + elapsedMs > SWEPT_EVERY_MS).length;
	return Math.min(maxSweep, Math.max(share, late));
}

/** The hinted ones first, but for every few of them one that has waited too long. */
function interleaved(hinted: readonly Candidate[], swept: readonly Candidate[]): readonly Candidate[] {
	const late = swept.filter(({ waitedMs }) => waitedMs > SWEPT_EVERY_MS);
	const rest = swept.filter((one) => !late.includes(one));
	const mixed = hinted.flatMap((one, place) => {
		const isTurn = (place + 1) % HINTED_PER_WAITING === 0;
		const next = isTurn ? late[(place + 1) / HINTED_PER_WAITING - 1] : undefined;
		return next === undefined ? [one] : [one, next];
	});
	return [...mixed, ...late.slice(Math.floor(hinted.length / HINTED_PER_WAITING)), ...rest];
}
