import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { contentOf, messageSender, type CONTENT_TYPE } from '../../api/message';
import { textOf } from '../../api/order';
import { messagePages } from '../../api/pages';
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
		const stands = await foundSince(api, chat, sameAs(outgoing), chat.timeMs);
		if (stands === undefined) continue;
		read = true;
		if (stands) return true;
	}
	if (read) return false;
	throw new NotConfirmed(
		`The chat message for order ${chat.order.id} was sent, not confirmed; nothing was repeated: the chat could not be read afterwards`,
		'Look into the chat on Bybit before you send it again.',
	);
}

/**
 * Whether I wrote such a message in the time before the chat was opened.
 *
 * @param withinMs - 0 asks nothing and gives false.
 */
export async function wasSentWithin(
	api: BybitApi,
	chat: Chat,
	isSame: (message: ChatMessage) => boolean,
	withinMs: number,
): Promise<boolean> {
	if (withinMs === 0) return false;
	// What was written for an earlier order with the same person does not count for this one.
	return await hasMineSince(api, chat, isSame, Math.max(chat.timeMs - withinMs, Number(chat.order.createDate)));
}

/** As `hasMineSince`; undefined when the chat cannot be read. */
async function foundSince(...question: Parameters<typeof hasMineSince>): Promise<boolean | undefined> {
	try {
		return await hasMineSince(...question);
	} catch {
		return undefined;
	}
}

async function hasMineSince(
	api: BybitApi,
	{ sessionId, order }: Chat,
	isSame: (message: ChatMessage) => boolean,
	sinceMs: number,
): Promise<boolean> {
	const mine = textOf(order.nickName);
	for await (const page of messagePages(api, sessionId)) {
		const recent = page.filter(({ createDate }) => Number(createDate) >= sinceMs);
		if (recent.some((message) => messageSender(message, mine) === 'me' && isSame(message))) return true;
		if (recent.length < page.length) return false;
	}
	return false;
}

/** Tells a message of this content from others. */
export function sameAs(outgoing: OutgoingMessage): (message: ChatMessage) => boolean {
	return (message) =>
		textOf(message.contentType).toLowerCase() === outgoing.contentType &&
		pathOf(contentOf(message).content) === pathOf(outgoing.message);
}

/** Text as it is; of a file address what stays the same when it is signed anew. */
function pathOf(content: string): string {
	return content.startsWith('/') ? content.split('?')[0] : content.trim();
}
