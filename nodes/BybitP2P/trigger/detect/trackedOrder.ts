import { hasEnded, statusName } from '../../api/codes';
import { textOf } from '../../api/text';
import type { OrderInFull, OrderRow } from '../../api/types';
import type { DomainEvent } from '../change';
import { MAX_TRIES, presentStatus, type OrderMemory } from '../state';
import { latestMoment, statusDate } from './clocks';
import { FIRST_STATUSES, statusStep } from './statusSteps';

/** An order as a poll has read it: a row of a list, or the order in full. */
export interface Snapshot {
	readonly order: OrderRow | OrderInFull;
	/** Read by itself: lists may lag behind, and have been seen to. */
	readonly isInFull: boolean;
}

/** The poll in which orders are seen. All times are the exchange's, in ms. */
export interface OrderWatch {
	readonly nowMs: number;
	/** The poll before. */
	readonly lastMs: number;
	/** Unknown orders created from then on are new. */
	readonly sinceMs: number;
	/** Unknown orders created before may have been known once: the ended ones are forgotten after a while. */
	readonly forgottenBeforeMs: number;
	/** The poll that starts the watch: what was there before is remembered. */
	readonly isStart: boolean;
}

export interface TrackedOrder {
	readonly before: OrderMemory | undefined;
	readonly after: OrderMemory;
	/** The newest snapshot that shows the order as it is; the last one read where all are old. */
	readonly order: OrderRow | OrderInFull;
	/** Whether `order` shows the order as it is. */
	readonly isCurrent: boolean;
	/** A list shows what only the order in full can confirm. */
	readonly isUnsure: boolean;
	readonly events: readonly DomainEvent[];
}

/**
 * What the snapshots of an order add to what is known of it.
 *
 * Invariant: each status is emitted once for each time the order enters it, in the order in which it went; an order first seen in a later
 * status is emitted as created and as that status; a snapshot of an earlier status than the one known emits nothing, however often it is
 * seen.
 *
 * @param before - undefined for an order that is not known.
 * @param snapshots - oldest first, at least one.
 */
export function trackedOrder(
	before: OrderMemory | undefined,
	snapshots: readonly Snapshot[],
	watch: OrderWatch,
): TrackedOrder {
	const [first, ...rest] = snapshots;
	const listed = snapshots.filter(({ isInFull }) => !isInFull).map(({ order }) => Number(order.status));
	const isKnown = before !== undefined && before.statuses.length > 0;
	const start: TrackedOrder = isKnown
		? { ...untracked(before, first), after: before }
		: { ...untracked(before, first), ...firstSeen(before, snapshots, watch) };
	return (isKnown ? snapshots : rest).reduce((tracked, snapshot) => followed(tracked, snapshot, listed, watch), start);
}

function untracked(before: OrderMemory | undefined, { order }: Snapshot) {
	return { before, order, isCurrent: false, isUnsure: false, events: [] };
}

/** @param before - the memory of an order whose first events were held back: none of its statuses is emitted yet. */
function firstSeen(before: OrderMemory | undefined, snapshots: readonly Snapshot[], watch: OrderWatch) {
	const [{ order }] = snapshots;
	const status = Number(order.status);
	const createdMs = Number(order.createDate);
	const backSinceMs = before === undefined ? backSince(createdMs, watch) : before.backSinceMs;
	const mayBeForgotten = backSinceMs !== undefined;
	const after: OrderMemory = {
		statuses: [status],
		createdMs,
		counterpartyId: textOf(order.targetUserId),
		...(mayBeForgotten ? { backSinceMs } : {}),
		...(before?.detailRefusals === undefined ? {} : { detailRefusals: before.detailRefusals }),
		...endedAt(status, watch.nowMs),
	};
	const entered = FIRST_STATUSES.includes(status) ? [] : [enteredEvent(order, after, undefined)];
	if (latestMoment(createdMs) >= watch.sinceMs && !mayBeForgotten) {
		return { after, isCurrent: true, events: [createdEvent(order), ...entered] };
	}
	// An old order that no list showed until now has moved: to an appeal after its end, or on from a status the lists leave out.
	const hasMoved = watch.isStart ? enteredSince(snapshots, status, watch) : !hasEnded(status);
	return { after, isCurrent: true, events: hasMoved ? entered : [] };
}

/** Whether the order in full shows that its status was entered since the watch began, when the watch begins late. */
function enteredSince(snapshots: readonly Snapshot[], status: number, { sinceMs, nowMs }: OrderWatch): boolean {
	const inFull = snapshots.find((snapshot) => snapshot.isInFull && Number(snapshot.order.status) === status);
	return inFull !== undefined && latestMoment(statusDate(inFull.order, nowMs, 0)) >= sinceMs;
}

/** An order of long ago that is not known may have been known once, and forgotten after its end. */
function backSince(createdMs: number, { isStart, forgottenBeforeMs, lastMs }: OrderWatch): number | undefined {
	return !isStart && createdMs < forgottenBeforeMs ? lastMs : undefined;
}

/** @param listed - the statuses that the lists show. */
function followed(
	tracked: TrackedOrder,
	{ order, isInFull }: Snapshot,
	listed: readonly number[],
	watch: OrderWatch,
): TrackedOrder {
	const { after } = tracked;
	const status = Number(order.status);
	// Either may lag: where both show the order they have to agree on what could be an old snapshot.
	const isAgreed = isInFull && (listed.length === 0 || listed.includes(status));
	switch (statusStep(after.statuses, status)) {
		case 'same':
			return { ...tracked, order, isCurrent: true, isUnsure: false, after: watchedOn(after, status, isInFull) };
		case 'old':
			// An order that cannot have gone there, and is there: nothing is emitted of it, but it is open.
			return isAgreed && listed.length > 0 ? { ...tracked, order, isCurrent: true } : tracked;
		case 'unsure':
			// After many refusals to show the order in full the list is believed: an event is rather emitted than lost.
			if (isAgreed || (!isInFull && (after.refusals ?? 0) >= MAX_TRIES)) return entered(tracked, order, watch);
			return isInFull ? tracked : { ...tracked, isUnsure: true };
		case 'forward':
			return entered(tracked, order, watch);
	}
}

/** An open order that was given up while no list showed it is watched on. */
function watchedOn(memory: OrderMemory, status: number, isInFull: boolean): OrderMemory {
	const { endedMs, refusals, ...rest } = memory;
	const isOver = hasEnded(status) && endedMs !== undefined;
	const isStillRefused = refusals !== undefined && !isInFull && isOver;
	return { ...rest, ...(isOver ? { endedMs } : {}), ...(isStillRefused ? { refusals } : {}) };
}

function entered(tracked: TrackedOrder, order: OrderRow | OrderInFull, { nowMs }: OrderWatch): TrackedOrder {
	const status = Number(order.status);
	const previous = presentStatus(tracked.after);
	const { statuses, createdMs, counterpartyId, backSinceMs, cancelRequest, emitted, detailRefusals } = tracked.after;
	const after: OrderMemory = {
		statuses: [...statuses, status],
		createdMs,
		counterpartyId,
		...endedAt(status, nowMs),
		...(backSinceMs === undefined ? {} : { backSinceMs }),
		...(cancelRequest === undefined ? {} : { cancelRequest }),
		...(emitted === undefined ? {} : { emitted }),
		...(detailRefusals === undefined ? {} : { detailRefusals }),
	};
	const events = [...tracked.events, enteredEvent(order, after, previous)];
	return { ...tracked, after, order, isCurrent: true, isUnsure: false, events };
}

function endedAt(status: number, nowMs: number): { endedMs?: number } {
	return hasEnded(status) ? { endedMs: nowMs } : {};
}

export function createdEvent(order: OrderRow | OrderInFull): DomainEvent {
	const orderId = textOf(order.id);
	return { type: 'created', key: orderId, atMs: Number(order.createDate), orderId, order };
}

/** @param previous - absent when the order was first seen in its status. */
function enteredEvent(order: OrderRow | OrderInFull, after: OrderMemory, previous: number | undefined): DomainEvent {
	const status = Number(order.status);
	return {
		...enteredStatus(order, status, occurrence(after, status)),
		atMs: after.createdMs,
		...(previous === undefined ? {} : { fields: { previousStatus: statusName(previous) } }),
	};
}

/** An order that enters a status, as a value of its own: manual tests make samples of it. */
export function enteredStatus(order: OrderRow | OrderInFull, status: number, occurrence: number): DomainEvent {
	const orderId = textOf(order.id);
	const atMs = Number(order.createDate);
	return { type: 'status', key: `${orderId}:${status}:${occurrence}`, atMs, orderId, order, status };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * 1 for the first time in a status. An order that came back after it was forgotten counts on from a number not used before: its age in
 * days.
 */
export function occurrence({ statuses, createdMs, backSinceMs }: OrderMemory, status: number): number {
	const times = statuses.filter((one) => one === status).length;
	if (backSinceMs === undefined) return times;
	return times + Math.max(1, Math.floor((backSinceMs - createdMs) / DAY_MS));
}
