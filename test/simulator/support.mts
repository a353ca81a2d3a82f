import { createHmac } from 'node:crypto';

import type { ExchangeOptions, HttpReply } from '../../simulator/exchange.mts';
import { Exchange } from '../../simulator/exchange.mts';

export const NOW = 1790000000000;

/** An exchange whose clock stands still, without rate limits unless asked for. */
export function anExchange(options: ExchangeOptions = {}): Exchange {
	return new Exchange({ now: NOW, limits: false, ...options });
}

export interface Asking {
	apiKey?: string;
	secret?: string;
	timestamp?: number | string;
	recvWindow?: string;
	ip?: string;
	/** Puts another signature in the place of the right one. */
	sign?: string;
	method?: string;
	query?: string;
	contentType?: string;
}

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	readonly json: Record<string, unknown>;
	readonly reply: HttpReply;
}

/** The headers of a signed request, computed with node:crypto alone. */
export function signed(
	payload: string | Buffer,
	timestamp: number | string,
	asking: Asking = {},
): Record<string, string> {
	const { apiKey = 'sim-key', secret = 'sim-secret', recvWindow = '5000' } = asking;
	const sign = createHmac('sha256', secret).update(`${timestamp}${apiKey}${recvWindow}`).update(payload).digest('hex');
	return {
		'x-bapi-api-key': apiKey,
		'x-bapi-timestamp': String(timestamp),
		'x-bapi-recv-window': recvWindow,
		'x-bapi-sign': asking.sign ?? sign,
		'x-bapi-sign-type': '2',
	};
}

/** Sends `body` (an object, or the very text) to a path, signed as the documentation says. */
export function ask(exchange: Exchange, path: string, body: unknown = {}, asking: Asking = {}): Answer {
	const { method = 'POST', query = '', ip = '127.0.0.1', contentType = 'application/json' } = asking;
	const content =
		method === 'GET' ? '' : Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body);
	const headers = signed(method === 'GET' ? query : content, asking.timestamp ?? exchange.now(), asking);
	const reply = exchange.handle({
		method,
		path,
		query,
		ip,
		headers: { ...headers, 'content-type': contentType },
		body: Buffer.from(content),
	});
	const text = reply.body.toString();
	return { status: reply.status, headers: reply.headers, text, json: parsed(text), reply };
}

function parsed(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return {};
	}
}

/** The code of an answer in whichever envelope it came. */
export function codeOf({ json }: Answer): unknown {
	return json.ret_code ?? json.retCode;
}

/** The result of a call that must succeed. */
export function resultOf<T = Record<string, unknown>>(exchange: Exchange, path: string, body: unknown = {}): T {
	const answer = ask(exchange, path, body);
	if (codeOf(answer) !== 0) throw new Error(`${path}: ${answer.text}`);
	return answer.json.result as T;
}

export interface Row {
	id: string;
	status: number;
	[field: string]: unknown;
}

export interface List {
	count: number;
	items: Row[];
}

/** Multipart text with a single file in it. */
export function multipart(
	fileName: string,
	content: string | Buffer,
	name = 'upload_file',
): { body: Buffer; contentType: string } {
	const head = `--mark\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
	return {
		body: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--mark--\r\n')]),
		contentType: 'multipart/form-data; boundary=mark',
	};
}
