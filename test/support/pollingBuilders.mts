import { BybitError, NoReply } from '../../nodes/BybitP2P/api/errors';
import type { Ad, ChatMessage, OrderInFull, OrderRow } from '../../nodes/BybitP2P/api/types';
import type { DomainEvent } from '../../nodes/BybitP2P/trigger/change';
import type { ReadChat, Seen } from '../../nodes/BybitP2P/trigger/detect/seen';
import type { TrackedOrder } from '../../nodes/BybitP2P/trigger/detect/trackedOrder';
import type { EventFilters } from '../../nodes/BybitP2P/trigger/filters';
import type { ChatMemory, OrderMemory, TriggerState } from '../../nodes/BybitP2P/trigger/state';

export const NOW = 1_790_000_000_000;
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const ORDER_ID = '1900000000000000001';

export function anOrder(fields: Partial<OrderRow> = {}): OrderRow {
	return {
		id: ORDER_ID,
		side: 1,
		tokenId: 'USDT',
		amount: '100',
		currencyId: 'EUR',
		price: '1',
		targetNickName: 'ann',
		targetUserId: '77',
		status: 10,
		createDate: String(NOW),
		...fields,
	};
}

export function anOrderInFull(fields: Partial<OrderInFull> = {}): OrderInFull {
	return { ...anOrder(), itemId: '55', needBuyerExamineCancel: false, ...fields };
}

export function aMessage(fields: Partial<ChatMessage> = {}): ChatMessage {
	return {
		id: '100',
		sendUserNickName: 'ann',
		contentType: 'str',
		message: JSON.stringify({ content: 'hello' }),
		createDate: String(NOW),
		...fields,
	};
}

export function anAd(fields: Partial<Ad> = {}): Ad {
	return { id: '55', tokenId: 'USDT', currencyId: 'EUR', side: 1, status: 10, price: '1', ...fields };
}

export function aMemory(fields: Partial<OrderMemory> = {}): OrderMemory {
	return { statuses: [10], createdMs: NOW, counterpartyId: '77', ...fields };
}

export function aChatMemory(fields: Partial<ChatMemory> = {}): ChatMemory {
	return { sessionId: 'session', readMs: NOW, handledId: '100', ...fields };
}

export function aState(fields: Partial<TriggerState> = {}): TriggerState {
	return {
		keyName: 'key',
		account: 'account',
		nickname: 'me',
		polls: 3,
		sinceMs: NOW - HOUR,
		readToMs: NOW - MINUTE,
		hints: {},
		orders: {},
		chats: {},
		...fields,
	};
}

export function aTracked(fields: Partial<TrackedOrder> = {}): TrackedOrder {
	const order = fields.order ?? anOrder();
	return {
		before: undefined,
		after: aMemory({ statuses: [Number(order.status)] }),
		order,
		isCurrent: true,
		isUnsure: false,
		events: [],
		...fields,
	};
}

export function aReadChat(fields: Partial<ReadChat> = {}): ReadChat {
	return {
		sessionId: 'session',
		messages: [],
		readMs: NOW,
		nicknames: { me: 'me', counterparty: 'ann' },
		...fields,
	};
}

/** What a poll has seen. Orders are given by their id; their memories derive from them. */
export function aSeen({
	settings,
	...fields
}: Partial<Omit<Seen, 'settings'>> & { settings?: Partial<Seen['settings']> } = {}): Seen {
	const orders = fields.orders ?? new Map<string, TrackedOrder>();
	const before = fields.before ?? aState();
	return {
		nowMs: NOW,
		isStart: false,
		isSilent: false,
		newSinceMs: before.sinceMs,
		inFull: new Map(),
		chats: new Map(),
		hints: new Map(),
		memories: { ...before.orders, ...Object.fromEntries([...orders].map(([id, { after }]) => [id, after])) },
		...fields,
		before,
		orders,
		settings: {
			emitsMessages: true,
			emitsUnanswered: true,
			expiringSeconds: 300,
			repeatMs: 5 * MINUTE,
			...settings,
		},
	};
}

export function aDomainEvent(fields: Partial<DomainEvent> = {}): DomainEvent {
	const order = fields.order ?? anOrder();
	return { type: 'created', key: order.id, atMs: NOW, orderId: order.id, order, ...fields };
}

/** Filters that let everything through, but for my own messages. */
export function filtersOf(fields: Partial<EventFilters> = {}): EventFilters {
	return {
		coins: [],
		fiats: [],
		adIds: [],
		counterpartyIds: [],
		excludeCounterpartyIds: [],
		statuses: [],
		messageFrom: ['counterparty', 'system'],
		messageKinds: [],
		...fields,
	};
}

export function aRefusal(code = 912100004): BybitError {
	return new BybitError('show the order', code, 'no');
}

export function aLostReply(): NoReply {
	return new NoReply('show the order', 'the connection was lost or timed out');
}
