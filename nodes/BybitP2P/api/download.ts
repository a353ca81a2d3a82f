import { BybitError, NoReply, InputError } from './errors';

/** Reads an address without the key. Rejects when no reply came. */
export type Download = (url: string) => Promise<{ status: number; content: Buffer }>;

/** Larger files are not kept: n8n would hold them in memory. */
const MAX_DOWNLOAD_MB = 50;

/** What an expired address answers. */
const GONE: readonly number[] = [403, 404, 410];

const MIME_TYPES: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	pdf: 'application/pdf',
	mp4: 'video/mp4',
};
const MIME_TYPE_OF_KIND = { image: 'image/jpeg', pdf: 'application/pdf', video: 'video/mp4' } as const;

/** A file from a chat. */
export interface ChatAttachment {
	readonly kind: 'image' | 'pdf' | 'video';
	readonly fileUrl: string;
	readonly fileName: string;
}

/**
 * The bytes of a chat file, with the MIME type its name tells.
 *
 * @param origin - the exchange: a counterparty writes the address, so no other host is asked.
 * @throws InputError for a foreign host, a file that is too large or gone; BybitError or NoReply when another try may bring it.
 */
export async function downloadFile(
	download: Download,
	file: ChatAttachment,
	origin: string,
): Promise<{ content: Buffer; fileName: string; mimeType: string }> {
	const named = `the file "${file.fileName}"`;
	if (!URL.canParse(file.fileUrl) || new URL(file.fileUrl).origin !== origin) {
		throw new InputError(
			`Bybit P2P did not read ${named}: its address does not belong to ${origin}`,
			'Only files of the exchange itself are read: an address is written by whoever sends the message. Look at the chat on Bybit.',
		);
	}
	const { status, content } = await replyOf(download, file);
	if (GONE.includes(status)) {
		throw new InputError(
			`Bybit did not give ${named} (HTTP ${status}): addresses expire after about three hours`,
			'Read the messages again: that gives a fresh address.',
		);
	}
	if (status !== 200) throw new BybitError(`give ${named}`, undefined, `HTTP ${status}`, status);
	if (content.length > MAX_DOWNLOAD_MB * 1024 * 1024) {
		throw new InputError(
			`Bybit P2P did not keep ${named}: it has ${(content.length / 1024 / 1024).toFixed(1)} MB, and at most ${MAX_DOWNLOAD_MB} MB are read`,
			'Open it on Bybit.',
		);
	}
	const extension = /\.([a-z0-9]+)$/i.exec(file.fileName)?.[1].toLowerCase() ?? '';
	return { content, fileName: file.fileName, mimeType: MIME_TYPES[extension] ?? MIME_TYPE_OF_KIND[file.kind] };
}

async function replyOf(download: Download, file: ChatAttachment) {
	try {
		return await download(file.fileUrl);
	} catch {
		throw lost(file);
	}
}

function lost({ fileName }: ChatAttachment): NoReply {
	return new NoReply(`give the file "${fileName}"`, 'the connection was lost or timed out');
}
