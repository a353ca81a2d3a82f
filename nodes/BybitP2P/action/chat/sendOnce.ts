import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { BybitError } from '../../api/errors';
import { resultOf } from '../../api/result';
import { idNumber, MESSAGE_CLOCK_SLACK_MS, messageSender } from '../../api/simplify/message';
import type { ChatMessage } from '../../api/types';
import { answerOf, NotConfirmed, type Answer } from '../../safety/outcome';
import type { Chat } from './openChat';
import type { OutgoingMessage } from './outgoingMessage';

/** How far the chat had come before something was sent. By id: dates may be whole seconds, and the clocks of the exchange differ. */
export interface ChatMark {
	/** -1n for a chat without a message. */
	readonly newestId: bigint;
	readonly timeMs: number;
}

export function markAfter(messages: readonly ChatMessage[], timeMs: number): ChatMark {
	return {
		newestId: messages.map(idNumber).reduce((newest, id) => (id > newest ? id : newest), -1n),
		timeMs,
	};
}

function isAfter({ newestId, timeMs }: ChatMark, message: ChatMessage): boolean {
	const id = idNumber(message);
	if (id >= 0n) return id > newestId;
	// No id to go by, so by date with some seconds to spare: a message that stands there already is better than one sent twice.
	return Number(message.createDate) >= timeMs - MESSAGE_CLOCK_SLACK_MS;
}

/** Pauses before the reads of the chat after a lost reply. */
const READ_AFTER_MS = [300, 1_000, 2_000] as const;
const MAX_SENDS = 2;

/**
 * Sends a chat message and comes back when it stands in the chat.
 *
 * The exchange has no idempotency key: after a lost reply the chat is read, and only a message that is not there is sent once more. The
 * price of being wrong is a message that stands there twice.
 *
 * @param mark - the chat before the first of `times` such messages; undefined when it could not be read: then nothing is repeated.
 * @param times - so often it must stand in the chat after the mark; more than 1 for parts that are alike.
 * @throws BybitError (refused), NotConfirmed (sent, not known whether it arrived).
 */
export async function sendOnce(
	api: BybitApi,
	chat: Chat,
	outgoing: OutgoingMessage,
	mark: ChatMark | undefined,
	times = 1,
): Promise<void> {
	let answer: Answer = { type: 'accepted' };
	for (let sends = 0; sends < MAX_SENDS; sends += 1) {
		answer = await answerOf(async () => await send(api, chat, outgoing));
		if (answer.type === 'accepted') return;
		// Turned away at the door because of the clock, which is corrected by now; any other refusal stays one.
		if (answer.type === 'refused' && answer.error.code !== CODE.timestampOutsideWindow) break;
		if (mark === undefined) break;
		if (await standsInChat(api, chat, outgoing, mark, times, answer)) return;
	}
	if (answer.type === 'refused') throw notAccepted(chat, answer.error);
	throw mark === undefined
		? notRepeated(chat, 'the chat could not be read before')
		: new NotConfirmed(
				`The chat message for order ${chat.order.id} was sent, not confirmed: it does not show in the chat`,
				READ_CHAT,
			);
}

async function send(api: BybitApi, chat: Chat, { message, contentType }: OutgoingMessage): Promise<null> {
	const target = { sessionId: chat.sessionId(), orderId: chat.order.id };
	return await api.call(endpoints.sendMessage, { message, contentType, ...target });
}

const READ_CHAT = 'Look into the chat on Bybit before you send it again.';

function notRepeated({ order }: Chat, why: string): NotConfirmed {
	return new NotConfirmed(
		`The chat message for order ${order.id} was sent, not confirmed; nothing was repeated: ${why}`,
		READ_CHAT,
	);
}

/** True whatever was lost before it: the last call was refused. */
function notAccepted({ order }: Chat, { code, text, httpStatus, retryAfterMs }: BybitError): BybitError {
	return new BybitError(`accept the chat message for order ${order.id}`, code, text, httpStatus, retryAfterMs);
}

/** @throws NotConfirmed when the chat cannot be read, or does not show: then nothing says whether to send again. */
async function standsInChat(
	api: BybitApi,
	chat: Chat,
	outgoing: OutgoingMessage,
	mark: ChatMark,
	times: number,
	answer: Answer,
): Promise<boolean> {
	let seen: Appearance | undefined;
	for (const pause of answer.type === 'refused' ? READ_AFTER_MS.slice(0, 1) : READ_AFTER_MS) {
		await api.wait(pause);
		const read = await resultOf(async () => await messagesAfter(chat, mark));
		if ('error' in read) continue;
		seen = appearanceOf(read.value, chat, outgoing, times);
		if (seen === 'stands') return true;
	}
	if (seen === 'missing') return false;
	throw notRepeated(
		chat,
		seen === undefined
			? 'the chat could not be read afterwards'
			: 'the chat shows a message that may be this one or another',
	);
}

async function messagesAfter(chat: Chat, mark: ChatMark): Promise<readonly ChatMessage[]> {
	const found: ChatMessage[] = [];
	for await (const page of chat.pages()) {
		const later = page.filter((message) => isAfter(mark, message));
		found.push(...later);
		if (later.length < page.length) break;
	}
	return found;
}

type Appearance = 'stands' | 'missing' | 'unclear';

function appearanceOf(
	messages: readonly ChatMessage[],
	{ nicknames }: Chat,
	{ isSame, isAlike }: OutgoingMessage,
	times: number,
): Appearance {
	const mine = messages.filter((message) => messageSender(message, nicknames) === 'me');
	if (mine.filter(isSame).length >= times) return 'stands';
	// Who bears my nickname may have written it as well as I.
	const isNicknameShared = nicknames.me === nicknames.counterparty;
	const isUnclear = isNicknameShared ? messages.some(isSame) : mine.some((one) => isAlike(one) && !isSame(one));
	return isUnclear ? 'unclear' : 'missing';
}
