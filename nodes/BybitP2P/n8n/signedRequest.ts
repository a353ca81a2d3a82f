import { originOf } from '../api/environment';
import { privateKeyOf, signedHeaders, type SigningKey } from '../api/sign';

/** What a credential holds, as n8n hands it over. */
export type CredentialFields = Readonly<Record<string, unknown>>;

/** The options of a request as n8n's nodes and its credential test hand them over; the HTTP Request node says `uri` instead of `url`. */
interface RequestOptions {
	url?: string;
	uri?: string;
	baseURL?: string;
	method?: string;
	headers?: Record<string, unknown>;
	qs?: Record<string, unknown>;
	body?: unknown;
	/** Ours: what to add to this machine's clock. */
	clockOffsetMs?: number;
	[option: string]: unknown;
}

const OURS = /^(x-bapi-|content-type$)/i;

/**
 * The same request, signed: a new object, the one handed over stays as it is.
 *
 * Signing a signed request again gives a valid request, because n8n does so after an HTTP 401.
 *
 * @throws Error for another host than the credential's, for form bodies (they cannot be signed before they are encoded) and for a
 * credential that lacks a field.
 */
export function signedRequest<Options extends object>(
	credentials: CredentialFields,
	options: Options,
	nowMs: number,
): Options & { url: string } {
	const { uri, baseURL, qs, ...rest } = options as RequestOptions;
	const url = withQuery(targetUrl(rest.url ?? uri ?? '', baseURL, originOf(credentials)), qs);
	const isGet = (rest.method ?? 'GET').toUpperCase() === 'GET';
	const body = isGet ? undefined : bodyBytes(rest);
	const payload = body ?? url.search.slice(1);
	const signed: RequestOptions = {
		...rest,
		url: url.toString(),
		body,
		headers: {
			...foreignHeaders(rest.headers),
			...(body === undefined ? {} : { 'Content-Type': contentType(body, rest.headers) }),
			...signedHeaders(signingKeyOf(credentials), payload, nowMs + (rest.clockOffsetMs ?? 0)),
		},
		// A redirect would carry the key to an address that nobody chose. n8n has several ways to ask for one: the HTTP Request node
		// says `followAllRedirects` unless its user turned redirects off.
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		maxRedirects: 0,
		sendCredentialsOnCrossOriginRedirect: false,
	};
	if (body === undefined) delete signed.body;
	return signed as unknown as Options & { url: string };
}

/** @throws Error that names the field which is missing or unreadable. */
export function signingKeyOf(credentials: CredentialFields): SigningKey {
	const keyType = credentials.keyType === 'rsa' ? 'rsa' : 'hmac';
	const recvWindowMs = Number(credentials.recvWindow ?? 5000);
	if (!Number.isInteger(recvWindowMs) || recvWindowMs <= 0) {
		throw new Error('The Receive Window of the Bybit P2P credential is not a number of milliseconds');
	}
	const key = {
		keyType,
		apiKey: String(credentials.apiKey ?? '').trim(),
		apiSecret: String(credentials.apiSecret ?? '').trim(),
		privateKey: String(credentials.privateKey ?? ''),
		recvWindowMs,
	} as const;
	if (key.apiKey === '') throw new Error('The Bybit P2P credential has no API Key');
	// It travels in a header, where no such letter can go: the user would only read that the connection was lost.
	if (!/^[\x21-\x7e]+$/.test(key.apiKey)) {
		throw new Error('The API Key of the Bybit P2P credential holds a blank or a letter that no key has. Copy it again');
	}
	if (keyType === 'hmac' && key.apiSecret === '') throw new Error('The Bybit P2P credential has no API Secret');
	if (keyType === 'rsa' && key.privateKey.trim() === '') {
		throw new Error('The Bybit P2P credential has no Private Key');
	}
	if (keyType === 'rsa') privateKeyOf(key.privateKey);
	return key;
}

function targetUrl(address: string, baseURL: string | undefined, origin: string): URL {
	const base = (baseURL ?? '').trim() === '' ? origin : String(baseURL).trim();
	// As n8n joins them: the base with its path, then the address.
	const joined = URL.canParse(address) ? address : `${base.replace(/\/+$/, '')}/${address.replace(/^\/+/, '')}`;
	if (!URL.canParse(joined)) throw new Error(`"${address}" is not an address, so it was not signed`);
	const url = new URL(joined);
	// Not `url.origin`: the one of a `blob:` address is that of another address inside it.
	const target = `${url.protocol}//${url.host}`;
	if (target !== origin) {
		throw new Error(
			`The Bybit P2P credential signs for ${origin} only, not for ${target}. Choose the matching environment in the credential, or another credential for this address`,
		);
	}
	return url;
}

function withQuery(url: URL, qs: Record<string, unknown> | undefined): URL {
	const full = new URL(url);
	for (const [name, value] of Object.entries(qs ?? {})) {
		if (value === undefined || value === null) continue;
		for (const one of Array.isArray(value) ? value : [value]) full.searchParams.append(name, String(one));
	}
	full.hash = '';
	// n8n would make an Authorization header of them.
	full.username = '';
	full.password = '';
	return full;
}

function bodyBytes(options: RequestOptions): string | Buffer {
	const { body } = options;
	const type = headerOf(options.headers, 'content-type');
	const form = /urlencoded/i.test(type) || (/form/i.test(type) && !ArrayBuffer.isView(body));
	if (form || options.form !== undefined || options.formData !== undefined || hasMethod(body, 'append')) {
		throw new Error('The Bybit P2P credential cannot sign a form: Bybit takes JSON. Set Body Content Type to JSON');
	}
	if (Buffer.isBuffer(body)) return body;
	if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
	// n8n does not send an empty object at all and trims text: so always text, trimmed before it is signed.
	if (body === undefined || body === null) return '{}';
	if (typeof body === 'string') return bodyText(body.trim());
	const text = hasMethod(body, 'pipe') ? undefined : (JSON.stringify(body) as string | undefined);
	if (text !== undefined) return text;
	throw new Error('The Bybit P2P credential cannot sign this body: its bytes are not known yet. Send JSON');
}

/** n8n sends text that is no JSON as a JSON text, in quotes. */
function bodyText(text: string): string {
	if (text === '') return '{}';
	try {
		JSON.parse(text);
		return text;
	} catch {
		return JSON.stringify(text);
	}
}

function hasMethod(body: unknown, name: 'append' | 'pipe'): boolean {
	return typeof body === 'object' && body !== null && typeof (body as Record<string, unknown>)[name] === 'function';
}

/** Without this header n8n would send text form-encoded. Bytes keep theirs: it names the boundary. */
function contentType(body: string | Buffer, headers: Record<string, unknown> | undefined): string {
	return typeof body === 'string'
		? 'application/json'
		: headerOf(headers, 'content-type') || 'application/octet-stream';
}

function foreignHeaders(headers: Record<string, unknown> | undefined): Record<string, unknown> {
	return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => !OURS.test(name)));
}

function headerOf(headers: Record<string, unknown> | undefined, wanted: string): string {
	const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted);
	return found === undefined ? '' : String(found[1]);
}
