import { createHmac, createVerify } from 'node:crypto';

import { Exchange, type HttpReply } from '../../simulator/exchange.mts';
import { aRecorder, type Recorded } from './recorder.mts';

export interface TappedExchange {
	readonly url: string;
	readonly exchange: Exchange;
	/** Every request as it came over the wire. */
	readonly requests: readonly Recorded[];
	close(): Promise<void>;
}

/**
 * The simulated exchange behind a tap that keeps the very bytes that arrived.
 *
 * @param bodyOf - what is sent as the body of a reply; by default what the exchange gave.
 */
export async function aTappedExchange(
	bodyOf: (exchange: Exchange, path: string, reply: HttpReply) => string | Buffer = (_exchange, _path, { body }) =>
		body,
): Promise<TappedExchange> {
	const exchange = new Exchange({ limits: false });
	const recorder = await aRecorder(({ method, target, headers, body }, response) => {
		const [path, query = ''] = target.split('?');
		const reply = exchange.handle({ method, path, query, headers, body, ip: '127.0.0.1' });
		if (reply.cut === true) response.destroy();
		else response.writeHead(reply.status, { ...reply.headers }).end(bodyOf(exchange, path, reply));
	});
	return { url: recorder.url, exchange, requests: recorder.requests, close: async () => await recorder.close() };
}

/** What the exchange signs to compare: clock, key and window of the headers, then the bytes that arrived. */
function signedPart({ method, target, headers, body }: Recorded): Buffer {
	const payload = method === 'GET' ? Buffer.from(target.split('?')[1] ?? '', 'utf8') : body;
	const head = `${headers['x-bapi-timestamp']}${headers['x-bapi-api-key']}${headers['x-bapi-recv-window']}`;
	return Buffer.concat([Buffer.from(head, 'utf8'), payload]);
}

export function isSignedWithSecret(request: Recorded, secret: string): boolean {
	return createHmac('sha256', secret).update(signedPart(request)).digest('hex') === request.headers['x-bapi-sign'];
}

export function isSignedWithKey(request: Recorded, publicPem: string): boolean {
	return createVerify('RSA-SHA256')
		.update(signedPart(request))
		.verify(publicPem, request.headers['x-bapi-sign'], 'base64');
}
