import type { Exchange, Order } from '../../simulator/exchange.mts';
import { resultOf } from './support.mts';

export const sessionPath = '/v5/p2p/chat/session/getSessionId';
export const sessionsPath = '/v5/p2p/chat/session/list_v1';
export const pagePath = '/v5/p2p/chat/message/listpage_v1';
export const sendPath = '/v5/p2p/chat/message/send_v1';
export const uploadPath = '/v5/p2p/oss/upload_file';

export interface MessageRow {
	id: string;
	sendUserNickName: string;
	contentType: string;
	message: string;
	createDate: string;
}

export interface SessionRow {
	id: string;
	sessionId: string;
	sessionName: string;
	type: string;
	unreadCount: string;
}

export function sessionOf(exchange: Exchange, order: Order): string {
	const userMaskId = exchange.orderInfo(order.id).targetUserMaskId;
	return resultOf<{ sessionId: string }>(exchange, sessionPath, { userMaskId }).sessionId;
}

/** A page of a chat, newest message first. */
export function messagePage(exchange: Exchange, sessionId: string, lastId = '0', limit = 30): MessageRow[] {
	// Written by hand: an id of 19 digits does not survive JSON.stringify of a number.
	return resultOf<{ messages: MessageRow[] }>(
		exchange,
		pagePath,
		`{"sessionId":"${sessionId}","lastId":${lastId},"limit":${limit}}`,
	).messages;
}

export function sessionList(exchange: Exchange, more: object = {}): SessionRow[] {
	return resultOf<{ chatSession: SessionRow[] }>(exchange, sessionsPath, {
		lastId: 0,
		size: 20,
		readStatus: 2,
		...more,
	}).chatSession;
}

export interface FileReply {
	status: number;
	type: string | undefined;
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** What a GET of a relative URL gives. */
export function getFile(exchange: Exchange, url: string): FileReply {
	const [path, query = ''] = url.split('?');
	const { status, headers, body } = exchange.handle({
		method: 'GET',
		path,
		query,
		ip: '127.0.0.1',
		headers: {},
		body: Buffer.alloc(0),
	});
	return { status, type: headers['content-type'], headers, body: Buffer.from(body) };
}
