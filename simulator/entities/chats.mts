import type { StoredFile } from './files.mts';
import type { Ids } from './ids.mts';
import { compareIds } from './ids.mts';
import type { RowChange } from './rowChange.mts';

export type Sender = 'counterparty' | 'merchant' | 'system';
export type ContentKind = 'str' | 'pic' | 'pdf' | 'video';

export interface Message {
	readonly id: string;
	readonly from: Sender;
	/** As the reply carries it, in whatever case it was sent. */
	readonly contentType: string;
	/** Text, the bare path of a file, or an address from elsewhere. */
	readonly content: string;
	readonly msgType: string;
	/** null: the reply does not carry the field. */
	readonly fileName: string | null;
	readonly size: number;
	readonly createDate: number;
	/** The reply carries `content` as it is, not wrapped as JSON text. */
	readonly isRaw: boolean;
	/** What replies show in the place of the truth. */
	readonly rowChange?: RowChange;
}

export interface Chat {
	readonly counterpartyId: string;
	sessionId: string;
	readonly messages: Message[];
	/** Ids of the newest message each side has read; '0' at first. */
	readBy: { merchant: string; counterparty: string };
	/** Where the list of chats puts this one, when that is not its newest message; '0' at first. */
	movedTo: string;
}

export interface NewMessage {
	readonly from: Sender;
	readonly contentType: string;
	readonly content: string | StoredFile;
	/** Default: the name of the stored file. */
	readonly fileName?: string | null;
	/** 603 marks an order card; by default 301 text, 302 image, else empty. */
	readonly msgType?: string;
	readonly isRaw?: boolean;
	/** The date that the message carries; its place in the chat is by its id. Default: now. */
	readonly createDate?: number;
	readonly rowChange?: RowChange;
}

/** One chat for each counterparty, not for each order; oldest message first. */
export class Chats {
	private readonly byUser = new Map<string, Chat>();

	constructor(private readonly ids: Ids) {}

	chatWith(counterpartyId: string): Chat {
		const known = this.byUser.get(counterpartyId);
		if (known !== undefined) return known;
		const chat: Chat = {
			counterpartyId,
			sessionId: this.ids.opaque(`session ${counterpartyId}`, 32),
			messages: [],
			readBy: { merchant: '0', counterparty: '0' },
			movedTo: '0',
		};
		this.byUser.set(counterpartyId, chat);
		return chat;
	}

	findBySession(sessionId: string): Chat | undefined {
		return this.all().find((chat) => chat.sessionId === sessionId);
	}

	all(): Chat[] {
		return [...this.byUser.values()];
	}

	/** From now on the old session id is unknown and a new one is in force. */
	renewSession(counterpartyId: string): void {
		const chat = this.chatWith(counterpartyId);
		chat.sessionId = this.ids.opaque(`renewed ${chat.sessionId}`, 32);
	}

	/** Puts the chat to the front of the list of chats, without a message. */
	moveToFront(chat: Chat, nowMs: number): void {
		chat.movedTo = this.ids.next(nowMs);
	}

	addMessage(counterpartyId: string, given: NewMessage, nowMs: number): Message {
		const { from, contentType, content, isRaw = false } = given;
		const chat = this.chatWith(counterpartyId);
		const file = typeof content === 'string' ? undefined : content;
		const kind = contentType.toLowerCase();
		const message: Message = {
			id: this.ids.next(nowMs),
			from,
			contentType,
			content: typeof content === 'string' ? content : content.path,
			msgType: given.msgType ?? (kind === 'str' ? '301' : kind === 'pic' ? '302' : ''),
			fileName: given.fileName === undefined ? (file?.fileName ?? '') : given.fileName,
			size: file?.content.length ?? 0,
			createDate: given.createDate ?? nowMs,
			isRaw,
			...(given.rowChange === undefined ? {} : { rowChange: given.rowChange }),
		};
		insertById(chat.messages, message);
		if (from !== 'system') this.markRead(chat, from);
		return message;
	}

	markRead(chat: Chat, reader: 'merchant' | 'counterparty'): void {
		const newest = chat.messages.at(-1);
		if (newest !== undefined) chat.readBy[reader] = newest.id;
	}

	/** How many messages of others `reader` has not read, among those sent at or after `sinceMs`. */
	unread(chat: Chat, reader: 'merchant' | 'counterparty', sinceMs = 0): number {
		return chat.messages.filter(
			(message) =>
				message.from !== reader && message.createDate >= sinceMs && compareIds(message.id, chat.readBy[reader]) > 0,
		).length;
	}
}

/** Cards of deadlines that passed a while ago come late, so a message is not always the newest. */
function insertById(messages: Message[], message: Message): void {
	const after = messages.findLastIndex(({ id }) => compareIds(id, message.id) < 0);
	messages.splice(after + 1, 0, message);
}
