import type { Key, Keys } from '../entities/keys.mts';
import { codes } from './codes.mts';
import type { HttpRequest } from './http.mts';
import { Refused } from './refused.mts';
import { isHmacSignature, isInsideWindow, isRsaSignature } from './signature.mts';

interface KeyHeaders {
	readonly apiKey: string;
	readonly timestamp: string;
	readonly sign: string;
	readonly signType: string;
	/** Empty: the default window. */
	readonly recvWindow: string;
}

const defaultWindowMs = 5000;

/** The key that signed the request. @throws the gateway's refusal: headers, key, expiry, window, signature, address, in this order. */
export function authenticate(keys: Keys, request: HttpRequest, nowMs: number): Key {
	const headers = readKeyHeaders(request);
	const key = keys.find(headers.apiKey);
	if (key === undefined || key.environment !== 'sim') throw new Refused(codes.keyUnknown, 'API key is invalid.');
	if (nowMs >= key.expiresAt) throw new Refused(codes.keyExpired, 'Your api key has expired.');
	checkWindow(headers, nowMs);
	if (!isSignedBy(key, headers, request))
		throw new Refused(codes.badSignature, 'error sign! please check your signature generation algorithm.');
	if (key.ips.length > 0 && !key.ips.includes(request.ip)) {
		throw new Refused(codes.ipNotOnList, `Unmatched IP, please check your API key's bound IP addresses: ${request.ip}`);
	}
	return key;
}

function readKeyHeaders({ headers }: HttpRequest): KeyHeaders {
	const header = (name: string): string => headers[`x-bapi-${name}`] ?? '';
	const [apiKey, timestamp, sign] = [header('api-key'), header('timestamp'), header('sign')];
	if (apiKey === '' || timestamp === '' || sign === '') {
		throw new Refused(
			codes.badParameter,
			`empty value: apiTimestamp[${timestamp}] apiKey[${apiKey}] apiSignature[${sign}]`,
			401,
		);
	}
	return { apiKey, timestamp, sign, signType: header('sign-type'), recvWindow: header('recv-window') };
}

function checkWindow({ timestamp, recvWindow }: KeyHeaders, nowMs: number): void {
	if (!/^\d{1,15}$/.test(timestamp) || !/^\d{0,9}$/.test(recvWindow)) {
		throw new Refused(
			codes.badParameter,
			'Request parameter error: timestamp and recv_window are whole numbers of milliseconds',
		);
	}
	const windowMs = recvWindow === '' ? defaultWindowMs : Number(recvWindow);
	if (!isInsideWindow(Number(timestamp), windowMs, nowMs)) {
		throw new Refused(
			codes.timestampOutsideWindow,
			'invalid request, please check your server timestamp or recv_window param. ' +
				`req_timestamp[${timestamp}],server_timestamp[${nowMs}],recv_window[${windowMs}]`,
		);
	}
}

function isSignedBy(key: Key, { timestamp, recvWindow, sign, signType }: KeyHeaders, request: HttpRequest): boolean {
	if (signType !== '' && signType !== '2') return false;
	const payload = request.method === 'GET' ? Buffer.from(request.query, 'utf8') : request.body;
	const parts = { timestamp, apiKey: key.apiKey, recvWindow, payload };
	return key.publicKeyPem === undefined
		? isHmacSignature(sign, parts, key.apiSecret ?? '')
		: isRsaSignature(sign, parts, key.publicKeyPem);
}
