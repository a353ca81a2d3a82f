import { textOf } from '../../api/text';
import type { Id } from '../../api/types';
import type { ChatMemory } from '../state';
import { dateOf } from './clocks';
import type { Detector, ReadChat, Seen } from './seen';
import { senderOf } from './sender';

/** What is remembered of each chat that was read, whatever becomes of its messages. */
export const rememberReadChats: Detector = (seen) =>
	[...seen.chats].map(([person, chat]) => ({
		events: [],
		after: { chats: { [person]: readMemory(seen, person, chat) } },
	}));

function readMemory(seen: Seen, person: Id, chat: ReadChat): Partial<ChatMemory> {
	const newestId = chat.messages.length === 0 ? undefined : textOf(chat.messages[0].id);
	return {
		sessionId: chat.sessionId,
		readMs: chat.readMs,
		// While nobody asks for each message all are passed over; what was read last tells new ones from old ones.
		...(seen.settings.emitsMessages ? { seenId: newestId } : { handledId: newestId ?? '0', seenId: undefined }),
		unanswered: seen.settings.emitsUnanswered ? unansweredOf(seen, person, chat) : undefined,
		// What a source did not show now is not compared with what it shows later.
		hints: seen.hints.get(person),
		refusals: undefined,
		refusedMs: undefined,
	};
}

/** The newest message, when it is the counterparty's. */
export function unansweredOf({ before }: Seen, person: Id, chat: ReadChat): ChatMemory['unanswered'] {
	const [newest] = chat.messages;
	if (newest === undefined || senderOf(newest, chat.nicknames) !== 'counterparty') return undefined;
	const messageId = textOf(newest.id);
	const known = before.chats[person]?.unanswered;
	if (known?.messageId === messageId) return known;
	// A date in the future would let it wait for ever.
	return { messageId, sentMs: Math.min(dateOf(newest.createDate, chat.readMs), chat.readMs) };
}
