/** One signed call of an exchange in this process, without a network. */
import { signedHeaders } from '../../nodes/BybitP2P/api/sign';
import type { Exchange } from '../../simulator/exchange.mts';

export interface InProcessCall {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly body?: string | Buffer;
	readonly contentType?: string;
}

export interface CallerKey {
	readonly apiKey: string;
	readonly apiSecret: string;
}

/** The reply of the exchange, whatever becomes of it on the way. @param timestampMs - what the caller takes for the exchange's time. */
export function replyTo(
	exchange: Exchange,
	key: CallerKey,
	{ method, url, body = '', contentType = 'application/json' }: InProcessCall,
	timestampMs: number,
): ReturnType<Exchange['handle']> {
	const { pathname: path, search } = new URL(url);
	const query = search.slice(1);
	const fields = { keyType: 'hmac', ...key, recvWindowMs: 5000 } as const;
	const signed = signedHeaders(fields, method === 'GET' ? query : body, timestampMs);
	return exchange.handle({
		method,
		path,
		query,
		headers: { ...lowerCase(Object.entries(signed)), 'content-type': contentType },
		body: Buffer.from(body),
		ip: '127.0.0.1',
	});
}

/** Headers with their names in lower case. */
export function lowerCase(headers: ReadonlyArray<readonly [string, string]>): Record<string, string> {
	return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}
