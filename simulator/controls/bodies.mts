import type { FaultOptions } from '../http/faults.mts';
import type { HttpRequest } from '../http/http.mts';
import type { MessageOptions } from './chat.mts';

/** What a script sends: a JSON object, or the query of a GET. */
export type Body = Record<string, unknown>;

export function readJsonBody(request: HttpRequest): Body {
	if (request.method === 'GET') return Object.fromEntries(new URLSearchParams(request.query));
	if (request.body.length === 0) return {};
	const body: unknown = JSON.parse(request.body.toString('utf8'));
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw new TypeError('the body must be a JSON object');
	return body as Body;
}

export function readNumber(body: Body, name: string): number {
	const value = body[name];
	if (typeof value !== 'number') throw new TypeError(`${name} must be a number`);
	return value;
}

export function readText(body: Body, name: string): string {
	const value = body[name];
	if (typeof value !== 'string') throw new TypeError(`${name} must be text`);
	return value;
}

/** `{ prices: { itemId: price } }`. */
export function readPrices({ prices }: Body): Record<string, string> {
	if (typeof prices !== 'object' || prices === null) throw new TypeError('prices must be an object of ids and prices');
	return prices as Record<string, string>;
}

/** JSON has no Infinity: there, `times` is "always". */
export function readFault(body: Body): FaultOptions {
	return { ...(body as unknown as FaultOptions), ...(body.times === 'always' ? { times: Infinity } : {}) };
}

/** `{ text }`, or the options of a message with `content` as text or (`encoding: "base64"`) bytes. */
export function readMessage(body: Body): MessageOptions | string {
	const { text, encoding, ...options } = body;
	if (typeof text === 'string' && Object.keys(options).length === 0) return text;
	const contentType = options.contentType ?? 'str';
	const content = text ?? options.content;
	if (typeof contentType !== 'string' || (typeof content !== 'string' && typeof options.url !== 'string'))
		throw new TypeError('a message has text, or contentType and content or url');
	const bytes = encoding === 'base64' ? Buffer.from(String(content), 'base64') : content;
	return {
		...(options as unknown as MessageOptions),
		contentType: contentType as MessageOptions['contentType'],
		content: bytes as string | Buffer,
	};
}
