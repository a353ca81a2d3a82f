import { messageSender } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { Id } from '../../api/types';
import { isNewer, type ChatMemory } from '../state';
import { NONE_BEFORE } from './chatMessages';
import { dateOf } from './clocks';
import type { Detector, ReadChat, Seen } from './seen';

/** What is remembered of each chat that was read, whatever becomes of its messages. */
export const rememberReadChats: Detector = (seen) =>
	[...seen.chats].map(([person, chat]) => ({
		events: [],
		after: { chats: { [person]: readMemory(seen, person, chat) } },
	}));

function readMemory(seen: Seen, person: Id, chat: ReadChat): Partial<ChatMemory> {
	const memory = seen.before.chats[person];
	const isOld = isOldSnapshot(memory, chat);
	const newestId = isOld || chat.messages.length === 0 ? undefined : textOf(chat.messages[0].id);
	return {
		sessionId: chat.sessionId,
		readMs: chat.readMs,
		// While nobody asks for each message all are passed over; what was read last separates new ones from old ones.
		...(isOld
			? {}
			: seen.settings.emitsMessages
				? { seenId: newestId }
				: { handledId: newestId ?? NONE_BEFORE, seenId: undefined }),
		unanswered: seen.settings.emitsUnanswered ? unansweredOf(seen, person, chat) : undefined,
		// What a source did not show now is not compared with what it shows later. After an old snapshot the chat is still announced.
		hints: isOld ? memory?.hints : seen.hints.get(person),
		refusals: undefined,
		refusedMs: undefined,
	};
}

/** The newest message, when it is the counterparty's. */
export function unansweredOf({ before }: Seen, person: Id, chat: ReadChat): ChatMemory['unanswered'] {
	const [newest] = chat.messages;
	const memory = before.chats[person];
	if (isOldSnapshot(memory, chat)) return memory?.unanswered;
	if (newest === undefined || messageSender(newest, chat.nicknames) !== 'counterparty') return undefined;
	const messageId = textOf(newest.id);
	const known = memory?.unanswered;
	if (known?.messageId === messageId) return known;
	// A date in the future would let it wait for ever.
	return { messageId, sentMs: Math.min(dateOf(newest.createDate, chat.readMs), chat.readMs) };
}

/** True when the chat was seen with newer messages before: nothing is known of its newest one. */
export function isOldSnapshot(memory: ChatMemory | undefined, { messages: [newest] }: ReadChat): boolean {
	const known = [memory?.seenId, memory?.handledId].filter((id) => id !== undefined);
	return known.some((id) => id !== NONE_BEFORE && (newest === undefined || isNewer(id, textOf(newest.id))));
}
