import type { Detector } from './detect/seen';
import { EVENTS, type TriggerEvent } from './events';
import type { Reads } from './events/eventRow';
import { forgetting, type ChatMemory, type OrderMemory, type TriggerState } from './state';

/** What has to be read for the events that are asked for. */
export function readsFor(events: readonly TriggerEvent[]): ReadonlySet<Reads> {
	return new Set(EVENTS.flatMap((row) => (events.includes(row.value) && row.reads !== undefined ? [row.reads] : [])));
}

/** The functions that find the events that are asked for, each once. */
export function detectorsFor(events: readonly TriggerEvent[]): readonly Detector[] {
	return [...new Set(EVENTS.filter(({ value }) => events.includes(value)).map(({ detect }) => detect))];
}

/**
 * The state without what nobody asks for any more. When somebody does again, the watch for it begins anew, and the past is not emitted.
 */
export function withoutUnwanted(state: TriggerState, reads: ReadonlySet<Reads>): TriggerState {
	const { messagesSinceMs, cancelsSinceMs, chatRefusals, ads, ...always } = state;
	const readsChats = reads.has('messages') || reads.has('newestMessages');
	return {
		...always,
		...(reads.has('messages') && messagesSinceMs !== undefined ? { messagesSinceMs } : {}),
		...(reads.has('purchases') && cancelsSinceMs !== undefined ? { cancelsSinceMs } : {}),
		...(reads.has('ads') && ads !== undefined ? { ads } : {}),
		...(readsChats && chatRefusals !== undefined ? { chatRefusals } : {}),
		orders: reads.has('purchases') ? state.orders : mapped(state.orders, withoutRequests),
		chats: chatsWanted(state, reads.has('messages'), readsChats),
	};
}

/** What was read while nobody asked for each message is no beginning for those who do. */
function chatsWanted({ chats, messagesSinceMs }: TriggerState, wantsAll: boolean, readsChats: boolean) {
	if (!readsChats) return {};
	return wantsAll && messagesSinceMs === undefined ? mapped(chats, withoutHandled) : chats;
}

function withoutRequests(memory: OrderMemory): OrderMemory {
	return forgetting(memory, 'cancelRequest');
}

function withoutHandled(memory: ChatMemory): ChatMemory {
	return forgetting(memory, 'handledId', 'seenId');
}

function mapped<T>(memories: Readonly<Record<string, T>>, change: (memory: T) => T): Record<string, T> {
	return Object.fromEntries(Object.entries(memories).map(([id, memory]) => [id, change(memory)]));
}
