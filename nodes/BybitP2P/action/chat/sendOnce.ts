import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { BybitError } from '../../api/errors';
import { contentOf, CONTENT_TYPE, messageSender } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import { messagePages } from '../../api/pages';
import type { ChatMessage } from '../../api/types';
import { answerOf, NotConfirmed, type Answer } from '../../safety/outcome';
import type { Chat } from './openChat';

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
 * @param times - so often it must stand in the chat since that was opened; more than 1 for parts that are alike.
 * @throws BybitError (refused), NotConfirmed (sent, not to be seen).
 */
export async function sendOnce(api: BybitApi, chat: Chat, outgoing: OutgoingMessage, times = 1): Promise<void> {
	let answer: Answer = { type: 'accepted' };
	for (let sends = 0; sends < MAX_SENDS; sends += 1) {
		answer = await answerOf(
			async () =>
				await api.call(endpoints.sendMessage, { ...outgoing, sessionId: chat.sessionId, orderId: chat.order.id }),
		);
		if (answer.type === 'accepted') return;
		if (answer.type === 'refused') {
			// Turned away at the door because of the clock, which is corrected by now.
			if (answer.error.code !== CODE.timestampOutsideWindow) break;
		}
		if (await standsInChat(api, chat, outgoing, times, answer)) return;
	}
	if (answer.type === 'refused') throw notAccepted(chat, answer.error);
	throw new NotConfirmed(
		`The chat message for order ${chat.order.id} was sent, not confirmed: it does not show in the chat`,
		'Look into the chat on Bybit before you send it again.',
	);
}

/** True whatever was lost before it: the last call was refused. */
function notAccepted({ order }: Chat, { code, text, httpStatus, retryAfterMs }: BybitError): BybitError {
	return new BybitError(`accept the chat message for order ${order.id}`, code, text, httpStatus, retryAfterMs);
}

/** @throws NotConfirmed when the chat cannot be read: then nothing tells whether to send again. */
async function standsInChat(
	api: BybitApi,
	chat: Chat,
	outgoing: OutgoingMessage,
	times: number,
	answer: Answer,
): Promise<boolean> {
	let read = false;
	for (const pause of answer.type === 'refused' ? LOOK_AFTER_MS.slice(0, 1) : LOOK_AFTER_MS) {
		await api.wait(pause);
		const stands = await foundSince(api, chat, sameAs(outgoing), chat.timeMs, times);
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
 * @param times - so often at least.
 */
export async function wasSentWithin(
	api: BybitApi,
	chat: Chat,
	isSame: (message: ChatMessage) => boolean,
	withinMs: number,
	times = 1,
): Promise<boolean> {
	if (withinMs === 0) return false;
	// What was written for an earlier order with the same person does not count for this one.
	return await hasMineSince(api, chat, isSame, Math.max(chat.timeMs - withinMs, Number(chat.order.createDate)), times);
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
	times: number,
): Promise<boolean> {
	const mine = textOf(order.nickName);
	let found = 0;
	for await (const page of messagePages(api, sessionId)) {
		const recent = page.filter(({ createDate }) => Number(createDate) >= sinceMs);
		found += recent.filter((message) => messageSender(message, mine) === 'me' && isSame(message)).length;
		if (found >= times) return true;
		if (recent.length < page.length) return false;
	}
	return false;
}

/** Tells a message of this content from others. */
export function sameAs(outgoing: OutgoingMessage): (message: ChatMessage) => boolean {
	return (message) =>
		textOf(message.contentType).toLowerCase() === outgoing.contentType &&
		essenceOf(contentOf(message).content, outgoing) === essenceOf(outgoing.message, outgoing);
}

/** Text as it is; of a file address what stays the same when it is signed anew. */
function essenceOf(content: string, { contentType }: OutgoingMessage): string {
	return contentType === CONTENT_TYPE.text ? content.trim() : content.split('?')[0];
}
