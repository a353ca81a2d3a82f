import { codes, Refusal } from './refusal.mts';
import { isHmacSignature, isInsideWindow, isRsaSignature } from './signature.mts';
import type { WireRequest } from './wire.mts';

export type Permission = 'FiatP2POrder' | 'Advertising';

export interface KeyOptions {
	apiKey: string;
	/** A key the exchange generated signs with this. */
	apiSecret?: string;
	/** A self-generated key: the registered public half. */
	publicKeyPem?: string;
	readOnly?: boolean;
	/** Default: both. */
	permissions?: Permission[];
	/** Empty or left out: any address. */
	ips?: string[];
	expiresAt?: number;
	/** false: the account is no General Advertiser, P2P calls give 912000014. */
	advertiser?: boolean;
	/** A name other than the exchange's own (`sim`) makes the key unknown here (10003). */
	environment?: string;
}

export interface Key {
	readonly apiKey: string;
	readonly apiSecret?: string;
	readonly publicKeyPem?: string;
	readonly readOnly: boolean;
	readonly permissions: readonly Permission[];
	readonly ips: readonly string[];
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly advertiser: boolean;
	readonly environment: string;
}

const day = 24 * 60 * 60 * 1000;

export class KeyStore {
	private readonly keys = new Map<string, Key>();

	add(options: KeyOptions, nowMs: number): Key {
		if (typeof options.apiKey !== 'string' || options.apiKey === '') throw new TypeError('a key has an apiKey');
		if ((options.apiSecret === undefined) === (options.publicKeyPem === undefined)) {
			throw new TypeError('a key has either apiSecret or publicKeyPem');
		}
		const key: Key = {
			...options,
			readOnly: options.readOnly ?? false,
			permissions: options.permissions ?? ['FiatP2POrder', 'Advertising'],
			ips: options.ips ?? [],
			createdAt: nowMs,
			expiresAt: options.expiresAt ?? nowMs + 90 * day,
			advertiser: options.advertiser ?? true,
			environment: options.environment ?? 'sim',
		};
		this.keys.set(key.apiKey, key);
		return key;
	}

	/** Who signed the request; throws the gateway's refusal when it cannot tell. */
	authenticate(request: WireRequest, nowMs: number): Key {
		const header = (name: string): string => request.headers[`x-bapi-${name}`] ?? '';
		const [apiKey, timestamp, sign] = [header('api-key'), header('timestamp'), header('sign')];
		if (apiKey === '' || timestamp === '' || sign === '') {
			throw new Refusal(
				codes.badParameter,
				`empty value: apiTimestamp[${timestamp}] apiKey[${apiKey}] apiSignature[${sign}]`,
				401,
			);
		}
		const key = this.keys.get(apiKey);
		if (key === undefined || key.environment !== 'sim') throw new Refusal(codes.keyUnknown, 'API key is invalid.');
		if (nowMs >= key.expiresAt) throw new Refusal(codes.keyExpired, 'Your api key has expired.');
		const recvWindow = header('recv-window');
		if (!/^\d{1,15}$/.test(timestamp) || !/^\d{0,9}$/.test(recvWindow)) {
			throw new Refusal(
				codes.badParameter,
				'Request parameter error: timestamp and recv_window are whole numbers of milliseconds',
			);
		}
		const windowMs = recvWindow === '' ? 5000 : Number(recvWindow);
		if (!isInsideWindow(Number(timestamp), windowMs, nowMs)) {
			throw new Refusal(
				codes.timestampOutsideWindow,
				'invalid request, please check your server timestamp or recv_window param. ' +
					`req_timestamp[${timestamp}],server_timestamp[${nowMs}],recv_window[${windowMs}]`,
			);
		}
		const payload = request.method === 'GET' ? Buffer.from(request.query, 'utf8') : request.body;
		const parts = { timestamp, apiKey, recvWindow, payload };
		const isGenuine =
			key.publicKeyPem === undefined
				? isHmacSignature(sign, parts, key.apiSecret ?? '')
				: isRsaSignature(sign, parts, key.publicKeyPem);
		const signType = header('sign-type');
		if (!isGenuine || (signType !== '' && signType !== '2')) {
			throw new Refusal(codes.badSignature, 'error sign! please check your signature generation algorithm.');
		}
		if (key.ips.length > 0 && !key.ips.includes(request.ip)) {
			throw new Refusal(
				codes.ipNotOnList,
				`Unmatched IP, please check your API key's bound IP addresses: ${request.ip}`,
			);
		}
		return key;
	}
}
