import { contentOf, CONTENT_TYPE, messageKind, plainFileName } from '../../api/simplify/message';
import type { ChatMessage } from '../../api/types';
import type { ChatFile } from './chatFile';
import { fingerprintOf } from './chatMemory';

/** A message on its way into a chat, and how to know it again there. */
export interface OutgoingMessage {
	/** The text, or the address of the uploaded file. */
	readonly message: string;
	readonly contentType: (typeof CONTENT_TYPE)[keyof typeof CONTENT_TYPE];
	/** Stands for what is sent; the same for the same content. */
	readonly fingerprint: string;
	/** True for a message that holds this, whoever wrote it. */
	readonly isSame: (message: ChatMessage) => boolean;
	/** True for a message that may hold this, though nothing says so. */
	readonly isAlike: (message: ChatMessage) => boolean;
}

export function outgoingText(text: string): OutgoingMessage {
	return {
		message: text,
		contentType: CONTENT_TYPE.text,
		fingerprint: fingerprintOf('text', text),
		isSame: (message) => messageKind(message) === 'text' && asRead(contentOf(message).content) === asRead(text),
		isAlike: () => false,
	};
}

/** As a person reads it: what the exchange makes of line ends and blanks is not documented. */
function asRead(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** @param url - where the file was uploaded to; none before. */
export function outgoingFile(file: ChatFile, url = ''): OutgoingMessage {
	const isOfKind = (message: ChatMessage): boolean => messageKind(message) === file.kind;
	return {
		message: url,
		contentType: CONTENT_TYPE[file.kind],
		fingerprint: fingerprintOf(file.kind, file.content),
		isSame: (message) => isOfKind(message) && (isAt(url, message) || isKnownAs(file, message)),
		// The exchange may give it another address and no name.
		isAlike: isOfKind,
	};
}

/** The path of an address stays the same when it is signed anew. */
function isAt(url: string, message: ChatMessage): boolean {
	return url !== '' && pathOf(contentOf(message).content) === pathOf(url);
}

function pathOf(address: string): string {
	const base = 'https://localhost';
	return URL.canParse(address, base) ? new URL(address, base).pathname : address;
}

/**
 * By the size, in bytes, where the exchange shows it, and the name where it keeps one. A name alone is not enough: two different files
 * are often called the same, and one of them would be lost.
 */
function isKnownAs({ fileName, content }: ChatFile, message: ChatMessage): boolean {
	const kept = contentOf(message);
	const name = plainFileName(kept.fileName);
	return Number(kept.size) === content.length && (name === '' || name === fileName);
}
