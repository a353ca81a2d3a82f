import type { Id } from '../api/types';
import type { Change } from './change';
import type { EmittedMemory, TriggerState } from './state';

/**
 * The state after the changes whose events go out, in their order; of those held back it keeps that they are.
 *
 * @param refusals - refused reads in a row of orders in full; 0 where the order was read.
 */
export function commit(
	state: TriggerState,
	changes: readonly Change[],
	held: readonly Change[],
	refusals: ReadonlyMap<Id, number>,
): TriggerState {
	const [orders, chats, ads] = [state.orders, state.chats, state.ads].map((memories) => new Map(memoriesOf(memories)));
	for (const { orders: ofOrders, chats: ofChats, ads: ofAds } of [
		...held.map((change) => change.held ?? {}),
		...changes.map(({ after }) => after),
	]) {
		merge(orders, ofOrders);
		merge(chats, ofChats);
		merge(ads, ofAds);
	}
	for (const [orderId, count] of refusals) {
		if (orders.has(orderId)) merge(orders, { [orderId]: { detailRefusals: count === 0 ? undefined : count } });
	}
	return {
		...state,
		orders: Object.fromEntries(orders) as TriggerState['orders'],
		chats: Object.fromEntries(chats) as TriggerState['chats'],
		...(state.ads === undefined ? {} : { ads: Object.fromEntries(ads) as TriggerState['ads'] }),
	};
}

interface Memory {
	readonly emitted?: Readonly<Record<string, EmittedMemory>>;
}

function memoriesOf(memories: Readonly<Record<Id, object>> = {}): ReadonlyArray<[Id, Memory]> {
	return Object.entries(memories);
}

function merge(memories: Map<Id, Memory>, patch: Readonly<Record<Id, object | undefined>> = {}): void {
	for (const [id, fields] of Object.entries(patch)) {
		if (fields === undefined) memories.delete(id);
		else memories.set(id, merged(memories.get(id), fields));
	}
}

function merged(memory: Memory = {}, fields: Memory): Memory {
	const emitted = fields.emitted === undefined ? {} : { emitted: { ...memory.emitted, ...fields.emitted } };
	const all = Object.entries({ ...memory, ...fields, ...emitted });
	return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
