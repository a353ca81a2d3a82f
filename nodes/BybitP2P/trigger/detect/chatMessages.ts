import { textOf } from '../../api/text';
import type { ChatMessage, Id } from '../../api/types';
import { isNewer, type ChatMemory, type TriggerState } from '../state';
import type { ChatOrders } from './chatOrders';
import { CLOCK_SLACK_MS, dateOf, latestMoment } from './clocks';

/** Where reading a chat back may stop. */
export interface ChatStart {
	/** The newest message emitted or passed over, once the chat has been read. */
	readonly handledId?: Id;
	/** Else: messages before this exchange time, ms, are not emitted. */
	readonly fromMs: number;
	/** Exchange time of the poll, for a message without a date. */
	readonly nowMs: number;
}

/** @param orders - those with that person; at least one. */
export function chatStart(
	{ messagesSinceMs }: TriggerState,
	chat: ChatMemory | undefined,
	orders: ChatOrders,
	nowMs: number,
): ChatStart {
	const oldest = Math.min(...orders.map(([, { createdMs, backSinceMs }]) => backSinceMs ?? createdMs - CLOCK_SLACK_MS));
	const fromMs = Math.max(messagesSinceMs ?? nowMs, oldest);
	return { ...(chat?.handledId === undefined ? {} : { handledId: chat.handledId }), fromMs, nowMs };
}

/**
 * The messages that are neither emitted nor passed over; fewer than given when the rest is.
 *
 * By id where one is known: dates may be whole seconds, or wrong.
 *
 * @param messages - newest first.
 */
export function unhandled(messages: readonly ChatMessage[], { handledId, fromMs, nowMs }: ChatStart) {
	if (handledId === undefined || handledId === NONE_BEFORE) {
		// A chat that showed nothing so far may have shown an old snapshot: clocks may differ, yet what is much older was there before.
		const sinceMs = handledId === undefined ? fromMs : fromMs - CLOCK_SLACK_MS;
		const isRecent = messages.map(({ createDate }) => latestMoment(dateOf(createDate, nowMs)) >= sinceMs);
		return messages.slice(0, isRecent.lastIndexOf(true) + 1);
	}
	const end = messages.findIndex(({ id }) => !isNewer(textOf(id), handledId));
	return end === -1 ? messages : messages.slice(0, end);
}

/**
 * Messages that were passed over when the chat was first read, because the order that they are about was not known yet: lists may lag.
 *
 * @param messages - newest first.
 */
export function skippedForOrder(
	messages: readonly ChatMessage[],
	skippedToMs: number | undefined,
	{ fromMs, nowMs }: ChatStart,
): readonly ChatMessage[] {
	if (skippedToMs === undefined || fromMs >= skippedToMs) return [];
	const known = unhandled(messages, { fromMs: skippedToMs, nowMs });
	return unhandled(messages, { fromMs, nowMs }).slice(known.length);
}

/**
 * Up to when messages are passed over now.
 *
 * @param passed - those older than all that are emitted, newest first.
 */
export function skippedUpTo(
	passed: readonly ChatMessage[],
	{ fromMs, nowMs }: ChatStart,
	watchedSinceMs: number,
): number | undefined {
	return passed.some(({ createDate }) => latestMoment(dateOf(createDate, nowMs)) >= watchedSinceMs)
		? fromMs
		: undefined;
}

/** When the order lists and the chat were read; exchange time, ms. */
export interface ReadTimes {
	readonly nowMs: number;
	readonly readMs: number;
}

/**
 * How many of the newest messages wait for the next poll: they were written after the order lists were read, and may be about an order
 * that is not known yet.
 *
 * A message that was read before, or that is older than one written in time, does not wait, whatever date it carries; nor does one whose
 * date lies in the future, where nothing was written.
 *
 * @param messages - newest first.
 * @param seenId - the newest message of the read before.
 */
export function waitingCount(messages: readonly ChatMessage[], seenId: Id | undefined, times: ReadTimes): number {
	const isInTime = ({ id, createDate }: ChatMessage): boolean =>
		dateOf(createDate, times.nowMs) <= times.nowMs || (seenId !== undefined && !isNewer(textOf(id), seenId));
	const end = messages.findIndex(isInTime);
	const candidates = end === -1 ? messages : messages.slice(0, end);
	const isDatedWhileRead = candidates.map(
		({ createDate }) => dateOf(createDate, times.nowMs) <= times.readMs + CLOCK_SLACK_MS,
	);
	return isDatedWhileRead.lastIndexOf(true) + 1;
}

/** The id of no message: it comes before all of them. */
export const NONE_BEFORE: Id = '0';

/**
 * The newest message that was there when the watch began; `NONE_BEFORE` when none of these was.
 *
 * A date in whole seconds may stand for a moment after the beginning, unless the chat was read before that moment.
 */
export function newestAtStart(messages: readonly ChatMessage[], { nowMs, readMs }: ReadTimes): Id {
	const mayBeLater = ({ createDate }: ChatMessage): boolean =>
		Math.min(latestMoment(dateOf(createDate, nowMs)), Math.max(nowMs, readMs)) > nowMs;
	return textOf(messages.find((message) => !mayBeLater(message))?.id) || NONE_BEFORE;
}

/** Newest first, by id where all have one that grows; without those that have none. */
export function newestFirst(messages: readonly ChatMessage[]): readonly ChatMessage[] {
	const readable = messages.filter((message) => textOf((message as ChatMessage | null)?.id) !== '');
	const ids = readable.map(({ id }) => textOf(id));
	if (ids.every((id, n) => n === 0 || isNewer(ids[n - 1], id)) || !ids.every((id) => /^\d+$/.test(id))) return readable;
	return [...readable].sort((a, b) => (isNewer(textOf(a.id), textOf(b.id)) ? -1 : 1));
}
