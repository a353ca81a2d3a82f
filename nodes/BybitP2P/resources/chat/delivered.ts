import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { contentOf, messageKind, messageSender, CONTENT_TYPE } from '../../api/message';
import { textOf } from '../../api/order';
import { PAGE_SIZE } from '../../api/pages';
import type { ChatMessage } from '../../api/types';
import { answerFrom, NotConfirmed, type Answer } from '../../safety/outcome';
import type { Chat } from './chatOf';

export interface OutgoingMessage {
	/** The text, or the address of the uploaded file. */
	readonly message: string;
	readonly contentType: (typeof CONTENT_TYPE)[keyof typeof CONTENT_TYPE];
}

/** Pauses before the looks into the chat after a lost reply. */
const LOOK_AFTER_MS = [300, 1_000, 2_000] as const;
const MAX_SENDS = 2;

/**
 * Sends a chat message and comes back when it stands in the chat.
 *
 * The exchange has no idempotency key: after a lost reply the chat is looked into, and only a message that is not there is sent once
 * more. The price of being wrong is a message that stands there twice.
 *
 * @throws BybitError (refused), NotConfirmed (sent, not to be seen).
 */
export async function delivered(api: BybitApi, chat: Chat, outgoing: OutgoingMessage): Promise<void> {
	let answer: Answer = { type: 'accepted' };
	for (let sends = 0; sends < MAX_SENDS; sends += 1) {
		answer = await answerOf(api, chat, outgoing);
		if (answer.type === 'accepted') return;
		if (answer.type === 'refused') {
			// Turned away at the door because of the clock, which is corrected by now.
			if (answer.error.code === CODE.timestampOutsideWindow) continue;
			throw answer.error;
		}
		if (await standsInChat(api, chat, outgoing)) return;
	}
	if (answer.type === 'refused') throw answer.error;
	throw new NotConfirmed(
		`The chat message for order ${chat.order.id} was sent, not confirmed: it does not show in the chat`,
		'Look into the chat on Bybit before you send it again.',
	);
}

async function answerOf(api: BybitApi, { sessionId, order }: Chat, outgoing: OutgoingMessage): Promise<Answer> {
	try {
		await api.call(endpoints.sendMessage, { ...outgoing, sessionId, orderId: order.id });
		return { type: 'accepted' };
	} catch (error) {
		return answerFrom(error);
	}
}

/** @throws NotConfirmed when the chat cannot be read: then nothing tells whether to send again. */
async function standsInChat(api: BybitApi, chat: Chat, outgoing: OutgoingMessage): Promise<boolean> {
	let read = false;
	for (const pause of LOOK_AFTER_MS) {
		await api.wait(pause);
		const messages = await newestMessages(api, chat.sessionId);
		if (messages === undefined) continue;
		read = true;
		if (messages.some((message) => isThatOne(message, chat, outgoing))) return true;
	}
	if (read) return false;
	throw new NotConfirmed(
		`The chat message for order ${chat.order.id} was sent, not confirmed; nothing was repeated: the chat could not be read afterwards`,
		'Look into the chat on Bybit before you send it again.',
	);
}

async function newestMessages(api: BybitApi, sessionId: string): Promise<readonly ChatMessage[] | undefined> {
	try {
		const page = await api.call(endpoints.listMessages, { sessionId, lastId: 0n, limit: PAGE_SIZE });
		return page?.messages ?? [];
	} catch {
		return undefined;
	}
}

function isThatOne(message: ChatMessage, { order, timeMs }: Chat, outgoing: OutgoingMessage): boolean {
	return (
		Number(message.createDate) >= timeMs &&
		messageSender(message, textOf(order.nickName)) === 'me' &&
		CONTENT_TYPE[messageKind(message) as keyof typeof CONTENT_TYPE] === outgoing.contentType &&
		pathOf(contentOf(message).content) === pathOf(outgoing.message)
	);
}

/** Text as it is; of a file address what stays the same when it is signed anew. */
function pathOf(content: string): string {
	return content.startsWith('/') ? content.split('?')[0] : content.trim();
}
