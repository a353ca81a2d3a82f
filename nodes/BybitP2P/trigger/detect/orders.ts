import type { Patch } from '../change';
import type { OrderMemory } from '../state';
import type { Detector } from './seen';
import type { TrackedOrder } from './trackedOrder';

/** Orders that were opened or entered another status. */
export const detectOrders: Detector = ({ orders }) =>
	[...orders].map(([orderId, tracked]) => ({
		events: tracked.events,
		after: { orders: { [orderId]: replacement(tracked) } },
		held: held(orderId, tracked),
	}));

/** All fields of the new memory, and none of the old ones. */
function replacement({ before, after }: TrackedOrder): Partial<OrderMemory> {
	const forgotten = Object.fromEntries(Object.keys(before ?? {}).map((name) => [name, undefined]));
	return { ...forgotten, ...after };
}

/** Of a new order nothing but that it is there, so that no status of it counts as emitted; it is followed even when no list shows it. */
function held(orderId: string, { before, after }: TrackedOrder): Patch {
	if (before !== undefined) return {};
	const { createdMs, counterpartyId, backSinceMs } = after;
	const memory = { statuses: [], createdMs, counterpartyId, ...(backSinceMs === undefined ? {} : { backSinceMs }) };
	return { orders: { [orderId]: memory } };
}
