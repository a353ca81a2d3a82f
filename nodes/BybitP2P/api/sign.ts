import { constants, createHmac, createPrivateKey, createSign, type KeyObject } from 'node:crypto';

/** What a signature is made with. `apiSecret` serves `hmac`, `privateKey` (PEM) serves `rsa`. */
export interface SigningKey {
	readonly keyType: 'hmac' | 'rsa';
	readonly apiKey: string;
	readonly apiSecret?: string;
	readonly privateKey?: string;
	readonly recvWindowMs: number;
}

/**
 * Signs the exact bytes that go on the wire.
 *
 * @param payload - GET: the query string without `?`. POST: the JSON text as sent. Upload: the multipart bytes.
 * @param timestampMs - UTC, milliseconds since the epoch.
 * @returns the `X-BAPI-*` headers; the signature is lower-case hex (HMAC) or base64 (RSA).
 * @see https://bybit-exchange.github.io/docs/p2p/guide
 */
export function signedHeaders(key: SigningKey, payload: string | Buffer, timestampMs: number): Record<string, string> {
	const timestamp = String(timestampMs);
	const recvWindow = String(key.recvWindowMs);
	const signed = Buffer.concat([
		Buffer.from(timestamp + key.apiKey + recvWindow, 'utf8'),
		Buffer.isBuffer(payload) ? payload : Buffer.from(payload, 'utf8'),
	]);
	return {
		'X-BAPI-API-KEY': key.apiKey,
		'X-BAPI-TIMESTAMP': timestamp,
		'X-BAPI-RECV-WINDOW': recvWindow,
		'X-BAPI-SIGN': key.keyType === 'rsa' ? rsa(key, signed) : hmac(key, signed),
		'X-BAPI-SIGN-TYPE': '2',
	};
}

function hmac(key: SigningKey, signed: Buffer): string {
	return createHmac('sha256', key.apiSecret ?? '')
		.update(signed)
		.digest('hex');
}

function rsa(key: SigningKey, signed: Buffer): string {
	return createSign('RSA-SHA256')
		.update(signed)
		.sign({ key: privateKeyOf(key.privateKey ?? ''), padding: constants.RSA_PKCS1_PADDING }, 'base64');
}

/** Reads a PEM private key, also one whose line breaks a one-line input turned into blanks or `\n`. */
export function privateKeyOf(pem: string): KeyObject {
	try {
		const key = createPrivateKey(withLineBreaks(pem));
		if (key.asymmetricKeyType === 'rsa') return key;
	} catch {
		// The reason OpenSSL gives may quote the key: only our own words leave.
		throw unreadableKey();
	}
	throw unreadableKey();
}

function withLineBreaks(pem: string): string {
	const match = /-----BEGIN ([A-Z ]+)-----([\s\S]+?)-----END \1-----/.exec(pem.replace(/(\\r)?\\n/g, '\n'));
	if (match === null) return pem;
	const [, label, body] = match;
	const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
	return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function unreadableKey(): Error {
	return new Error(
		'The private key of the Bybit P2P credential is not an RSA key in PEM format. Paste the whole text, from "-----BEGIN PRIVATE KEY-----" to "-----END PRIVATE KEY-----", without a passphrase',
	);
}
