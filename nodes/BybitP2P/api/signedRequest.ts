import { originOf } from './environment';
import { privateKeyOf, signedHeaders, type SigningKey } from './sign';

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
			...(body === undefined ? {} : { 'Content-Type': contentType(rest) }),
			...signedHeaders(signingKeyOf(credentials), payload, nowMs + (rest.clockOffsetMs ?? 0)),
		},
		// A redirect would carry the key to an address that nobody chose.
		disableFollowRedirect: true,
		followRedirect: false,
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
	if (url.origin !== origin) {
		throw new Error(
			`The Bybit P2P credential signs for ${origin} only, not for ${url.origin}. Choose the matching environment in the credential, or another credential for this address`,
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
	return full;
}

function bodyBytes(options: RequestOptions): string | Buffer {
	const { body } = options;
	const form = /form/i.test(headerOf(options.headers, 'content-type')) && !Buffer.isBuffer(body);
	if (form || options.form !== undefined || options.formData !== undefined || isForm(body)) {
		throw new Error(
			'The Bybit P2P credential cannot sign a form: Bybit takes JSON. Set Body Content Type to JSON',
		);
	}
	if (Buffer.isBuffer(body)) return body;
	// n8n does not send an empty object at all and trims text: so always text, trimmed before it is signed.
	if (body === undefined || body === null) return '{}';
	const text = (typeof body === 'string' ? body : JSON.stringify(body)).trim();
	return text === '' ? '{}' : text;
}

function isForm(body: unknown): boolean {
	if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return false;
	return typeof (body as { append?: unknown }).append === 'function';
}

function contentType(options: RequestOptions): string {
	// Without this header n8n would send text form-encoded. Bytes keep theirs: it names the boundary.
	return Buffer.isBuffer(options.body)
		? headerOf(options.headers, 'content-type') || 'application/octet-stream'
		: 'application/json';
}

function foreignHeaders(headers: Record<string, unknown> | undefined): Record<string, unknown> {
	return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => !OURS.test(name)));
}

function headerOf(headers: Record<string, unknown> | undefined, wanted: string): string {
	const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted);
	return found === undefined ? '' : String(found[1]);
}
