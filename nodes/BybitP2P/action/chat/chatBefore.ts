import type { BybitApi } from '../../api/client';
import { resultOf } from '../../api/result';
import type { ChatMessage } from '../../api/types';
import type { Chat } from './openChat';
import type { OutgoingMessage } from './outgoingMessage';
import { markAfter, type ChatMark } from './sendOnce';
import { createSentForOrder } from './sentForOrder';

/** What is known of a chat before something is sent. */
export interface ChatBefore {
	readonly chat: Chat;
	/** Undefined when the chat could not be read: then nothing is sent twice, whatever happens. */
	readonly mark: ChatMark | undefined;
	/** Whether the same was sent for the order at least so often in the time that counts. */
	readonly wasSent: (outgoing: OutgoingMessage, times: number) => Promise<boolean>;
}

/**
 * Reads the chat before something is sent.
 *
 * This one read is the price of sending once: when a reply is lost, nothing else distinguishes the message that has just arrived from the same
 * words of a moment ago, since dates may be whole seconds and clocks differ. The session that is remembered makes up for it from the
 * second message to a person on.
 *
 * @param withinMs - how far back a message counts as sent already; 0 for none, and then a chat that cannot be read is no obstacle.
 * @throws BybitError or NoReply when it must be read and cannot.
 */
export async function readChatBefore(api: BybitApi, chat: Chat, withinMs: number): Promise<ChatBefore> {
	if (withinMs > 0) {
		const sinceMs = chat.timeMs - withinMs;
		const written = await messagesSince(chat, sinceMs);
		return { chat, mark: markAfter(written, chat.timeMs), wasSent: createSentForOrder(api, chat, written, sinceMs) };
	}
	const read = await resultOf(async () => await messagesSince(chat, Number.POSITIVE_INFINITY));
	const mark = 'value' in read ? markAfter(read.value, chat.timeMs) : undefined;
	return { chat, mark, wasSent: async () => false };
}

/** The newest page, and those before it back to a time. */
async function messagesSince(chat: Chat, sinceMs: number): Promise<readonly ChatMessage[]> {
	const found: ChatMessage[] = [];
	for await (const page of chat.pages()) {
		found.push(...page);
		const oldest = page.at(-1);
		if (oldest !== undefined && !(Number(oldest.createDate) >= sinceMs)) break;
	}
	return found;
}
