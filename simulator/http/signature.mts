import { createHmac, createVerify, timingSafeEqual } from 'node:crypto';

export interface SignedParts {
	readonly timestamp: string;
	readonly apiKey: string;
	readonly recvWindow: string;
	/** GET: the query string; POST: the body, byte for byte. */
	readonly payload: Buffer;
}

function signedBytes({ timestamp, apiKey, recvWindow, payload }: SignedParts): Buffer {
	return Buffer.concat([Buffer.from(timestamp + apiKey + recvWindow, 'utf8'), payload]);
}

/** HMAC-SHA256 as lower-case hex: keys the exchange generated. */
export function isHmacSignature(signature: string, parts: SignedParts, secret: string): boolean {
	const expected = Buffer.from(createHmac('sha256', secret).update(signedBytes(parts)).digest('hex'));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected);
}

/** RSA-SHA256 (PKCS#1 v1.5) as base64: keys whose public half the user registered. */
export function isRsaSignature(signature: string, parts: SignedParts, publicKeyPem: string): boolean {
	const bytes = Buffer.from(signature, 'base64');
	if (bytes.length === 0 || bytes.toString('base64') !== signature) return false;
	return createVerify('RSA-SHA256').update(signedBytes(parts)).verify(publicKeyPem, bytes);
}

/** `serverTime - recvWindow <= timestamp < serverTime + 1000`. */
export function isInsideWindow(timestampMs: number, recvWindowMs: number, serverTimeMs: number): boolean {
	return serverTimeMs - recvWindowMs <= timestampMs && timestampMs < serverTimeMs + 1000;
}
