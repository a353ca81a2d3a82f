import { flag, listOf, number, objectOf, recordOf, rowOf, text, Unreadable, type Codec } from './codec';
import type {
	AdMemory,
	CancelRequestMemory,
	ChatHints,
	ChatMemory,
	EmittedMemory,
	HintMemory,
	OrderMemory,
	SourceMemory,
	TriggerState,
} from './state';

/**
 * The state as it lies in the workflow's static data: plain JSON, short where there is one entry for each order. Only this file knows
 * the short form.
 */

const VERSION = 2;

const emitted: Codec<Readonly<Record<string, EmittedMemory>>> = recordOf(
	rowOf({ about: text, repeats: number, atMs: number }),
);

const cancelRequest: Codec<CancelRequestMemory> = rowOf({ count: number, isOpen: flag, readMs: number });

const order: Codec<OrderMemory> = rowOf(
	{ statuses: listOf(number), createdMs: number, counterpartyId: text },
	{
		endedMs: ['e', number],
		backSinceMs: ['b', number],
		statusSinceMs: ['s', number],
		refusals: ['r', number],
		detailRefusals: ['d', number],
		cancelRequest: ['c', cancelRequest],
		emitted: ['m', emitted],
	},
);

const chatHints: Codec<ChatHints> = rowOf({}, { counters: ['c', text], unread: ['u', text], cursors: ['l', text] });

const chat: Codec<ChatMemory> = rowOf(
	{ readMs: number },
	{
		sessionId: ['i', text],
		handledId: ['m', text],
		seenId: ['s', text],
		skippedToMs: ['k', number],
		unanswered: ['u', rowOf({ messageId: text, sentMs: number })],
		hints: ['h', chatHints],
		refusals: ['r', number],
		refusedMs: ['t', number],
		emitted: ['e', emitted],
	},
);

const source: Codec<SourceMemory> = rowOf({ inARow: number }, { missedMs: ['m', number] });

const hints: Codec<HintMemory> = objectOf({}, { counters: source, unread: source, cursors: source });

const ad: Codec<AdMemory> = rowOf(
	{ status: text, changes: number },
	{ goneMs: ['g', number], refusals: ['r', number] },
);

const state: Codec<TriggerState> = objectOf(
	{
		keyName: text,
		account: text,
		nickname: text,
		polls: number,
		sinceMs: number,
		readToMs: number,
		hints,
		orders: recordOf(order),
		chats: recordOf(chat),
	},
	{ messagesSinceMs: number, cancelsSinceMs: number, chatRefusals: number, ads: recordOf(ad) },
);

/** What is stored, in one of three forms. */
export type StoredState =
	| { readonly type: 'none' }
	/** Of another version, or changed by hand. */
	| { readonly type: 'unreadable' }
	| { readonly type: 'state'; readonly state: TriggerState };

/** @param stored - the node's static data; any shape, users can edit workflows as JSON. */
export function decodedState(stored: unknown): StoredState {
	if (typeof stored !== 'object' || stored === null || Object.keys(stored).length === 0) return { type: 'none' };
	try {
		if ((stored as { version?: unknown }).version !== VERSION) throw new Unreadable();
		return { type: 'state', state: state.decode(stored) };
	} catch {
		return { type: 'unreadable' };
	}
}

export function encodedState(value: TriggerState): Record<string, unknown> {
	return { version: VERSION, ...(state.encode(value) as object) };
}

/** Replaces what the static data holds: the one write of a poll. */
export function writeState(stored: Record<string, unknown>, encoded: Readonly<Record<string, unknown>>): void {
	for (const name of Object.keys(stored)) if (!(name in encoded)) delete stored[name];
	Object.assign(stored, encoded);
}
