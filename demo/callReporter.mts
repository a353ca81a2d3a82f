import type { CallRecord, Exchange } from '../simulator/exchange.mts';
import { objectOf } from './n8n/json.mts';

const READ_EVERY_MS = 50;

export type CallReporter = {
	/** Reports at once what is not reported yet, so that it stands before what comes of it. */
	catchUp(): void;
	stop(): void;
};

/** Reports what n8n did at the exchange, from the exchange's own list of calls. */
export function reportCalls(exchange: Exchange, report: (what: string) => void): CallReporter {
	let calls = exchange.calls;
	let reported = calls.length;
	let hasRead = false;
	const catchUp = () => {
		// The exchange starts a new list when it is reset.
		if (calls !== exchange.calls) [calls, reported] = [exchange.calls, 0];
		while (reported < calls.length) {
			const line = describe(calls[reported]);
			reported += 1;
			if (line === null || (line === FIRST_READ && hasRead)) continue;
			hasRead ||= line === FIRST_READ;
			report(line);
		}
	};
	const timer = setInterval(catchUp, READ_EVERY_MS);
	return { catchUp, stop: () => clearInterval(timer) };
}

const FIRST_READ = 'n8n read the list of orders, and does so from now on';

function describe({ path, body, code, effect }: CallRecord): string | null {
	const refused = code === 0 ? '' : ` (refused: ${code ?? 'no reply'})`;
	switch (path) {
		case '/v5/p2p/order/simplifyList':
		case '/v5/p2p/order/pending/simplifyList':
			return FIRST_READ;
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
