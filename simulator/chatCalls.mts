import type { Call, Route } from './call.mts';
import { p2p } from './call.mts';
import type { Chat, Message } from './chats.mts';
import { bad } from './fields.mts';
import { Files, urlLifeMs } from './files.mts';
import { compareIds } from './ids.mts';
import { singlePart } from './multipart.mts';
import { orderOf } from './orderCalls.mts';
import { codes, Refusal } from './refusal.mts';
import type { World } from './world.mts';

const maxPage = 30;

export const chatRoutes: readonly Route[] = [
	p2p('/v5/p2p/chat/session/getSessionId', 'read', 'FiatP2POrder', sessionId),
	p2p('/v5/p2p/chat/session/list_v1', 'read', 'FiatP2POrder', sessions),
	p2p('/v5/p2p/chat/message/listpage_v1', 'read', 'FiatP2POrder', messages),
	// The success text varies between calls, and a sent message gets no result at all, not even null.
	p2p('/v5/p2p/chat/message/send_v1', 'write', 'FiatP2POrder', send, { success: '成功' }),
	p2p('/v5/p2p/oss/upload_file', 'write', 'FiatP2POrder', upload, { bodyForm: 'multipart' }),
	p2p('/v5/p2p/order/message/send', 'write', 'FiatP2POrder', closed),
	p2p('/v5/p2p/order/message/listpage', 'read', 'FiatP2POrder', closed),
];

function closed(): never {
	throw new Refusal(codes.closedChatCall, 'This interface is no longer available, please use the new version.');
}

function sessionId({ world, fields }: Call): unknown {
	const maskId = fields.text('userMaskId');
	const person = world.people.find((candidate) => candidate.maskId === maskId && candidate !== world.merchant);
	if (person === undefined) throw new Refusal(codes.userUnknown, 'The user does not exist.');
	return { sessionId: world.chats.with(person.userId).sessionId };
}

function sessions({ world, fields }: Call): unknown {
	const lastId = fields.cursor('lastId');
	const size = fields.int('size', { min: 1, max: maxPage, tooBig: codes.pageSize });
	const readStatus = fields.int('readStatus', { min: 0, max: 2 });
	const type = fields.has('type') ? fields.choice('type', ['SINGLE', 'GROUP'] as const) : 'SINGLE';
	const rows = type === 'GROUP' ? [] : world.chats.all().map((chat) => sessionRow(world, chat));
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
	{ chats, people, behaviour }: World,
	chat: Chat,
): { id: string; unreadCount: string; sessionId: string; sessionName: string; type: string } {
	return {
		sessionName: people.get(chat.counterpartyId).nickName,
		sessionId: chat.sessionId,
		type: 'SINGLE',
		// The cursor: chats come by their newest message, so a chat moves to the front when something is said.
		id: chat.messages.at(-1)?.id ?? '0',
		unreadCount: String(behaviour.unreadCounters ? chats.unread(chat, 'merchant') : 0),
	};
}

function messages({ world, fields }: Call): unknown {
	const chat = chatOf(world, fields.text('sessionId'));
	const lastId = fields.cursor('lastId');
	const limit = fields.int('limit', { min: 1, max: maxPage, tooBig: codes.pageSize });
	const page = chat.messages
		.filter((message) => isBefore(message.id, lastId))
		.sort(newestFirst)
		.slice(0, limit)
		.map((message) => messageRow(world, chat, message));
	if (world.behaviour.readingMarksRead && lastId === 0n) world.chats.markRead(chat, 'merchant');
	return { messages: page };
}

function messageRow({ merchant, people, files, clock }: World, chat: Chat, message: Message): Record<string, string> {
	const isFile = files.at(message.content) !== undefined && message.contentType.toLowerCase() !== 'str';
	const content = isFile ? files.signedUrl(message.content, urlLifeMs.message, clock.now()) : message.content;
	const { msgType, fileName, size } = message;
	return {
		id: message.id,
		sendUserNickName: {
			merchant: merchant.nickName,
			counterparty: people.get(chat.counterpartyId).nickName,
			system: 'SYSTEM',
		}[message.from],
		contentType: message.contentType,
		message: message.isRaw
			? content
			: JSON.stringify({ content, msgCode: '', msgType, fileName, size: size === 0 ? '' : String(size) }),
		createDate: String(message.createDate),
	};
}

function send(call: Call): undefined {
	const { world, fields } = call;
	const text = fields.text('message', { maxLength: 1000 });
	const contentType = fields.choice('contentType', ['str', 'pic', 'pdf', 'video'] as const);
	const chat = chatOf(world, fields.text('sessionId'));
	const order = orderOf(call);
	if (order.counterpartyId !== chat.counterpartyId)
		throw new Refusal(codes.sessionUnknown, 'The session does not belong to the order.');
	const file = contentType === 'str' ? undefined : world.files.at(text);
	if (contentType !== 'str' && file?.kind !== contentType)
		throw bad('message', `must be the URL of an uploaded file of type ${contentType}`);
	world.chats.add(chat.counterpartyId, { from: 'merchant', contentType, content: file ?? text }, world.clock.now());
	call.took('messages', order.id);
	return undefined;
}

function upload(call: Call): unknown {
	const { world, request } = call;
	const part = singlePart(request.headers['content-type'] ?? '', request.body);
	if (part.name !== 'upload_file') throw bad('upload_file', 'is missing');
	if (!Files.accepts(part.fileName)) throw bad('upload_file', 'must be a jpg, jpeg, png, pdf or mp4 file');
	if (part.content.length === 0) throw bad('upload_file', 'is empty');
	const file = world.files.store(part.fileName, Buffer.from(part.content), world.clock.now());
	call.took('uploads');
	return { url: world.files.signedUrl(file.path, urlLifeMs.upload, world.clock.now()), type: file.kind };
}

function chatOf(world: World, id: string): Chat {
	const chat = world.chats.bySession(id);
	if (chat === undefined) throw new Refusal(codes.sessionUnknown, 'The session does not exist.');
	return chat;
}

/** `lastId` 0 starts at the newest. */
function isBefore(id: string, lastId: bigint): boolean {
	return lastId === 0n || BigInt(id) < lastId;
}

function newestFirst(a: { id: string }, b: { id: string }): number {
	return compareIds(b.id, a.id);
}
