import { createHash } from 'node:crypto';

/** A file on its way to the exchange. */
export interface OutgoingFile {
	readonly fileName: string;
	readonly mimeType: string;
	readonly content: Buffer;
}

/**
 * The body of an upload, as the very bytes that are signed and sent.
 *
 * @returns the bytes and the content type with the boundary.
 */
export function multipart(field: string, file: OutgoingFile): { body: Buffer; contentType: string } {
	// Made from the content, so that it cannot occur inside it by plan, and the same file gives the same bytes.
	const boundary = `----n8n${createHash('sha256').update(file.content).update(file.fileName).digest('hex').slice(0, 32)}`;
	const head =
		`--${boundary}\r\n` +
		`Content-Disposition: form-data; name="${field}"; filename="${headerSafe(file.fileName)}"\r\n` +
		`Content-Type: ${headerSafe(file.mimeType)}\r\n\r\n`;
	return {
		body: Buffer.concat([Buffer.from(head, 'utf8'), file.content, Buffer.from(`\r\n--${boundary}--\r\n`, 'utf8')]),
		contentType: `multipart/form-data; boundary=${boundary}`,
	};
}

/** Line breaks or quotes in a name would end the header early and let the name write headers of its own. */
function headerSafe(text: string): string {
	return text
		.replace(/\p{Cc}/gu, ' ')
		.replace(/"/g, "'")
		.replace(/\\/g, '_')
		.trim();
}
