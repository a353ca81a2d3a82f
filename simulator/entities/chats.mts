import type { StoredFile } from './files.mts';
import type { Ids } from './ids.mts';
import { compareIds } from './ids.mts';

export type Sender = 'counterparty' | 'merchant' | 'system';
export type ContentKind = 'str' | 'pic' | 'pdf' | 'video';

export interface Message {
	readonly id: string;
	readonly from: Sender;
	/** As the reply carries it, in whatever case it was sent. */
	readonly contentType: string;
	/** Text, or the bare path of a file. */
	readonly content: string;
	readonly msgType: string;
	readonly fileName: string;
	readonly size: number;
	readonly createDate: number;
	/** The reply carries `content` as it is, not wrapped as JSON text. */
	readonly isRaw: boolean;
}

export interface Chat {
	readonly counterpartyId: string;
	sessionId: string;
	readonly messages: Message[];
	/** Ids of the newest message each side has read; '0' at first. */
	readBy: { merchant: string; counterparty: string };
}

export interface NewMessage {
	readonly from: Sender;
	readonly contentType: string;
	readonly content: string | StoredFile;
	/** 603 marks an order card; by default 301 text, 302 image, else empty. */
	readonly msgType?: string;
	readonly isRaw?: boolean;
}

/** One chat for each counterparty, not for each order; oldest message first. */
export class Chats {
	private readonly byPerson = new Map<string, Chat>();

	constructor(private readonly ids: Ids) {}

	chatWith(counterpartyId: string): Chat {
		const known = this.byPerson.get(counterpartyId);
		if (known !== undefined) return known;
		const chat: Chat = {
			counterpartyId,
			sessionId: this.ids.opaque(`session ${counterpartyId}`, 32),
			messages: [],
			readBy: { merchant: '0', counterparty: '0' },
		};
		this.byPerson.set(counterpartyId, chat);
		return chat;
	}

	findBySession(sessionId: string): Chat | undefined {
		return this.all().find((chat) => chat.sessionId === sessionId);
	}

	all(): Chat[] {
		return [...this.byPerson.values()];
	}

	/** From now on the old session id is unknown and a new one is in force. */
	renewSession(counterpartyId: string): void {
		const chat = this.chatWith(counterpartyId);
		chat.sessionId = this.ids.opaque(`renewed ${chat.sessionId}`, 32);
	}

	addMessage(
		counterpartyId: string,
		{ from, contentType, content, msgType, isRaw = false }: NewMessage,
		nowMs: number,
	): Message {
		const chat = this.chatWith(counterpartyId);
		const file = typeof content === 'string' ? undefined : content;
		const kind = contentType.toLowerCase();
		const message: Message = {
			id: this.ids.next(nowMs),
			from,
			contentType,
			content: typeof content === 'string' ? content : content.path,
			msgType: msgType ?? (kind === 'str' ? '301' : kind === 'pic' ? '302' : ''),
			fileName: file?.fileName ?? '',
			size: file?.content.length ?? 0,
			createDate: nowMs,
			isRaw,
		};
		chat.messages.push(message);
		chat.messages.sort((a, b) => compareIds(a.id, b.id));
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
