import { messageSender } from '../../api/simplify/message';
import type { BybitApi } from '../../api/client';
import { endpoints } from '../../api/endpoints';
import type { BybitError } from '../../api/errors';
import { fetchAccount, fetchOrder } from '../../api/fetchOne';
import { timedMessagePages } from '../../api/pages';
import { readEach } from '../../api/readEach';
import { textOf } from '../../api/text';
import type { ChatMessage, Id } from '../../api/types';
import { chatStart, newestAtStart, newestFirst, NONE_BEFORE, unhandled } from '../detect/chatMessages';
import type { ChatOrders } from '../detect/chatOrders';
import type { ReadChat } from '../detect/seen';
import type { TrackedOrder } from '../detect/trackedOrder';
import type { TriggerState } from '../state';

export interface ChatReading {
	readonly before: TriggerState;
	readonly nowMs: number;
	readonly people: ReadonlyMap<Id, ChatOrders>;
	readonly orders: ReadonlyMap<Id, TrackedOrder>;
	/** Whether all that was written is wanted, or the newest message only. */
	readonly wantsAll: boolean;
	readonly isTimeUp: () => boolean;
}

export interface CollectedChats {
	readonly chats: ReadonlyMap<Id, ReadChat>;
	/** Chats that were refused, with the reason. */
	readonly refused: ReadonlyMap<Id, string>;
	readonly refusedAll?: BybitError;
	/** My nickname, as far as known. */
	readonly nickname: string;
}

/** Reads chats one after the other, in the order given. One that is refused stops no other. */
export async function collectChats(
	api: BybitApi,
	persons: readonly Id[],
	reading: ChatReading,
): Promise<CollectedChats> {
	const me = createNickname(api, reading.before.nickname);
	const { read, ...rest } = await readEach(
		persons,
		async (person) => await readChat(api, person, reading, me),
		reading,
	);
	return { ...rest, chats: read, nickname: me.value() };
}

async function readChat(api: BybitApi, person: Id, reading: ChatReading, me: Nickname): Promise<ReadChat> {
	const { before, nowMs, people, orders, wantsAll } = reading;
	const chat = before.chats[person];
	const theirs = people.get(person) ?? [];
	const listed = theirs.flatMap(([orderId]) => orders.get(orderId)?.order ?? []);
	const sessionId = chat?.sessionId ?? (await openSession(api, theirs, textOf(listed[0]?.targetUserMaskId)));
	const start = chatStart(before, chat, theirs, nowMs);
	const isMoreWanted = (page: readonly ChatMessage[], readMs: number): boolean => {
		if (!wantsAll) return false;
		// The first read of the watch goes back to where it begins.
		if (before.messagesSinceMs === undefined) return newestAtStart(page, { nowMs, readMs }) === NONE_BEFORE;
		const isAllFresh = unhandled(page, start).length === page.length;
		// Back to messages that were passed over, too, when an older order has become known.
		const { fromMs } = start;
		const isLate = chat?.skippedToMs !== undefined && fromMs < chat.skippedToMs;
		return isAllFresh || (isLate && unhandled(page, { fromMs, nowMs }).length === page.length);
	};
	const { messages, readMs } = await readNewestPages(api, sessionId, isMoreWanted);
	const counterparty = textOf(listed[0]?.targetNickName);
	return { sessionId, messages, readMs, nicknames: { me: await me.among(messages, counterparty), counterparty } };
}

async function readNewestPages(
	api: BybitApi,
	sessionId: string,
	isMoreWanted: (page: readonly ChatMessage[], readMs: number) => boolean,
): Promise<{ messages: readonly ChatMessage[]; readMs: number }> {
	const found: ChatMessage[] = [];
	let readMs: number | undefined;
	for await (const { messages, timeMs } of timedMessagePages(api, sessionId)) {
		readMs ??= timeMs;
		const page = newestFirst(messages);
		found.push(...page);
		if (!isMoreWanted(page, readMs)) break;
	}
	return { messages: newestFirst(found), readMs: readMs ?? 0 };
}

/** @param listedMaskId - the counterparty's, where a list shows it: that is not documented. */
async function openSession(api: BybitApi, orders: ChatOrders, listedMaskId: string): Promise<string> {
	const newest = orders[orders.length - 1][0];
	const userMaskId = listedMaskId || textOf((await fetchOrder(api, newest)).targetUserMaskId);
	const session = await api.call(endpoints.getSessionId, { userMaskId });
	return textOf(session?.sessionId);
}

interface Nickname {
	value(): string;
	/** Mine, read anew when a stranger wrote: it may be me under another name, and my own words must not come back to me. */
	among(messages: readonly ChatMessage[], counterparty: string): Promise<string>;
}

function createNickname(api: BybitApi, lastKnown: string): Nickname {
	let nickname = lastKnown;
	let isFresh = false;
	return {
		value: () => nickname,
		async among(messages, counterparty) {
			const isStranger = (message: ChatMessage): boolean =>
				messageSender(message, { me: nickname, counterparty }) === 'counterparty' &&
				textOf(message.sendUserNickName) !== counterparty;
			if (!isFresh && (nickname === '' || messages.some(isStranger))) {
				nickname = textOf((await fetchAccount(api)).nickName);
				isFresh = true;
			}
			return nickname;
		},
	};
}
