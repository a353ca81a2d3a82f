import type { BybitApi } from '../../api/client';
import { endpoints } from '../../api/endpoints';
import { BybitError, InputError } from '../../api/errors';
import { fetchAccount, fetchTimedOrder } from '../../api/fetchOne';
import { messagePages } from '../../api/pages';
import { asError, resultOf } from '../../api/result';
import { nicknamesOf, type Nicknames } from '../../api/simplify/message';
import { textOf } from '../../api/text';
import type { ChatMessage, Id, OrderInFull } from '../../api/types';
import { createChatMemory, type ChatMemory } from './chatMemory';

/** The chat about an order. It belongs to the counterparty: all orders with one person share it. */
export interface Chat {
	readonly order: OrderInFull;
	readonly nicknames: Nicknames;
	/** Stands for the chat, the same for all orders with the person. */
	readonly userMaskId: string;
	/** The exchange's clock when the order was read, milliseconds since the epoch. */
	readonly timeMs: number;
	/** The session in force as far as is known; a read that finds it out of force replaces it. */
	sessionId(): string;
	/** The pages of the chat, newest message first. */
	pages(): AsyncGenerator<readonly ChatMessage[]>;
}

/** @throws InputError when the order has no chat. */
export async function openChat(api: BybitApi, orderId: Id): Promise<Chat> {
	const { order, timeMs } = await fetchTimedOrder(api, orderId);
	const userMaskId = textOf(order.targetUserMaskId);
	if (userMaskId === '') {
		throw new InputError(
			`Order ${orderId} has no chat: Bybit does not show who is on the other side`,
			'Nothing was sent. Look at the order on Bybit.',
		);
	}
	// Without my nickname nothing distinguishes my messages from those of the counterparty.
	const me = textOf(order.nickName) || textOf((await fetchAccount(api)).nickName);
	const memory = api.shared(createChatMemory);
	const askForSession = async () => await fetchSession(api, orderId, userMaskId, timeMs, memory);
	const remembered = memory.session(userMaskId, timeMs);
	let sessionId = remembered ?? (await askForSession());

	return {
		order,
		nicknames: nicknamesOf(order, me),
		userMaskId,
		timeMs,
		sessionId: () => sessionId,
		async *pages() {
			const pages = messagePages(api, sessionId);
			const first = await resultOf(async () => await pages.next());
			if ('error' in first) {
				memory.forgetSession(userMaskId);
				if (sessionId !== remembered || !concernsSession(first.error)) throw asError(first.error);
				sessionId = await askForSession();
				yield* messagePages(api, sessionId);
				return;
			}
			if (first.value.done !== true) yield first.value.value;
			yield* pages;
		},
	};
}

async function fetchSession(
	api: BybitApi,
	orderId: Id,
	userMaskId: string,
	nowMs: number,
	memory: ChatMemory,
): Promise<string> {
	const sessionId = textOf((await api.call(endpoints.getSessionId, { userMaskId }))?.sessionId);
	if (sessionId === '') {
		throw new InputError(
			`Order ${orderId} has no chat: Bybit gave no session for it`,
			'Nothing was sent. Try again in a minute, or look at the order on Bybit.',
		);
	}
	memory.keepSession(userMaskId, sessionId, nowMs);
	return sessionId;
}

/** A refusal that is about neither the key nor the rate limit may mean that the session is not in force any more. */
function concernsSession(error: unknown): boolean {
	return error instanceof BybitError && error.code !== undefined && !error.isAccessDenied && !error.isRateLimited;
}
