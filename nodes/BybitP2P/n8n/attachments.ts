import type { IBinaryData } from 'n8n-workflow';

import { downloadFile, type ChatAttachment, type Download } from '../api/download';
import { InputError } from '../api/errors';
import type { OutgoingFile } from '../api/multipart';
import { resultOf } from '../api/result';
import type { SimplifiedMessage } from '../api/simplify/message';

/** The binary data of the current item. */
export interface Files {
	/** @throws InputError when the item has no such field. */
	read(field: string): Promise<OutgoingFile>;
	/** Makes binary data for an output item. */
	prepare(file: OutgoingFile): Promise<IBinaryData>;
	/** The bytes behind a file address of the exchange, read without the key. */
	download: Download;
}

/** What a message's file adds to its item. */
export interface Attachment {
	readonly json?: { readonly fileNotRead: string };
	readonly binary?: Readonly<Record<string, IBinaryData>>;
}

/**
 * The file of a message as binary data.
 *
 * Never throws: one file that cannot be read gives the reason in `fileNotRead`, so that the other messages are not lost with it.
 */
export async function attachment(
	files: Pick<Files, 'download' | 'prepare'>,
	message: SimplifiedMessage,
	field: string,
	origin: string,
): Promise<Attachment> {
	const kept = await resultOf(async () => {
		const file = await downloadFile(files.download, message as ChatAttachment, origin);
		return { [field]: await files.prepare(file) };
	});
	if ('value' in kept) return { binary: kept.value };
	const { error } = kept;
	return {
		json: {
			fileNotRead:
				error instanceof InputError
					? `${error.message}. ${error.advice}`
					: 'The file was read, but n8n could not store it. Check the storage of binary data of this n8n.',
		},
	};
}
