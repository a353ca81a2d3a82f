import { createHash } from 'node:crypto';

import type { Exchange } from '../exchange.mts';
import type { HttpReply, HttpRequest } from '../http/http.mts';
import { json } from '../http/http.mts';

/** What changes by time alone: the clock, limits that recover, and addresses of files, which are signed anew. */
const movesWithTime: ReadonlySet<string> = new Set(['now', 'limits', 'url']);

/** The state; 304 and nothing when the caller names the tag of the last reply and nothing has happened since. */
export function stateReply(exchange: Exchange, request: HttpRequest): HttpReply {
	const state = exchange.state();
	const lasting = JSON.stringify(state, (name, value: unknown) => (movesWithTime.has(name) ? undefined : value));
	const etag = `"${createHash('sha256').update(lasting).digest('base64url')}"`;
	const headers = { etag, 'x-sim-now': String(state.now), 'cache-control': 'no-store' };
	if (request.headers['if-none-match'] === etag) return { status: 304, headers, body: '' };
	return json(200, JSON.stringify(state), headers);
}
