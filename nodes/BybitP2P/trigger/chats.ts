import type { BybitApi } from '../api/client';
import { endpoints } from '../api/endpoints';
import { messageSender } from '../api/simplify/message';
import { textOf } from '../api/text';
import { messagePages } from '../api/pages';
import type { ChatMessage, Id, OrderInFull, OrderRow } from '../api/types';
import type { MessageFact } from './domainEvents';
import { byAge, notDone, orderOf, writtenUpTo, type ChatStart, type Orders } from './messages';
import { createCircuitBreaker } from './circuitBreaker';
import { fetchOrder, fetchAccount } from '../api/fetchOne';
import { chatsToLookAt } from './schedule';
import { MAX_TRIES, type ChatMemory, type TriggerState } from './state';

type Rows = ReadonlyMap<Id, OrderRow | OrderInFull>;

export interface Looked {
	readonly state: TriggerState;
	/** Oldest first. */
	readonly facts: readonly MessageFact[];
	readonly warnings: readonly string[];
}

/**
 * Looks into the chats whose turn it is and tells what was written there since.
 *
 * Invariant: a message is marked as dealt with only together with being told. The first look after the watch began tells nothing.
 */
export async function looksIntoChats(
	api: BybitApi,
	state: TriggerState,
	rows: Rows,
	nowMs: number,
	isTimeUp: () => boolean,
): Promise<Looked> {
	const isFirst = state.messagesSinceMs === undefined;
	const sinceMs = state.messagesSinceMs ?? nowMs;
	const reader = createReader(api, rows, state.me ?? '');
	const chats: Record<Id, ChatMemory> = { ...state.chats };
	const facts: MessageFact[] = [];
	const warnings: string[] = [];
	const patience = createCircuitBreaker();

	for (const person of chatsToLookAt(state.orders, chats, state.tick, nowMs)) {
		if (isTimeUp() || patience.isOpen()) break;
		const memory = chats[person];
		const orders = byAge(Object.entries(state.orders).filter(([, { u }]) => u === person));
		const start: ChatStart = {
			newestDone: memory?.m,
			fromMs: Math.max(sinceMs, Math.min(...orders.map(([, { c, s = c }]) => s))),
			toMs: nowMs,
		};
		const read = await patience.attempt(async () => await reader.read(person, orders, memory, start, isFirst));
		if ('value' in read) {
			const { sessionId, newest } = read.value;
			chats[person] = { i: sessionId, ...(newest === undefined ? {} : { m: newest }), l: state.tick };
			facts.push(...read.value.facts);
			continue;
		}
		const tries = (memory?.t ?? 0) + (read.isLost ? 0 : 1);
		// Without the session: it may have changed, the next try asks for a fresh one.
		chats[person] = {
			...(memory?.m === undefined ? {} : { m: memory.m }),
			l: state.tick,
			...(tries === 0 ? {} : { t: tries }),
		};
		if (tries === MAX_TRIES && !read.isLost) {
			warnings.push(
				`The chat with counterparty ${person} could not be read ${tries} times; it is given up: ${read.reason}`,
			);
		}
	}

	return {
		state: { ...state, messagesSinceMs: sinceMs, ...(reader.me() === '' ? {} : { me: reader.me() }), chats },
		facts: facts.sort((a, b) => Number(a.message.createDate) - Number(b.message.createDate)),
		warnings,
	};
}

interface ChatRead {
	readonly sessionId: string;
	/** Newest message dealt with; none while nothing was written since the chat is watched. */
	readonly newest?: Id;
	readonly facts: readonly MessageFact[];
}

function createReader(api: BybitApi, rows: Rows, lastKnownMe: string) {
	let me = lastKnownMe;
	let isMeFresh = false;
	const full = new Map<Id, OrderRow | OrderInFull>();

	async function orderFor(orderId: Id): Promise<OrderRow | OrderInFull> {
		const order = rows.get(orderId) ?? full.get(orderId) ?? (await fetchOrder(api, orderId));
		if (!rows.has(orderId)) full.set(orderId, order);
		return order;
	}

	async function sessionFor(orders: Orders): Promise<string> {
		const newest = orders[orders.length - 1][0];
		const listed = orders.map(([orderId]) => rows.get(orderId)).find((row) => row !== undefined);
		const maskId =
			textOf((listed ?? (await orderFor(newest))).targetUserMaskId) ||
			textOf((await fetchOrder(api, newest)).targetUserMaskId);
		const session = await api.call(endpoints.getSessionId, { userMaskId: maskId });
		return textOf(session?.sessionId);
	}

	/** Asks again who I am when a stranger appears: it may be me under a new nickname, and my own words must not come back to me. */
	async function knowMe(messages: readonly ChatMessage[], counterparty: string): Promise<void> {
		const strangers = messages.some(
			(message) =>
				messageSender(message, { me, counterparty }) === 'counterparty' &&
				textOf(message.sendUserNickName) !== counterparty,
		);
		if (isMeFresh || (me !== '' && !strangers)) return;
		me = textOf((await fetchAccount(api)).nickName);
		isMeFresh = true;
	}

	return {
		me: () => me,
		/** The new messages of one chat, each with the order it is about. */
		async read(
			counterpartyId: Id,
			orders: Orders,
			memory: ChatMemory | undefined,
			start: ChatStart,
			tellsNothing: boolean,
		): Promise<ChatRead> {
			const sessionId = memory?.i ?? (await sessionFor(orders));
			const found: ChatMessage[] = [];
			for await (const page of messagePages(api, sessionId)) {
				// The first look tells nothing: it remembers where the watch begins.
				const messages = tellsNothing ? page : notDone(page, start);
				found.push(...messages);
				if (tellsNothing || messages.length < page.length) break;
			}
			const done = writtenUpTo(start.toMs, found);
			const newest = done.length === 0 ? start.newestDone : textOf(done[0].id);
			const fresh = tellsNothing ? [] : done;
			const facts: MessageFact[] = [];
			for (const message of [...fresh].reverse()) {
				const order = await orderFor(orderOf(message, orders));
				if (facts.length === 0) await knowMe(fresh, textOf(order.targetNickName));
				facts.push({ type: 'message', order, message, counterpartyId, me });
			}
			return { sessionId, newest, facts };
		},
	};
}
