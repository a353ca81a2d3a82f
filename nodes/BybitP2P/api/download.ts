import { InputError } from './errors';
import { fileTypeOf, nameWithExtension } from './fileTypes';
import type { OutgoingFile } from './multipart';
import { resultOf } from './result';

/**
 * Reads an address without the key, at most so many bytes of it, and follows no redirect. Rejects when no reply came.
 */
export type Download = (url: string, maxBytes: number) => Promise<Downloaded>;

export interface Downloaded {
	readonly status: number;
	/** Empty unless the status is 200 and the file is whole. */
	readonly content: Buffer;
	/** False when there was more than `maxBytes`: reading stopped there. */
	readonly isWhole: boolean;
}

/** Larger files are not read: n8n would hold them in memory. */
const MAX_DOWNLOAD_MB = 50;

/** What an expired address answers. */
const GONE: readonly number[] = [403, 404, 410];

const MIME_TYPE_OF_KIND = { image: 'image/jpeg', pdf: 'application/pdf', video: 'video/mp4' } as const;

/** A file from a chat. */
export interface ChatAttachment {
	readonly kind: 'image' | 'pdf' | 'video';
	readonly fileUrl: string;
	readonly fileName: string;
}

/**
 * A chat file, with the MIME type that its content shows and a name that fits it.
 *
 * Invariant: what is thrown quotes nothing of the message, which a stranger wrote.
 *
 * @param origin - the exchange: a counterparty writes the address, so no other host is asked.
 * @throws InputError for a file that is not read, with the reason.
 */
export async function downloadFile(download: Download, file: ChatAttachment, origin: string): Promise<OutgoingFile> {
	if (!isAddressOf(origin, file.fileUrl)) {
		throw new InputError(
			`The file was not read: its address does not belong to ${origin}`,
			'Only files of the exchange itself are read: an address is written by whoever sends the message. Look at the chat on Bybit.',
		);
	}
	const read = await resultOf(async () => await download(file.fileUrl, MAX_DOWNLOAD_MB * 1024 * 1024));
	if ('error' in read) {
		throw new InputError(
			'The file was not read: the connection was lost or timed out',
			'Read the messages again: that tries it once more.',
		);
	}
	assertWholeFile(read.value);
	const { content } = read.value;
	const type = fileTypeOf({ content, fileName: file.fileName, mimeType: '' }) ?? typeByKind(file, content);
	if (type === undefined) {
		throw new InputError(
			'The file was not read: what Bybit gave is not an image, a PDF or an MP4 video',
			'Open it on Bybit. A server may have sent a text in the place of the file.',
		);
	}
	return { content, fileName: nameWithExtension(file.fileName, type), mimeType: type.mimeType };
}

/** A name without an extension that the chat knows says nothing: then the kind of the message decides. */
function typeByKind({ kind }: ChatAttachment, content: Buffer) {
	return fileTypeOf({ content, fileName: '', mimeType: MIME_TYPE_OF_KIND[kind] });
}

/** Neither another host nor another scheme, which some addresses carry inside (`blob:`), nor a name and a password. */
function isAddressOf(origin: string, address: string): boolean {
	if (!URL.canParse(address)) return false;
	const url = new URL(address);
	return url.origin === origin && url.href.startsWith(`${origin}/`);
}

function assertWholeFile({ status, content, isWhole }: Downloaded): void {
	if (GONE.includes(status)) {
		throw new InputError(
			`The file was not read (HTTP ${status}): addresses expire after about three hours`,
			'Read the messages again: that gives a fresh address.',
		);
	}
	if (status !== 200) {
		throw new InputError(
			`The file was not read: Bybit answered with HTTP ${status}`,
			'Read the messages again in a minute, or look at the chat on Bybit. Redirects are not followed.',
		);
	}
	if (!isWhole) {
		throw new InputError(
			`The file was not read: it has more than ${MAX_DOWNLOAD_MB} MB`,
			'Open it on Bybit. A larger file would fill the memory of n8n.',
		);
	}
	if (content.length === 0) throw new InputError('The file was not read: it is empty', 'Look at the chat on Bybit.');
}
