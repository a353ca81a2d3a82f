/** A credential, what it signs, and the signature that the exchange expects. */
import { createHmac } from 'node:crypto';
import { signedRequest, type CredentialFields } from '../../nodes/BybitP2P/n8n/signedRequest';
import { frozen } from './frozen.mts';

export const NOW = 1_790_000_000_000;
export const ORIGIN = 'https://api.bybit.com';
export const ADDRESS = `${ORIGIN}/v5/p2p/order/info`;

export function aCredential(more: Record<string, unknown> = {}): CredentialFields {
	return {
		environment: ORIGIN,
		keyType: 'hmac',
		apiKey: 'the-key',
		apiSecret: 'the-secret',
		recvWindow: 5000,
		...more,
	};
}

interface Signed {
	readonly url: string;
	readonly body?: unknown;
	readonly headers: Record<string, string>;
	readonly [option: string]: unknown;
}

export function sign(options: object, credential = aCredential(), nowMs = NOW): Signed {
	return signedRequest(credential, frozen(options), nowMs) as unknown as Signed;
}

/** What the exchange computes from what it received: the query of a GET, the body of a POST. */
export function expectedSign(
	{ url, body, headers }: Signed,
	payload: string | Buffer = body === undefined ? new URL(url).search.slice(1) : (body as string | Buffer),
): string {
	const head = `${headers['X-BAPI-TIMESTAMP']}${headers['X-BAPI-API-KEY']}${headers['X-BAPI-RECV-WINDOW']}`;
	return createHmac('sha256', 'the-secret').update(head).update(payload).digest('hex');
}
