import type { IBinaryData } from 'n8n-workflow';

import { downloadFile, type ChatAttachment, type Download } from '../api/download';
import { InputError } from '../api/errors';
import type { OutgoingFile } from '../api/multipart';
import type { SimplifiedMessage } from '../api/simplify/message';
import { resultOf } from '../api/result';

/** The binary data of the current item. */
export interface Files {
	/** @throws InputError when the item has no such field. */
	read(field: string): Promise<OutgoingFile>;
	/** Makes binary data for an output item. */
	prepare(file: OutgoingFile): Promise<IBinaryData>;
	/** The bytes behind a file address of the exchange, read without the key. */
	download: Download;
}

/**
 * The file of a message as binary data. A file that is too large or comes from elsewhere is told in `fileNotRead`, so that the other
 * messages are not lost with it.
 *
 * @throws BybitError or NoReply when the file could be read by another try.
 */
export async function attachment(
	files: Pick<Files, 'download' | 'prepare'>,
	message: SimplifiedMessage,
	field: string,
	origin: string,
): Promise<{ json?: { fileNotRead: string }; binary?: Record<string, IBinaryData> }> {
	const read = await resultOf(async () => await downloadFile(files.download, message as ChatAttachment, origin));
	if ('value' in read) return { binary: { [field]: await files.prepare(read.value) } };
	if (read.error instanceof InputError) return { json: { fileNotRead: read.error.message } };
	throw read.error;
}
