import type { IBinaryData } from 'n8n-workflow';

import { downloaded, type ChatAttachment } from '../../api/download';
import { Refusal } from '../../api/errors';
import type { SimplifiedMessage } from '../../api/message';
import { settled } from '../../api/settled';
import type { Files } from '../operation';

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
	const read = await settled(async () => await downloaded(files.download, message as ChatAttachment, origin));
	if ('value' in read) return { binary: { [field]: await files.prepare(read.value) } };
	if (read.error instanceof Refusal) return { json: { fileNotRead: read.error.message } };
	throw read.error;
}
