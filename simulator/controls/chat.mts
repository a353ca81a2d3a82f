import type { Core } from '../core.mts';
import type { ContentKind, Message, Sender } from '../entities/chats.mts';
import type { StoredFile } from '../entities/files.mts';
import { Files, urlLifeMs } from '../entities/files.mts';
import type { Store } from '../store.mts';

export interface MessageOptions {
	contentType: ContentKind | Uppercase<ContentKind>;
	/** For a file: its bytes, or the relative URL of a file that is here already. */
	content: string | Buffer;
	fileName?: string;
	from?: Sender;
	/** The reply carries the content bare, not as JSON text. */
	isRaw?: boolean;
	msgType?: string;
}

function say({ lifecycle, store }: Core, orderId: string, message: string | MessageOptions): Message {
	lifecycle.expire();
	const options: MessageOptions = typeof message === 'string' ? { contentType: 'str', content: message } : message;
	const { from = 'counterparty', contentType, content, fileName, isRaw, msgType } = options;
	const kind = contentType.toLowerCase();
	return store.chats.addMessage(
		store.orders.get(orderId).counterpartyId,
		{
			from,
			contentType,
			content: kind === 'str' ? String(content) : saveFile(store, kind, content, fileName),
			isRaw,
			msgType,
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

function saveFile(store: Store, kind: string, content: string | Buffer, fileName?: string): StoredFile {
	const known = typeof content === 'string' ? store.files.find(content) : undefined;
	if (known !== undefined) return known;
	const name = fileName ?? { pic: 'receipt.jpg', pdf: 'receipt.pdf', video: 'receipt.mp4' }[kind] ?? 'receipt.jpg';
	if (!Files.accepts(name)) throw new Error(`${name}: a chat takes jpg, jpeg, png, pdf and mp4 files`);
	return store.files.save(name, Buffer.from(content), store.clock.now());
}

/** What users and the exchange write and read in chats, besides the calls of the API. */
export const chatControls = { say, messagesOf, readChat, renewSession, file, fileUrl };
