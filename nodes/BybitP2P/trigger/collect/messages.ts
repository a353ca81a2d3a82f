import type { BybitApi } from '../../api/client';
import type { BybitError } from '../../api/errors';
import type { Id } from '../../api/types';
import { ordersByPerson, type ChatOrders } from '../detect/chatOrders';
import type { ReadChat } from '../detect/seen';
import type { TrackedOrder } from '../detect/trackedOrder';
import { isUnansweredDue } from '../detect/unansweredChats';
import type { Reads } from '../events/eventRow';
import { chatsToRead, MAX_SWEEP } from '../plan/chatReads';
import { hintFindings } from '../plan/hintFindings';
import { announcing, hintMemory, isTrusted, sourcesToAsk } from '../plan/hints';
import { isOpen, type ChatHints, type HintMemory, type OrderMemory, type TriggerState, HINT_SOURCES } from '../state';
import { collectChats } from './chats';
import { collectHints } from './hints';

/** What was read of the chats in a poll. */
export interface CollectedMessages {
	readonly chats: ReadonlyMap<Id, ReadChat>;
	/** Chats that were refused, with the reason. */
	readonly refused: ReadonlyMap<Id, string>;
	/** The refusal of the chat calls as a whole. */
	readonly refusedAll?: BybitError;
	readonly nickname: string;
	/** What the sources of hints showed of each chat. */
	readonly hints: ReadonlyMap<Id, ChatHints>;
	/** What the sources are worth now. */
	readonly hintMemory: HintMemory;
}

export interface MessagesWanted {
	readonly before: TriggerState;
	readonly nowMs: number;
	readonly counters: ReadonlyMap<Id, string>;
	readonly orders: ReadonlyMap<Id, TrackedOrder>;
	readonly memories: Readonly<Record<Id, OrderMemory>>;
	readonly reads: ReadonlySet<Reads>;
	readonly repeatMs: number;
	readonly isTimeUp: (share: number) => boolean;
}

/** Asks the sources of hints, chooses the chats to read by them, and reads those. */
export async function collectMessages(api: BybitApi, wanted: MessagesWanted): Promise<CollectedMessages> {
	const { before, nowMs, reads } = wanted;
	const wantsAll = reads.has('messages');
	if (!wantsAll && !reads.has('newestMessages')) {
		return { chats: new Map(), refused: new Map(), nickname: '', hints: new Map(), hintMemory: before.hints };
	}
	const people = ordersByPerson(wanted.memories);
	const isTimeUp = (): boolean => wanted.isTimeUp(1);
	const open = [...people.values()].filter((orders) => orders.some(([, memory]) => isOpen(memory)));
	const sources = sourcesToAsk(before.hints, open.length, MAX_SWEEP, nowMs);
	const { hints, calls } = await collectHints(api, sources, wanted.counters, before.chats, isTimeUp);
	const persons = chatsToRead({ ...planFrom(wanted, people, hints), withEnded: wantsAll, maxSweep: MAX_SWEEP - calls });
	const read = await collectChats(api, persons, { ...wanted, people, wantsAll, isTimeUp });
	const findings = hintFindings(before, read.chats, hints, nowMs);
	return { ...read, hints, hintMemory: hintMemory(before.hints, findings, nowMs) };
}

function planFrom(
	{ before, nowMs, reads, repeatMs }: MessagesWanted,
	people: ReadonlyMap<Id, ChatOrders>,
	hints: ReadonlyMap<Id, ChatHints>,
) {
	const persons = [...people.keys()];
	const isDue = (person: Id): boolean => {
		const chat = before.chats[person];
		return chat !== undefined && isUnansweredDue(chat, nowMs, repeatMs);
	};
	return {
		people,
		chats: before.chats,
		hinted: new Set(persons.filter((person) => announcing(before.chats[person], hints.get(person)).length > 0)),
		due: new Set(reads.has('newestMessages') ? persons.filter(isDue) : []),
		nowMs,
		lastMs: before.readToMs,
		isTrusted: HINT_SOURCES.some((source) => isTrusted(before.hints, source, nowMs)),
	};
}
