import type { BybitApi } from '../api/client';
import type { Id, OrderInFull } from '../api/types';
import type { Fact } from './domainEvents';
import { createCircuitBreaker } from './circuitBreaker';
import { fetchOrder } from '../api/fetchOne';
import { MAX_TRIES, type OrderMemory, type TriggerState } from './state';

/** Facts with their orders in full, and the state in which what could not be read counts as not told. */
export interface Detailed {
	readonly state: TriggerState;
	readonly facts: readonly Fact[];
	readonly warnings: readonly string[];
}

/** So many are read even when the time is up, or a slow exchange would hold facts back for ever. */
const ALWAYS_READ = 5;

/**
 * Reads the orders of facts in full, where somebody asks for it.
 *
 * Invariant: what is not told yet is never marked as told. When an order cannot be read, its facts are held back and the state goes back
 * to what was known of it before; after ten tries they are told with what the list shows. What there is no time for waits as well.
 *
 * @param before - the state before this tick; undefined in the first one.
 * @param isNeeded - whether somebody wants this fact with its order in full.
 */
export async function withDetails(
	api: BybitApi,
	before: TriggerState | undefined,
	state: TriggerState,
	facts: readonly Fact[],
	isNeeded: (fact: Fact) => boolean,
	isTimeUp: () => boolean,
): Promise<Detailed> {
	const needed = [...new Set(facts.filter(isNeeded).map(({ order }) => order.id))];
	const inFull = new Map<Id, OrderInFull>();
	const heldBack = new Map<Id, OrderMemory>();
	const warnings: string[] = [];
	const patience = createCircuitBreaker();
	for (const orderId of needed) {
		const tried = before?.orders[orderId]?.d ?? 0;
		const isEnough = isTimeUp() && inFull.size >= ALWAYS_READ;
		if (isEnough || patience.isOpen()) {
			heldBack.set(orderId, memoryBefore(before, state, orderId, tried));
			continue;
		}
		const read = await patience.attempt(async () => await fetchOrder(api, orderId));
		if ('value' in read) {
			inFull.set(orderId, read.value);
			continue;
		}
		const tries = tried + (read.isLost ? 0 : 1);
		if (tries >= MAX_TRIES) {
			warnings.push(
				`Order ${orderId} could not be read in full ${tries} times; it is told with what the list shows: ${read.reason}`,
			);
			continue;
		}
		heldBack.set(orderId, memoryBefore(before, state, orderId, tries));
	}
	const isHeld = ({ order }: Fact): boolean => heldBack.has(order.id);
	const chats = { ...state.chats };
	for (const fact of facts.filter(isHeld)) {
		if (fact.type !== 'message') continue;
		const known = before?.chats[fact.counterpartyId];
		if (known === undefined) delete chats[fact.counterpartyId];
		else chats[fact.counterpartyId] = known;
	}
	const restoredChats = new Set(
		facts.filter(isHeld).flatMap((fact) => (fact.type === 'message' ? [fact.counterpartyId] : [])),
	);
	return {
		state: { ...state, orders: { ...state.orders, ...Object.fromEntries(heldBack) }, chats },
		facts: facts
			.filter((fact) => !isHeld(fact) && !(fact.type === 'message' && restoredChats.has(fact.counterpartyId)))
			.map((fact): Fact => {
				const order = inFull.get(fact.order.id);
				return order === undefined ? fact : ({ ...fact, order } as Fact);
			}),
		warnings,
	};
}

/** What was known of an order before this tick; of a new one nothing but that it is there, so that no status of it counts as told. */
function memoryBefore(before: TriggerState | undefined, state: TriggerState, orderId: Id, tries: number): OrderMemory {
	const known = before?.orders[orderId];
	if (known !== undefined) return { ...known, d: tries };
	const { c, u } = state.orders[orderId];
	return { h: [], c, u, d: tries };
}
