import type { BybitApi } from '../api/client';
import { fetchOrder } from '../api/fetchOne';
import type { Id } from '../api/types';
import { vanished } from './orders';
import { createCircuitBreaker } from './circuitBreaker';
import type { Sight } from './orderTracker';
import { MAX_TRIES, type OrderMemory, type TriggerState } from './state';

/** Reads the open orders that no list shows any more, one by one. @returns warnings about those given up. */
export async function asksAfterVanished(
	api: BybitApi,
	start: TriggerState,
	sight: Sight,
	nowMs: number,
	isTimeUp: () => boolean,
): Promise<readonly string[]> {
	const warnings: string[] = [];
	const patience = createCircuitBreaker();
	for (const orderId of runExclusive(vanished(start.orders, new Set(sight.rows.keys())), start.tick)) {
		if (isTimeUp() || patience.isOpen()) break;
		const read = await patience.attempt(async () => await fetchOrder(api, orderId));
		if ('value' in read) {
			sight.orders[orderId] = withoutTries(sight.orders[orderId]);
			sight.observe(read.value);
			continue;
		}
		// Weather is no answer: it is asked again until there is one.
		if (read.isLost) continue;
		const memory = sight.orders[orderId];
		const tries = (memory.t ?? 0) + 1;
		sight.orders[orderId] = tries < MAX_TRIES ? { ...memory, t: tries } : { ...withoutTries(memory), e: nowMs };
		if (tries >= MAX_TRIES) {
			warnings.push(
				`Order ${orderId} left the lists and could not be read ${tries} times; it is given up: ${read.reason}`,
			);
		}
	}
	return warnings;
}

/** The same, begun at another one in every tick: those at the front must not use up the time of the others for ever. */
function runExclusive(ids: readonly Id[], tickNumber: number): readonly Id[] {
	const first = ids.length === 0 ? 0 : tickNumber % ids.length;
	return [...ids.slice(first), ...ids.slice(0, first)];
}

function withoutTries(memory: OrderMemory): OrderMemory {
	const kept = { ...memory };
	delete (kept as { t?: number }).t;
	return kept;
}
