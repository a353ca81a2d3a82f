import type { Send } from '../nodes/BybitP2P/api/wire';
import { signedRequest } from '../nodes/BybitP2P/n8n/signedRequest';

/** Signs as the credential does and sends with Node's own fetch, without n8n. */
export function sendWithFetch(credential: Readonly<Record<string, unknown>>): Send {
	return async ({ method, url, body, contentType, timeoutMs, clockOffsetMs }) => {
		const signed = signedRequest(
			credential,
			{ method, url, clockOffsetMs, ...(body === undefined ? {} : { body, headers: { 'Content-Type': contentType } }) },
			Date.now(),
		);
		const response = await fetch(signed.url, {
			method,
			headers: signed.headers as Record<string, string>,
			...(signed.body === undefined ? {} : { body: signed.body as string | Uint8Array<ArrayBuffer> }),
			redirect: 'manual',
			signal: AbortSignal.timeout(timeoutMs),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: Buffer.from(await response.arrayBuffer()),
		};
	};
}
