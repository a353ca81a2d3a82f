import type { CallRecord, Exchange } from '../simulator/exchange.mts';
import { objectOf } from './n8n/json.mts';

const LOOK_EVERY_MS = 50;

export type Narrator = {
	/** Tells at once what is not told yet, so that it stands before what comes of it. */
	catchUp(): void;
	stop(): void;
};

/** Tells what n8n did at the exchange, from the exchange's own list of calls. */
export function narrate(exchange: Exchange, tell: (what: string) => void): Narrator {
	let calls = exchange.calls;
	let told = calls.length;
	let hasLooked = false;
	const catchUp = () => {
		// The exchange starts a new list when it is reset.
		if (calls !== exchange.calls) [calls, told] = [exchange.calls, 0];
		while (told < calls.length) {
			const line = describe(calls[told]);
			told += 1;
			if (line === null || (line === FIRST_LOOK && hasLooked)) continue;
			hasLooked ||= line === FIRST_LOOK;
			tell(line);
		}
	};
	const timer = setInterval(catchUp, LOOK_EVERY_MS);
	return { catchUp, stop: () => clearInterval(timer) };
}

const FIRST_LOOK = 'n8n looked at the list of orders, and does so from now on';

function describe({ path, body, code, effect }: CallRecord): string | null {
	const refused = code === 0 ? '' : ` (refused: ${code ?? 'no reply'})`;
	switch (path) {
		case '/v5/p2p/order/simplifyList':
		case '/v5/p2p/order/pending/simplifyList':
			return FIRST_LOOK;
		case '/v5/p2p/order/info':
			return `n8n read order ${textIn(body, 'orderId')}${refused}`;
		case '/v5/p2p/chat/message/send_v1':
			return `n8n wrote in chat: "${textIn(body, 'message')}"${refused}`;
		case '/v5/p2p/order/finish':
			return `n8n released order ${textIn(body, 'orderId')}${effect ? '' : ' without effect'}${refused}`;
		case '/v5/p2p/order/pay':
			return `n8n marked order ${textIn(body, 'orderId')} as paid${refused}`;
		default:
			return code === 0 ? null : `n8n called ${path}${refused}`;
	}
}

const textIn = (body: unknown, field: string): string =>
	typeof body === 'object' && body !== null ? String(objectOf(body)[field] ?? '') : '';
