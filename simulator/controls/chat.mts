import type { Core } from '../core.mts';
import type { ContentKind, Message, Sender } from '../entities/chats.mts';
import type { StoredFile } from '../entities/files.mts';
import { Files, urlLifeMs } from '../entities/files.mts';
import type { RowChange } from '../entities/rowChange.mts';
import { readRowChange } from '../entities/rowChange.mts';
import type { Store } from '../store.mts';

/** `fields` and `without` change or hide fields of the message's row: `message` as a number, or absent. */
export interface MessageOptions extends RowChange {
	contentType: ContentKind | Uppercase<ContentKind>;
	/** For a file: its bytes, or the relative URL of a file that is here already. */
	content?: string | Buffer;
	/** For a file: an address that the message carries as it is, such as `blob:...`; nothing is stored. */
	url?: string;
	/** Also one with path parts; null or empty: the message names none. */
	fileName?: string | null;
	from?: Sender;
	/** The reply carries the content bare, not as JSON text. */
	isRaw?: boolean;
	msgType?: string;
	/** The date that the message carries, in the past or the future; its place in the chat is by its id. */
	sentAt?: number;
}

function say({ lifecycle, store }: Core, orderId: string, message: string | MessageOptions): Message {
	lifecycle.expire();
	const options: MessageOptions = typeof message === 'string' ? { contentType: 'str', content: message } : message;
	const { from = 'counterparty', contentType, fileName, isRaw, msgType, sentAt, fields, without } = options;
	return store.chats.addMessage(
		store.orders.get(orderId).counterpartyId,
		{
			from,
			contentType,
			content: messageContent(store, options),
			fileName,
			isRaw,
			msgType,
			createDate: sentAt,
			rowChange: readRowChange({ fields, without }),
		},
		store.clock.now(),
	);
}

/** Every message of the chat this order belongs to, oldest first. */
function messagesOf({ lifecycle, store }: Core, orderId: string): Message[] {
	lifecycle.expire();
	return store.chats.chatWith(store.orders.get(orderId).counterpartyId).messages.map((message) => ({ ...message }));
}

/** The merchant reads the chat in the exchange's own app. */
function readChat({ store }: Core, orderId: string): void {
	const chat = store.chats.chatWith(store.orders.get(orderId).counterpartyId);
	store.chats.markRead(chat, 'merchant');
}

/** Makes the chat's session id unknown; `getSessionId` gives a new one. */
function renewSession({ store }: Core, orderId: string): void {
	store.chats.renewSession(store.orders.get(orderId).counterpartyId);
}

/** The stored file behind a relative URL, expired or not. */
function file({ store }: Core, url: string): StoredFile | undefined {
	return store.files.find(url);
}

/** A URL of a stored file that is good for three hours from now. */
function fileUrl({ store }: Core, path: string): string {
	return store.files.signedUrl(path, urlLifeMs.message, store.clock.now());
}

/** All chats come to be read, as when the merchant goes through the exchange's own app. */
function readInApp({ store }: Core): void {
	for (const chat of store.chats.all()) store.chats.markRead(chat, 'merchant');
}

/** The list of chats shows the chat as moved, though nobody wrote. */
function moveCursor({ store }: Core, orderId: string): void {
	const chat = store.chats.chatWith(store.orders.get(orderId).counterpartyId);
	store.chats.moveToFront(chat, store.clock.now());
}

function messageContent(
	store: Store,
	{ contentType, content = '', url, fileName }: MessageOptions,
): string | StoredFile {
	const kind = contentType.toLowerCase();
	if (url !== undefined) return url;
	if (kind === 'str') return String(content);
	const known = typeof content === 'string' ? store.files.find(content) : undefined;
	if (known !== undefined) return known;
	const name = fileName || { pic: 'receipt.jpg', pdf: 'receipt.pdf', video: 'receipt.mp4' }[kind] || 'receipt.jpg';
	if (!Files.accepts(name)) throw new Error(`${name}: a chat takes jpg, jpeg, png, pdf and mp4 files`);
	return store.files.save(name, Buffer.from(content), store.clock.now());
}

/** What users and the exchange write and read in chats, besides the calls of the API. */
export const chatControls = { say, messagesOf, readChat, readInApp, moveCursor, renewSession, file, fileUrl };
