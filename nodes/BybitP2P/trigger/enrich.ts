import type { BybitApi } from '../api/client';
import { fetchOrder } from '../api/fetchOne';
import { readEach } from '../api/readEach';
import type { Id, OrderInFull } from '../api/types';
import type { Change, DomainEvent } from './change';
import { MAX_TRIES, type TriggerState } from './state';

/** Changes with their orders in full where that is asked for, apart from those that have to wait for one. */
export interface Enriched {
	readonly changes: readonly Change[];
	readonly held: readonly Change[];
	/** Refused reads in a row, of orders that were tried; 0 for those that were read. */
	readonly refusals: ReadonlyMap<Id, number>;
	readonly warnings: readonly string[];
}

export interface EnrichWanted {
	readonly before: TriggerState;
	/** Orders read in full in this poll already. */
	readonly inFull: ReadonlyMap<Id, OrderInFull>;
	/** Whether somebody wants this event at all. */
	readonly isWanted: (event: DomainEvent) => boolean;
	/** Whether events are wanted with their orders in full. */
	readonly details: boolean;
	readonly isTimeUp: () => boolean;
}

/** So many are read even when the time is up, or a slow exchange would hold events back for ever. */
const ALWAYS_READ = 5;

/**
 * Reads the orders of events in full, where somebody asks for it and where no list shows them.
 *
 * A change waits for the next poll when the order of one of its events cannot be read. After ten refusals its events are emitted with
 * what the list shows; an order that no list shows goes on waiting.
 */
export async function enrich(api: BybitApi, changes: readonly Change[], wanted: EnrichWanted): Promise<Enriched> {
	const { before, inFull, isWanted, details } = wanted;
	const needs = ({ orderId, order }: DomainEvent): boolean => orderId !== undefined && (details || order === undefined);
	const needed = changes.flatMap(({ events }) => events.filter((event) => isWanted(event) && needs(event)));
	const neededIds = new Set(needed.flatMap(({ orderId }) => orderId ?? []));
	const toRead = [...neededIds].filter((orderId) => !inFull.has(orderId));
	const { read, refused } = await readEach(toRead, async (orderId) => await fetchOrder(api, orderId), {
		isTimeUp: wanted.isTimeUp,
		atLeast: ALWAYS_READ,
	});
	const orders = new Map([...inFull, ...read]);
	const refusals = new Map<Id, number>([...orders.keys()].map((orderId) => [orderId, 0]));
	for (const orderId of refused.keys()) refusals.set(orderId, (before.orders[orderId]?.detailRefusals ?? 0) + 1);
	const isGivenUp = ({ orderId = '', order }: DomainEvent): boolean =>
		order !== undefined && (refusals.get(orderId) ?? 0) >= MAX_TRIES;
	const waits = (event: DomainEvent): boolean =>
		neededIds.has(event.orderId ?? '') && needs(event) && !orders.has(event.orderId ?? '') && !isGivenUp(event);
	const isHeld = ({ events }: Change): boolean => events.some((event) => isWanted(event) && waits(event));
	return {
		changes: changes
			.filter((change) => !isHeld(change))
			.map((change) => ({ ...change, events: change.events.map((event) => withOrder(event, orders, neededIds)) })),
		held: changes.filter(isHeld),
		refusals,
		warnings: [...refused].flatMap(([orderId, reason]) =>
			refusals.get(orderId) === MAX_TRIES
				? [
						`Order ${orderId} could not be read in full ${MAX_TRIES} times; it is emitted with what the list shows: ${reason}`,
					]
				: [],
		),
	};
}

function withOrder(event: DomainEvent, orders: ReadonlyMap<Id, OrderInFull>, needed: ReadonlySet<Id>): DomainEvent {
	const order = needed.has(event.orderId ?? '') ? orders.get(event.orderId ?? '') : undefined;
	return order === undefined ? event : { ...event, order };
}
