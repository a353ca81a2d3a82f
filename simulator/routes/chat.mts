import type { Chat, Message } from '../entities/chats.mts';
import { Files, urlLifeMs } from '../entities/files.mts';
import { compareIds } from '../entities/ids.mts';
import { changedRow } from '../entities/rowChange.mts';
import { codes } from '../http/codes.mts';
import { singlePart } from '../http/multipart.mts';
import { badParameter, Refused } from '../http/refused.mts';
import type { Store } from '../store.mts';
import { messageDate } from './dates.mts';
import { findOrder } from './orders.mts';
import type { Call, Route } from './route.mts';
import { isMerchantCall, p2pRoute } from './route.mts';
import { moveRestlessChat, sessionCursor, unreadCount } from './unread.mts';

const maxPage = 30;

export const chatRoutes: readonly Route[] = [
	p2pRoute('/v5/p2p/chat/session/getSessionId', 'read', 'FiatP2POrder', getSessionId),
	p2pRoute('/v5/p2p/chat/session/list_v1', 'read', 'FiatP2POrder', listSessions),
	p2pRoute('/v5/p2p/chat/message/listpage_v1', 'read', 'FiatP2POrder', listMessages),
	// The success text varies between calls, and a sent message gets no result at all, not even null.
	p2pRoute('/v5/p2p/chat/message/send_v1', 'write', 'FiatP2POrder', sendMessage, { success: '成功' }),
	p2pRoute('/v5/p2p/oss/upload_file', 'write', 'FiatP2POrder', uploadFile, { bodyForm: 'multipart' }),
	p2pRoute('/v5/p2p/order/message/send', 'write', 'FiatP2POrder', refuseClosedCall),
	p2pRoute('/v5/p2p/order/message/listpage', 'read', 'FiatP2POrder', refuseClosedCall),
];

function refuseClosedCall(): never {
	throw new Refused(codes.closedChatCall, 'This interface is no longer available, please use the new version.');
}

function getSessionId({ store, fields }: Call): unknown {
	const maskId = fields.text('userMaskId');
	const user = store.users.findByMask(maskId);
	if (user === undefined || user === store.merchant) throw new Refused(codes.userUnknown, 'The user does not exist.');
	return { sessionId: store.chats.chatWith(user.userId).sessionId };
}

function listSessions(call: Call): unknown {
	const { store, fields } = call;
	const lastId = fields.cursor('lastId');
	const size = fields.int('size', { min: 1, max: maxPage, tooBig: codes.pageSize });
	const readStatus = fields.int('readStatus', { min: 0, max: 2 });
	const type = fields.has('type') ? fields.choice('type', ['SINGLE', 'GROUP'] as const) : 'SINGLE';
	if (lastId === 0n) moveRestlessChat(store);
	const rows =
		type === 'GROUP' || !isMerchantCall(call)
			? []
			: store.chats.all().map((chat) => sessionRow(store, chatShown(call, chat)));
	return {
		chatSession: rows
			.filter(
				(row) =>
					row.id !== '0' &&
					(readStatus === 2 || (row.unreadCount === '0') === (readStatus === 1)) &&
					isBefore(row.id, lastId),
			)
			.sort(newestFirst)
			.slice(0, size),
	};
}

function sessionRow(
	store: Store,
	chat: Chat,
): { id: string; unreadCount: string; sessionId: string; sessionName: string; type: string } {
	return {
		sessionName: store.users.get(chat.counterpartyId).nickName,
		sessionId: chat.sessionId,
		type: 'SINGLE',
		// The cursor: chats come by their newest message, so a chat moves to the front with each message.
		id: sessionCursor(store, chat),
		unreadCount: String(unreadCount(store, chat, 'merchant')),
	};
}

function listMessages(call: Call): unknown {
	const { store, fields } = call;
	const chat = findChat(store, fields.text('sessionId'));
	const lastId = fields.cursor('lastId');
	const limit = fields.int('limit', { min: 1, max: maxPage, tooBig: codes.pageSize });
	const page = chatShown(call, chat)
		.messages.filter((message) => isBefore(message.id, lastId))
		.sort(newestFirst)
		.slice(0, limit)
		.map((message) => messageRow(store, chat, message));
	if (store.behaviour.readingMarksRead && lastId === 0n) store.chats.markRead(chat, 'merchant');
	return { messages: page };
}

/** The chat as a read shows it: an older snapshot lacks the newest messages. */
function chatShown({ store, snapshot }: Call, chat: Chat): Chat {
	switch (snapshot?.type) {
		case undefined:
		case 'beforeLastChange':
			return chat;
		case 'changesAgo':
			return {
				...chat,
				movedTo: '0',
				messages: chat.messages.slice(0, Math.max(0, chat.messages.length - snapshot.changes)),
			};
		case 'msAgo': {
			const untilMs = store.clock.now() - snapshot.ms;
			return { ...chat, movedTo: '0', messages: chat.messages.filter(({ createDate }) => createDate <= untilMs) };
		}
	}
}

function messageRow(store: Store, chat: Chat, message: Message): Record<string, unknown> {
	const { merchant, users, files, clock } = store;
	const isFile = files.find(message.content) !== undefined && message.contentType.toLowerCase() !== 'str';
	const content = isFile ? files.signedUrl(message.content, urlLifeMs.message, clock.now()) : message.content;
	const row = {
		id: message.id,
		sendUserNickName: {
			merchant: merchant.nickName,
			counterparty: users.get(chat.counterpartyId).nickName,
			system: 'SYSTEM',
		}[message.from],
		contentType: message.contentType,
		message: message.isRaw ? content : messageJson(message, content),
		createDate: messageDate(store, message.createDate),
	};
	return changedRow(row, message.rowChange);
}

function messageJson({ msgType, fileName, size }: Message, content: string): string {
	const name = fileName === null ? {} : { fileName };
	return JSON.stringify({ content, msgCode: '', msgType, ...name, size: size === 0 ? '' : String(size) });
}

function sendMessage(call: Call): undefined {
	const { store, fields } = call;
	const text = fields.text('message', { maxLength: 1000 });
	const contentType = fields.choice('contentType', ['str', 'pic', 'pdf', 'video'] as const);
	const chat = findChat(store, fields.text('sessionId'));
	const order = findOrder(call);
	if (order.counterpartyId !== chat.counterpartyId)
		throw new Refused(codes.sessionUnknown, 'The session does not belong to the order.');
	const file = contentType === 'str' ? undefined : store.files.find(text);
	if (contentType !== 'str' && file?.kind !== contentType)
		throw badParameter('message', `must be the URL of an uploaded file of type ${contentType}`);
	const fileName = file === undefined || store.behaviour.sentFilesKeepName ? undefined : '';
	store.chats.addMessage(
		chat.counterpartyId,
		{ from: 'merchant', contentType, content: file ?? text, fileName },
		store.clock.now(),
	);
	call.noteEffect('messages', order.id);
	return undefined;
}

function uploadFile(call: Call): unknown {
	const { store, request } = call;
	const part = singlePart(request.headers['content-type'] ?? '', request.body);
	if (part.name !== 'upload_file') throw badParameter('upload_file', 'is missing');
	if (!Files.accepts(part.fileName)) throw badParameter('upload_file', 'must be a jpg, jpeg, png, pdf or mp4 file');
	if (part.content.length === 0) throw badParameter('upload_file', 'is empty');
	const file = store.files.save(part.fileName, Buffer.from(part.content), store.clock.now());
	call.noteEffect('uploads');
	return { url: store.files.signedUrl(file.path, urlLifeMs.upload, store.clock.now()), type: file.kind };
}

function findChat(store: Store, id: string): Chat {
	const chat = store.chats.findBySession(id);
	if (chat === undefined) throw new Refused(codes.sessionUnknown, 'The session does not exist.');
	return chat;
}

/** `lastId` 0 starts at the newest. */
function isBefore(id: string, lastId: bigint): boolean {
	return lastId === 0n || BigInt(id) < lastId;
}

function newestFirst(a: { id: string }, b: { id: string }): number {
	return compareIds(b.id, a.id);
}
