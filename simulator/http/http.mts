/** One HTTP request as the exchange sees it; header names in lower case, `query` without the question mark. */
export interface HttpRequest {
	readonly method: string;
	readonly path: string;
	readonly query: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	readonly ip: string;
}

export interface HttpReply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
	/** The connection is cut instead of answered. */
	readonly cut?: boolean;
	readonly delayMs?: number;
}

export function json(status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpReply {
	return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

export function plainText(status: number, body: string): HttpReply {
	return { status, headers: { 'content-type': 'text/plain' }, body };
}
