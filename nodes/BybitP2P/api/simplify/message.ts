import { isoTime, textOf } from '../text';
import type { ChatMessage, Id, OrderRow } from '../types';
import type { AuthorsOf } from './authors';

export const MESSAGE_KINDS = ['image', 'pdf', 'text', 'video'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number] | 'other';
export const MESSAGE_SENDERS = ['counterparty', 'me', 'system'] as const;
export type MessageSender = (typeof MESSAGE_SENDERS)[number];

/** A chat message as our users see it. */
export interface SimplifiedMessage {
	readonly messageId: Id;
	readonly orderId: Id;
	readonly from: MessageSender;
	readonly nickname: string;
	readonly kind: MessageKind;
	/** Empty for files. */
	readonly text: string;
	/** Expires after about three hours. Empty for text. */
	readonly fileUrl: string;
	/** Without folders and control characters. Empty for text. */
	readonly fileName: string;
	readonly sentAt: string;
}

export const MESSAGE_AUTHORS: AuthorsOf<SimplifiedMessage> = {
	messageId: 'exchange',
	orderId: 'exchange',
	from: 'exchange',
	nickname: 'stranger',
	kind: 'exchange',
	text: 'stranger',
	fileUrl: 'stranger',
	fileName: 'stranger',
	sentAt: 'exchange',
};

/** The name under which the exchange itself writes (seen on a live account). */
const SYSTEM_NICKNAME = 'SYSTEM';

/** Content types of the wire, both ways; they come in any case. */
export const CONTENT_TYPE = { text: 'str', image: 'pic', pdf: 'pdf', video: 'video' } as const;

export function messageKind(message: ChatMessage): MessageKind {
	const type = textOf(message.contentType).toLowerCase();
	const known = Object.entries(CONTENT_TYPE).find(([, wire]) => wire === type);
	return known === undefined ? 'other' : (known[0] as MessageKind);
}

export function isFileKind(kind: MessageKind): kind is 'image' | 'pdf' | 'video' {
	return kind === 'image' || kind === 'pdf' || kind === 'video';
}

/** The two who share a chat, by the only thing a message says of its sender. */
export interface Nicknames {
	readonly me: string;
	readonly counterparty: string;
}

/** @param me - my nickname, where the order does not show it. */
export function nicknamesOf(order: OrderRow & { readonly nickName?: string }, me = textOf(order.nickName)): Nicknames {
	return { me: me.trim(), counterparty: textOf(order.targetNickName) };
}

/**
 * Who wrote a message. The exchange gives a nickname only.
 *
 * Invariant: nothing a stranger wrote passes as mine or as the exchange's. Who is neither me nor the exchange counts as the
 * counterparty, and so does every message under my nickname, or the exchange's, when the counterparty bears the same.
 */
export function messageSender(message: ChatMessage, { me, counterparty }: Nicknames): MessageSender {
	const nickname = textOf(message.sendUserNickName);
	if (nickname === '' || nickname === counterparty.trim()) return 'counterparty';
	if (nickname === SYSTEM_NICKNAME) return 'system';
	return nickname === me.trim() ? 'me' : 'counterparty';
}

/** @param origin - the host that relative file addresses belong to: the API's own (assumed, not documented). */
export function simplifiedMessage(
	message: ChatMessage,
	orderId: Id,
	nicknames: Nicknames,
	origin: string,
): SimplifiedMessage {
	const kind = messageKind(message);
	const { content, fileName } = contentOf(message);
	const isFile = isFileKind(kind);
	return {
		messageId: textOf(message.id),
		orderId,
		from: messageSender(message, nicknames),
		nickname: textOf(message.sendUserNickName),
		kind,
		text: isFile ? '' : content,
		fileUrl: isFile ? absoluteUrl(content, origin) : '',
		fileName: isFile ? plainFileName(fileName) || plainFileName(content.split(/[?#]/)[0]) : '',
		sentAt: isoTime(message.createDate),
	};
}

/** What a message holds; `fileName` and `size` (bytes, assumed) are empty where the exchange does not show them. */
export interface MessageContent {
	readonly content: string;
	readonly fileName: string;
	readonly size: string;
}

/**
 * The content inside the JSON text that `message` is.
 *
 * Text that does not parse is the content itself; an object or a number instead of text is read alike.
 */
export function contentOf({ message }: ChatMessage): MessageContent {
	const parsed = typeof message === 'string' ? parsedOrText(message) : message;
	if (typeof parsed === 'object' && parsed !== null && 'content' in parsed) {
		const { content, fileName, size } = parsed as Readonly<Record<string, unknown>>;
		return { content: shownAsText(content), fileName: textOf(fileName), size: textOf(size) };
	}
	return { content: shownAsText(message), fileName: '', size: '' };
}

function parsedOrText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function shownAsText(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** By id, oldest first: ids grow with time, while dates may be whole seconds or a little off. */
export function compareById(one: ChatMessage, other: ChatMessage): number {
	const [a, b] = [idNumber(one), idNumber(other)];
	return a < b ? -1 : Number(a > b);
}

/** The id as a number that loses no digit; -1n for an id that is none: nothing shows when it was given. */
export function idNumber({ id }: ChatMessage): bigint {
	const text = textOf(id);
	return /^\d+$/.test(text) ? BigInt(text) : -1n;
}

/** Dates of messages and orders may be whole seconds and come from clocks that differ by some: no decision is finer than this. */
export const MESSAGE_CLOCK_SLACK_MS = 5_000;

const LONGEST_FILE_NAME = 120;

/** A file name that is nothing but a name: no folders, control or invisible characters, or marks that systems read as a path. */
export function plainFileName(name: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';
	const plain = last
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
		.replace(/[<>:"|?*]/g, '_')
		.replace(/^[.\s]+/, '')
		.trim();
	// The end stays: it names the type.
	return [...plain].slice(-LONGEST_FILE_NAME).join('');
}

function absoluteUrl(content: string, origin: string): string {
	return content !== '' && URL.canParse(content, origin) ? new URL(content, origin).toString() : content;
}
