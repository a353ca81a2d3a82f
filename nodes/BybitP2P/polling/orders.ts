import { hasEnded, STATUS } from '../api/codes';
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
			/** 1 for the first time the order is in this status, 2 when it came back to it. */
			readonly occurrence: number;
	  };

export interface Observed {
	readonly memory: OrderMemory;
	readonly facts: readonly OrderFact[];
}

/** Statuses in which an order begins: being first seen there says no more than that it was created. */
const FIRST: readonly number[] = [STATUS.waitingForChain, STATUS.waitingForPayment, STATUS.waitingForCoinChoice];

/**
 * What one sight of an order adds to what is known.
 *
 * Invariant: each status an order is seen in is told once for each time it enters it; an order first seen in a later status is told as
 * created and as that status.
 *
 * @param before - undefined for an order that is not known.
 * @param sinceMs - exchange time of the activation: an unknown order from before is remembered, and told only if it is under appeal.
 * @param nowMs - exchange time of this tick.
 */
export function observed(
	before: OrderMemory | undefined,
	order: OrderRow | OrderInFull,
	sinceMs: number,
	nowMs: number,
): Observed {
	const status = Number(order.status);
	if (before === undefined) return firstSeen(order, status, sinceMs, nowMs);

	const previous = before.h[before.h.length - 1];
	if (status === previous || isStale(previous, status)) return { memory: before, facts: [] };

	const memory: OrderMemory = {
		h: [...before.h, status],
		c: before.c,
		u: before.u,
		...endedAt(status, nowMs),
	};
	return { memory, facts: [{ type: 'status', order, status, previous, occurrence: times(memory.h, status) }] };
}

function firstSeen(order: OrderRow | OrderInFull, status: number, sinceMs: number, nowMs: number): Observed {
	const created = Number(order.createDate);
	const memory = { h: [status], c: created, u: order.targetUserId, ...endedAt(status, nowMs) };
	const inStatus: OrderFact = { type: 'status', order, status, occurrence: 1 };
	if (created < sinceMs) return { memory, facts: status === STATUS.appeal ? [inStatus] : [] };
	return {
		memory,
		facts: FIRST.includes(status) ? [{ type: 'created', order }] : [{ type: 'created', order }, inStatus],
	};
}

/**
 * An order that was seen as ended and shows an earlier status again is an old picture (lists have been seen to lag behind); only an
 * appeal or an objection reopens it.
 */
function isStale(previous: number, status: number): boolean {
	const reopening: readonly number[] = [STATUS.appeal, STATUS.objection, STATUS.waitingForObjection];
	return hasEnded(previous) && !hasEnded(status) && !reopening.includes(status);
}

function endedAt(status: number, nowMs: number): { e?: number } {
	return hasEnded(status) ? { e: nowMs } : {};
}

function times(history: readonly number[], status: number): number {
	return history.filter((one) => one === status).length;
}

/** The open orders that no list shows any more: how they went on must be asked for one by one. */
export function vanished(
	before: Readonly<Record<Id, OrderMemory>>,
	listed: ReadonlySet<Id>,
): readonly Id[] {
	return Object.entries(before)
		.filter(([id, { e }]) => e === undefined && !listed.has(id))
		.map(([id]) => id);
}
