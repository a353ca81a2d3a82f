import { BybitError, NoReply } from './errors';

/** A request as it goes on the wire, but for the signature. */
export interface WireRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly body?: string | Buffer;
	readonly contentType?: string;
	readonly timeoutMs: number;
	/** Add to this machine's clock to get the exchange's. */
	readonly clockOffsetMs: number;
}

export interface WireReply {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** Signs and sends. Rejects when no reply came; a reply with any HTTP status resolves. */
export type Send = (request: WireRequest) => Promise<WireReply>;

/** @throws NoReply for what the network layer throws: its own words may quote headers. Our own errors pass as they are. */
export async function sendOrNoReply(task: string, send: Send, request: WireRequest): Promise<WireReply> {
	try {
		return await send(request);
	} catch (error) {
		throw noReplyFrom(task, error);
	}
}

function noReplyFrom(task: string, error: unknown): Error {
	if (error instanceof NoReply || error instanceof BybitError) return error;
	return new NoReply(task, 'the connection was lost or timed out');
}

/** The text that is signed and sent. A bigint becomes a bare number: cursors may have more digits than a number can hold. */
export function jsonText(request: object): string {
	const fields = Object.entries(request)
		.filter(([, value]) => value !== undefined)
		// Never left to JSON: other packages in n8n's process teach BigInt to print itself as text.
		.map(
			([name, value]) => `${JSON.stringify(name)}:${typeof value === 'bigint' ? String(value) : JSON.stringify(value)}`,
		);
	return `{${fields.join(',')}}`;
}

/** The query string with its `?`; empty for a request without fields. */
export function queryText(request: object): string {
	const text = Object.entries(request)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
		.join('&');
	return text === '' ? '' : `?${text}`;
}
