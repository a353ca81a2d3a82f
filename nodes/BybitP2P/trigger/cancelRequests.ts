import type { BybitApi } from '../api/client';
import { SIDE, STATUS } from '../api/codes';
import type { Id, OrderInFull, OrderRow } from '../api/types';
import { createCircuitBreaker } from './circuitBreaker';
import { fetchOrder } from '../api/fetchOne';
import type { OrderMemory, TriggerState } from './state';

/** A seller asks to cancel an order in which I buy. */
export interface CancelRequestFact {
	readonly type: 'cancelRequested';
	readonly order: OrderInFull;
	/** 1 for the first request of the order, 2 for one after the first was answered. */
	readonly occurrence: number;
}

/** Lists do not show requests, so each order that may have one is read by itself: so many in a tick, in turn. */
const MAX_READS_PER_TICK = 50;

/** Statuses in which a seller may ask. */
const ASKABLE: readonly number[] = [STATUS.waitingForPayment, STATUS.waitingForRelease];

export interface CancelWatch {
	readonly state: TriggerState;
	readonly facts: readonly CancelRequestFact[];
}

/**
 * Reads the open purchases whose turn it is and tells new requests to cancel them.
 *
 * A read that is refused is left for the next turn: nothing is marked as told. What was requested before the watch began is remembered,
 * not told.
 */
export async function looksForCancelRequests(
	api: BybitApi,
	state: TriggerState,
	rows: ReadonlyMap<Id, OrderRow | OrderInFull>,
	nowMs: number,
	isTimeUp: () => boolean,
): Promise<CancelWatch> {
	const sinceMs = state.cancelsSinceMs ?? nowMs;
	const isFirst = state.cancelsSinceMs === undefined;
	const orders: Record<Id, OrderMemory> = { ...state.orders };
	const facts: CancelRequestFact[] = [];
	const patience = createCircuitBreaker();
	for (const orderId of ordersToRead(state.orders, rows)) {
		if (isTimeUp() || patience.isOpen()) break;
		const read = await patience.attempt(async () => await fetchOrder(api, orderId));
		const memory = orders[orderId];
		if (!('value' in read)) continue;
		const isRequested = read.value.needBuyerExamineCancel === true;
		const { n = 0, a = false } = memory.q ?? {};
		orders[orderId] = { ...memory, q: { n: isRequested && !a ? n + 1 : n, a: isRequested, l: state.tick } };
		const isOld = memory.q === undefined && (isFirst || memory.c < sinceMs);
		if (isRequested && !a && !isOld) facts.push({ type: 'cancelRequested', order: read.value, occurrence: n + 1 });
	}
	return { state: { ...state, orders, cancelsSinceMs: sinceMs }, facts };
}

/** The open purchases, those that have waited longest first. */
function ordersToRead(
	orders: Readonly<Record<Id, OrderMemory>>,
	rows: ReadonlyMap<Id, OrderRow | OrderInFull>,
): readonly Id[] {
	return Object.entries(orders)
		.filter(([id, { e, h }]) => e === undefined && ASKABLE.includes(h[h.length - 1]) && isPurchase(rows.get(id)))
		.sort(([, a], [, b]) => (a.q?.l ?? -1) - (b.q?.l ?? -1))
		.slice(0, MAX_READS_PER_TICK)
		.map(([id]) => id);
}

function isPurchase(row: OrderRow | OrderInFull | undefined): boolean {
	return row !== undefined && Number(row.side) === SIDE.buy;
}

/** Nobody asks for requests: when somebody does again, the watch begins anew. */
export function withoutCancelWatch(state: TriggerState): TriggerState {
	const unwatched = {
		...state,
		orders: Object.fromEntries(Object.entries(state.orders).map(([id, memory]) => [id, withoutRequests(memory)])),
	};
	delete unwatched.cancelsSinceMs;
	return unwatched;
}

function withoutRequests(memory: OrderMemory): OrderMemory {
	const kept = { ...memory };
	delete (kept as { q?: unknown }).q;
	return kept;
}
