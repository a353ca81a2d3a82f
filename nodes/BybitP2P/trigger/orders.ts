import { hasEnded, STATUS } from '../api/codes';
import { textOf } from '../api/text';
import type { Id, OrderInFull, OrderRow } from '../api/types';
import type { OrderMemory } from './state';

/** Something that happened to an order and was not told yet. */
export type OrderFact =
	| { readonly type: 'created'; readonly order: OrderRow | OrderInFull }
	| {
			readonly type: 'status';
			readonly order: OrderRow | OrderInFull;
			readonly status: number;
			/** Absent when the order was first seen in this status. */
			readonly previous?: number;
			/** 1 for the first time the order is in this status, more when it came back to it. */
			readonly occurrence: number;
	  };

export interface Observed {
	readonly memory: OrderMemory;
	readonly facts: readonly OrderFact[];
}

/** Statuses in which an order begins: being first seen there says no more than that it was created. */
const FIRST: readonly number[] = [STATUS.waitingForChain, STATUS.waitingForPayment, STATUS.waitingForCoinChoice];

/** Statuses by which an order that had ended opens again. */
const REOPENING: readonly number[] = [STATUS.appeal, STATUS.objection, STATUS.waitingForObjection];

/** The tick in which an order is seen. */
export interface Look {
	/** Exchange time. */
	readonly nowMs: number;
	/** Exchange time of the tick before. */
	readonly lastMs: number;
	/** Unknown orders created before this exchange time, ms, were there before the watch. */
	readonly sinceMs: number;
	/** Unknown orders created before this exchange time, ms, may have been known once: the ended ones are forgotten after a while. */
	readonly forgottenBeforeMs: number;
	/** The tick that starts the watch: what was there before is no news. */
	readonly isFirst: boolean;
}

/**
 * What one sight of an order adds to what is known.
 *
 * Invariant: each status an order is seen in is told once for each time it enters it; an order first seen in a later status is told as
 * created and as that status.
 *
 * @param before - undefined for an order that is not known.
 */
export function observed(before: OrderMemory | undefined, order: OrderRow | OrderInFull, look: Look): Observed {
	const status = Number(order.status);
	if (before === undefined || before.h.length === 0) return firstSeen(order, status, look);

	const previous = before.h[before.h.length - 1];
	const { h, c, u, s, e, x, q, t = 0 } = before;
	const kept = {
		c,
		u,
		...(s === undefined ? {} : { s }),
		...(x === undefined ? {} : { x }),
		...(q === undefined ? {} : { q }),
	};
	if (status === previous) {
		// An open order that was given up while no list showed it is watched on.
		return { memory: { h, ...kept, ...(hasEnded(status) && e !== undefined ? { e } : {}) }, facts: [] };
	}
	if (seemsStale(previous, status) && t + 1 < BELIEVED_AFTER) return { memory: { ...before, t: t + 1 }, facts: [] };

	const memory: OrderMemory = { h: [...h, status], ...kept, ...endedAt(status, look.nowMs) };
	return { memory, facts: [{ type: 'status', order, status, previous, occurrence: occurrence(memory, status) }] };
}

function firstSeen(order: OrderRow | OrderInFull, status: number, look: Look): Observed {
	const created = Number(order.createDate);
	const mayBeForgotten = !look.isFirst && created < look.forgottenBeforeMs;
	const memory: OrderMemory = {
		h: [status],
		c: created,
		u: textOf(order.targetUserId),
		...(mayBeForgotten ? { s: look.lastMs } : {}),
		...endedAt(status, look.nowMs),
	};
	const inStatus: readonly OrderFact[] = FIRST.includes(status)
		? []
		: [{ type: 'status', order, status, occurrence: occurrence(memory, status) }];
	if (created >= look.sinceMs && !mayBeForgotten) return { memory, facts: [{ type: 'created', order }, ...inStatus] };
	// An old order that no list showed until now has moved: to an appeal after its end, or on from a status the lists leave out.
	return { memory, facts: look.isFirst || hasEnded(status) ? [] : inStatus };
}

/** Sights in a row after which an ended order is believed to be open again. */
const BELIEVED_AFTER = 5;

/**
 * An order that was seen as ended and shows an earlier status again is probably an old picture (lists have been seen to lag behind); an
 * appeal or an objection reopens it.
 */
function seemsStale(previous: number, status: number): boolean {
	return hasEnded(previous) && !hasEnded(status) && !REOPENING.includes(status);
}

function endedAt(status: number, nowMs: number): { e?: number } {
	return hasEnded(status) ? { e: nowMs } : {};
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** 1 for the first time in a status. An order that came back after it was forgotten counts on from a number not used before: its age in days. */
function occurrence({ h, c, s }: OrderMemory, status: number): number {
	const times = h.filter((one) => one === status).length;
	return s === undefined ? times : times + Math.max(1, Math.floor((s - c) / DAY_MS));
}

/** The open orders that no list shows any more: how they went on must be asked for one by one. */
export function vanished(before: Readonly<Record<Id, OrderMemory>>, listed: ReadonlySet<Id>): readonly Id[] {
	return Object.entries(before)
		.filter(([id, { e }]) => e === undefined && !listed.has(id))
		.map(([id]) => id);
}
