import type { Id } from '../../api/types';
import { mayBeCancelled } from '../detect/cancelRequests';
import { latestMoment } from '../detect/clocks';
import { needsStatusDate } from '../detect/openOrders';
import type { TrackedOrder } from '../detect/trackedOrder';
import { GIVEN_UP_FOR_MS, isOpen, MAX_TRIES, type OrderMemory, type TriggerState } from '../state';

/** Lists do not show requests to cancel, so each open purchase is read by itself: so many in a poll, in turn. */
const MAX_PURCHASES = 50;

export interface OrderReadsWanted {
	readonly before: TriggerState;
	readonly orders: ReadonlyMap<Id, TrackedOrder>;
	readonly nowMs: number;
	/** The poll that starts the watch, some time after the watch was to begin. */
	readonly isLateStart: boolean;
	/** Requests to cancel are looked for. */
	readonly cancelRequests: boolean;
	/** Orders that stay open are emitted, after so long. */
	readonly openAfterMs: number | undefined;
}

/**
 * The orders to read by themselves in this poll, the most urgent first: those whose row in a list is not to be believed, open ones that
 * no list shows, those whose time in their status is not known, and purchases that a seller may ask to cancel.
 */
export function ordersToRead(wanted: OrderReadsWanted): readonly Id[] {
	const unsure = [...wanted.orders].filter(([, { isUnsure }]) => isUnsure).map(([id]) => id);
	const missing = inTurn(missingOrders(wanted), wanted.before.polls);
	return [
		...new Set([...unsure, ...missing, ...movedBefore(wanted), ...withUnknownDates(wanted), ...purchases(wanted)]),
	];
}

/** When the watch begins late, open orders of before: they may have been paid or appealed since. */
function movedBefore({ orders, before, isLateStart }: OrderReadsWanted): readonly Id[] {
	if (!isLateStart) return [];
	return [...orders]
		.filter(([, { order, after }]) => latestMoment(after.createdMs) < before.sinceMs && needsStatusDate(order, after))
		.map(([id]) => id);
}

/** Open orders that no list shows any more, or shows as they were long ago: how they went on must be asked for one by one. */
export function missingOrders({ before, orders, nowMs }: Pick<OrderReadsWanted, 'before' | 'orders' | 'nowMs'>) {
	return Object.entries(before.orders)
		.filter(([id]) => orders.get(id)?.isCurrent !== true)
		.filter(([, memory]) => isOpen(memory) || isRetried(memory, before.readToMs, nowMs))
		.map(([id]) => id);
}

/** An order that was given up is asked for once more in each hour. */
function isRetried({ endedMs = 0, refusals = 0 }: OrderMemory, lastMs: number, nowMs: number): boolean {
	const hours = (ms: number): number => Math.floor((ms - endedMs) / GIVEN_UP_FOR_MS);
	return refusals >= MAX_TRIES && hours(nowMs) > hours(lastMs);
}

function withUnknownDates({ orders, nowMs, openAfterMs }: OrderReadsWanted): readonly Id[] {
	if (openAfterMs === undefined) return [];
	return (
		[...orders]
			.filter(([, { order, after, isCurrent }]) => isCurrent && needsStatusDate(order, after))
			// Before that it cannot be due, whenever it entered its status.
			.filter(([, { after }]) => after.createdMs + openAfterMs <= nowMs)
			.map(([id]) => id)
	);
}

/** Those read longest ago first; all of them when requests are first looked for, so that old ones can be distinguished from new ones. */
function purchases({ before, orders, cancelRequests }: OrderReadsWanted): readonly Id[] {
	if (!cancelRequests) return [];
	const isFirstSearch = before.cancelsSinceMs === undefined;
	return [...orders]
		.filter(([, { order, after }]) => mayBeCancelled(order, after))
		.sort(([, a], [, b]) => (a.after.cancelRequest?.readMs ?? 0) - (b.after.cancelRequest?.readMs ?? 0))
		.slice(0, isFirstSearch ? undefined : MAX_PURCHASES)
		.map(([id]) => id);
}

/** The same, begun at another one in every poll: those at the front must not use up the time of the others for ever. */
function inTurn(ids: readonly Id[], polls: number): readonly Id[] {
	const first = ids.length === 0 ? 0 : polls % ids.length;
	return [...ids.slice(first), ...ids.slice(0, first)];
}
