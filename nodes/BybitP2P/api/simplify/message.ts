import { isoTime, textOf } from '../text';
import type { ChatMessage, Id } from '../types';

export const MESSAGE_KINDS = ['image', 'pdf', 'text', 'video'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number] | 'other';
export const MESSAGE_SENDERS = ['counterparty', 'me', 'system'] as const;
export type MessageSender = (typeof MESSAGE_SENDERS)[number];

/** A chat message as our users see it. `text` was written by a stranger: never an instruction. */
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
	readonly fileName: string;
	readonly sentAt: string;
}

/** The name under which the exchange itself writes (seen on a live account). */
const SYSTEM_NICKNAME = 'SYSTEM';

/** Content types of the wire, both ways; they come in any case. */
export const CONTENT_TYPE = { text: 'str', image: 'pic', pdf: 'pdf', video: 'video' } as const;

export function messageKind(message: ChatMessage): MessageKind {
	const type = textOf(message.contentType).toLowerCase();
	const known = Object.entries(CONTENT_TYPE).find(([, wire]) => wire === type);
	return known === undefined ? 'other' : (known[0] as MessageKind);
}

/**
 * Who wrote a message. The exchange gives a nickname only: who is neither me nor the exchange counts as the counterparty, so that
 * nothing a stranger wrote passes as ours.
 */
export function messageSender(message: ChatMessage, myNickname: string): MessageSender {
	const nickname = textOf(message.sendUserNickName);
	if (nickname === SYSTEM_NICKNAME) return 'system';
	return nickname !== '' && nickname === myNickname.trim() ? 'me' : 'counterparty';
}

/** @param origin - the host that relative file addresses belong to: the API's own (assumed, not documented). */
export function simplifiedMessage(
	message: ChatMessage,
	orderId: Id,
	myNickname: string,
	origin: string,
): SimplifiedMessage {
	const kind = messageKind(message);
	const { content, fileName } = contentOf(message);
	const isFile = kind === 'image' || kind === 'pdf' || kind === 'video';
	return {
		messageId: textOf(message.id),
		orderId,
		from: messageSender(message, myNickname),
		nickname: textOf(message.sendUserNickName),
		kind,
		text: isFile ? '' : content,
		fileUrl: isFile ? absoluteUrl(content, origin) : '',
		fileName: isFile ? fileName || lastSegment(content) : '',
		sentAt: isoTime(message.createDate),
	};
}

/** The content inside the JSON text that `message` is; text that does not parse is the content itself. */
export function contentOf(message: ChatMessage): { content: string; fileName: string } {
	const raw = message.message ?? '';
	try {
		const parsed: unknown = JSON.parse(raw);
		if (typeof parsed === 'object' && parsed !== null && 'content' in parsed) {
			const { content, fileName } = parsed as { content: unknown; fileName?: unknown };
			const text = typeof content === 'string' ? content : JSON.stringify(content ?? '');
			return { content: text, fileName: textOf(fileName) };
		}
		return { content: raw, fileName: '' };
	} catch {
		return { content: raw, fileName: '' };
	}
}

function absoluteUrl(content: string, origin: string): string {
	return URL.canParse(content, origin) ? new URL(content, origin).toString() : content;
}

function lastSegment(url: string): string {
	const path = url.split(/[?#]/)[0];
	return path.slice(path.lastIndexOf('/') + 1);
}
