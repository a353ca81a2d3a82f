import type { Id } from '../api/types';
import { MAX_TRIES, type ChatMemory, type OrderMemory } from './state';

/** The most chats looked at in one tick, so that the exchange's read limit is left for the merchant's own actions. */
export const MAX_CHATS_PER_TICK = 50;

/** Shortly after its end an order's chat is as lively as before. */
const LIVELY_AFTER_END_MS = 10 * 60 * 1000;
/** A chat of ended orders only waits so many times as long as one with an open order. */
const ENDED_WAITS = 5;
/** A chat that was given up is tried once more after so many ticks: what was written there is not told yet. */
const GIVEN_UP_WAITS = 60;

/**
 * The chats to look at in this tick: those that have waited longest come first, so that none waits for ever.
 *
 * @param tick - number of this tick.
 */
export function chatsToLookAt(
	orders: Readonly<Record<Id, OrderMemory>>,
	chats: Readonly<Record<Id, ChatMemory>>,
	tick: number,
	nowMs: number,
): readonly Id[] {
	const lively = new Map<Id, boolean>();
	for (const { u, e } of Object.values(orders)) {
		const isLively = e === undefined || e > nowMs - LIVELY_AFTER_END_MS;
		lively.set(u, isLively || lively.get(u) === true);
	}
	const isDue = (person: Id): boolean => {
		const { l, t = 0 } = chats[person] ?? { l: 0 };
		return t < MAX_TRIES || tick - l >= GIVEN_UP_WAITS;
	};
	const urgency = (person: Id): number => {
		const waited = tick - (chats[person]?.l ?? Number.NEGATIVE_INFINITY);
		return lively.get(person) === true ? waited * ENDED_WAITS : waited;
	};
	return [...lively.keys()]
		.filter(isDue)
		.map((person) => ({ person, urgency: urgency(person), isLively: lively.get(person) === true }))
		.sort((a, b) =>
			a.urgency === b.urgency ? Number(b.isLively) - Number(a.isLively) : b.urgency > a.urgency ? 1 : -1,
		)
		.slice(0, MAX_CHATS_PER_TICK)
		.map(({ person }) => person);
}
