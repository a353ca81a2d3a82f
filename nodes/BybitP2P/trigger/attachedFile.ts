import type { IBinaryKeyData, IPollFunctions } from 'n8n-workflow';

import { simplifiedMessage } from '../api/simplify/message';
import { attachment } from '../n8n/attachments';
import { downloadThrough, type Client } from '../n8n/client';
import type { DomainEvent } from './change';

/** The file of a message, or why it is not there. */
export interface AttachedFile {
	readonly json?: { readonly fileNotRead: string };
	readonly binary?: IBinaryKeyData;
}

/**
 * The file of a message as binary data. One that cannot be read does not hold back the message: `fileNotRead` says why.
 *
 * @param field - the binary field that it goes into; undefined to leave it where it is.
 */
export async function attachedFile(
	host: IPollFunctions,
	{ origin }: Client,
	{ message, orderId = '', nicknames }: DomainEvent,
	field: string | undefined,
	isTimeUp: () => boolean,
): Promise<AttachedFile> {
	if (message === undefined || nicknames === undefined || field === undefined) return {};
	const shown = simplifiedMessage(message, orderId, nicknames, origin);
	if (shown.fileUrl === '') return {};
	if (isTimeUp()) {
		return { json: { fileNotRead: 'There was no time left for it in this poll; Chat: Get Messages can read it' } };
	}
	try {
		return await attachment(
			{
				download: downloadThrough(host),
				prepare: async ({ content, fileName, mimeType }) =>
					await host.helpers.prepareBinaryData(content, fileName, mimeType),
			},
			shown,
			field,
			origin,
		);
	} catch (error) {
		return { json: { fileNotRead: error instanceof Error ? error.message : String(error) } };
	}
}
