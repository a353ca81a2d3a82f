import { BybitError, NoReply } from '../../nodes/BybitP2P/api/errors';
import type { ChatMessage, OrderRow } from '../../nodes/BybitP2P/api/types';
import type { OrderMemory, TriggerState } from '../../nodes/BybitP2P/trigger/state';

export const NOW = 1_790_000_000_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function anOrder(fields: Partial<OrderRow> = {}): OrderRow {
	return {
		id: '1900000000000000001',
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

export function aMemory(fields: Partial<OrderMemory> = {}): OrderMemory {
	return { h: [10], c: NOW, u: '77', ...fields };
}

export function aState(fields: Partial<TriggerState> = {}): TriggerState {
	return { version: 1, boundTo: 'key', tick: 3, sinceMs: NOW, readToMs: NOW, orders: {}, chats: {}, ...fields };
}

export function aRefusal(code = 912100004): BybitError {
	return new BybitError('show the order', code, 'no');
}

export function aLostReply(): NoReply {
	return new NoReply('show the order', 'the connection was lost or timed out');
}
