import type { BybitApi } from '../api/client';
import { endpoints } from '../api/endpoints';
import { messageSender } from '../api/message';
import { textOf } from '../api/order';
import { messagePages } from '../api/pages';
import type { ChatMessage, Id, OrderInFull, OrderRow } from '../api/types';
import type { MessageFact } from './facts';
import { notDone, orderOf, type ChatStart } from './messages';
import { createPatience } from './patience';
import { chatsToLookAt } from './schedule';
import { MAX_TRIES, type ChatMemory, type OrderMemory, type TriggerState } from './state';

type Rows = ReadonlyMap<Id, OrderRow | OrderInFull>;
type Orders = readonly (readonly [Id, OrderMemory])[];

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
	const patience = createPatience();

	for (const person of chatsToLookAt(state.orders, chats, state.tick, nowMs)) {
		if (isTimeUp()) break;
		const memory = chats[person];
		const orders = Object.entries(state.orders).filter(([, { u }]) => u === person);
		const start: ChatStart = {
			newestDone: memory?.m,
			fromMs: Math.max(sinceMs, Math.min(...orders.map(([, { c }]) => c))),
		};
		const read = await patience.attempt(async () => await reader.read(person, orders, memory, start, isFirst));
		if ('value' in read) {
			chats[person] = { i: read.value.sessionId, m: read.value.newest, l: state.tick };
			facts.push(...read.value.facts);
			continue;
		}
		const tries = (memory?.t ?? 0) + 1;
		// Without the session: it may have changed, the next try asks for a fresh one.
		chats[person] = { ...(memory?.m === undefined ? {} : { m: memory.m }), l: state.tick, t: tries };
		if (tries === MAX_TRIES) {
			warnings.push(`The chat with counterparty ${person} could not be read ${tries} times; it is given up: ${read.reason}`);
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
	readonly newest: Id;
	readonly facts: readonly MessageFact[];
}

function createReader(api: BybitApi, rows: Rows, lastKnownMe: string) {
	let me = lastKnownMe;
	let isMeFresh = false;

	async function orderFor(orderId: Id): Promise<OrderRow | OrderInFull> {
		return rows.get(orderId) ?? (await api.call(endpoints.getOrder, { orderId }));
	}

	async function sessionFor(orders: Orders): Promise<string> {
		const [newest] = orders[orders.length - 1];
		const listed = await orderFor(newest);
		const maskId =
			textOf(listed.targetUserMaskId) ||
			textOf((await api.call(endpoints.getOrder, { orderId: newest })).targetUserMaskId);
		const session = await api.call(endpoints.getSessionId, { userMaskId: maskId });
		return textOf(session?.sessionId);
	}

	/** Asks again who I am when a stranger appears: it may be me under a new nickname, and my own words must not come back to me. */
	async function knowMe(messages: readonly ChatMessage[], counterparty: string): Promise<void> {
		const strangers = messages.some(
			(message) =>
				messageSender(message, me) === 'counterparty' && textOf(message.sendUserNickName) !== counterparty,
		);
		if (isMeFresh || (me !== '' && !strangers)) return;
		me = textOf((await api.call(endpoints.getAccount, {}))?.nickName);
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
			const fresh: ChatMessage[] = [];
			let newest: Id | undefined;
			for await (const page of messagePages(api, sessionId)) {
				newest ??= page[0]?.id;
				if (tellsNothing) break;
				const messages = notDone(page, start);
				fresh.push(...messages);
				if (messages.length < page.length) break;
			}
			const facts: MessageFact[] = [];
			for (const message of fresh.reverse()) {
				const order = await orderFor(orderOf(message, orders));
				if (facts.length === 0) await knowMe(fresh, textOf(order.targetNickName));
				facts.push({ type: 'message', order, message, counterpartyId, me });
			}
			return { sessionId, newest: newest ?? start.newestDone ?? '0', facts };
		},
	};
}
