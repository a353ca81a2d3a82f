import { hasEnded } from '../../api/codes';
import { textOf } from '../../api/text';
import type { Id, OrderInFull, OrderRow } from '../../api/types';
import type { Change, DomainEvent } from '../change';
import type { OrderMemory } from '../state';
import { statusDate } from './clocks';
import { repeated, type Repeated } from './repeats';
import type { Detector, Seen } from './seen';
import { FIRST_STATUSES } from './statusSteps';
import { occurrence, type TrackedOrder } from './trackedOrder';
import { waitingFor } from './waitingFor';

const EVENT = 'orderOpen';
const MINUTE_MS = 60_000;

/**
 * Open orders that have been in their status for a while, again and again.
 *
 * Decided by what the exchange shows and by when it was last emitted, so that nothing is skipped when n8n forgets the polls without
 * events. Orders of before the watch are emitted too, from the second poll on.
 */
export const detectOpenOrders: Detector = (seen) =>
	[...seen.orders]
		.filter(([, { order, isCurrent }]) => isCurrent && !hasEnded(Number(order.status)))
		.map(([orderId, tracked]) => openOrderChange(seen, orderId, tracked));

function openOrderChange(seen: Seen, orderId: Id, { order, after }: TrackedOrder): Change {
	const { sinceMs, isToBeKept } = enteredStatusAt(order, after, seen.inFull.get(orderId), seen.nowMs);
	const kept = isToBeKept ? { statusSinceMs: sinceMs } : {};
	const status = Number(order.status);
	const about = `${status}:${Math.max(1, occurrence(after, status))}`;
	const { nowMs, settings, isSilent } = seen;
	const next = isSilent ? undefined : repeated(after.emitted?.[EVENT], about, sinceMs, nowMs, settings.repeatMs);
	if (next === undefined) return { events: [], after: { orders: { [orderId]: kept } } };
	return {
		events: [openOrderEvent(order, after, { sinceMs, nowMs, next })],
		after: { orders: { [orderId]: { ...kept, emitted: { [EVENT]: next } } } },
	};
}

export function openOrderEvent(
	order: OrderRow | OrderInFull,
	memory: Pick<OrderMemory, 'cancelRequest'>,
	{ sinceMs, nowMs, next }: { sinceMs: number; nowMs: number; next: Repeated },
): DomainEvent {
	const orderId = textOf(order.id);
	return {
		type: 'open',
		key: `${orderId}:${next.about}:${next.repeats}`,
		atMs: nowMs,
		orderId,
		order,
		fields: {
			waitingFor: waitingFor(order, memory.cancelRequest?.isOpen === true),
			statusMinutes: Math.max(0, Math.floor((nowMs - sinceMs) / MINUTE_MS)),
			repeat: next.repeats,
		},
	};
}

/** Whether the time in an order's status counts from a date that only the order in full shows. */
export function needsStatusDate(order: OrderRow | OrderInFull, memory: OrderMemory): boolean {
	const status = Number(order.status);
	return !hasEnded(status) && !FIRST_STATUSES.includes(status) && memory.statusSinceMs === undefined;
}

/**
 * When the order entered its status. Where the exchange does not show it, when it was created: an event comes rather early than never.
 *
 * @returns isToBeKept: read in this poll, and not to be read again.
 */
function enteredStatusAt(
	order: OrderRow | OrderInFull,
	memory: OrderMemory,
	inFull: OrderInFull | undefined,
	nowMs: number,
): { sinceMs: number; isToBeKept: boolean } {
	if (!needsStatusDate(order, memory)) return { sinceMs: memory.statusSinceMs ?? memory.createdMs, isToBeKept: false };
	if (inFull === undefined || Number(inFull.status) !== Number(order.status)) {
		return { sinceMs: memory.createdMs, isToBeKept: false };
	}
	return { sinceMs: statusDate(inFull, nowMs, memory.createdMs), isToBeKept: true };
}
