import type { Exchange, FaultOptions, KeyOptions, OpenOrderOptions, Order, Saying } from './exchange.mts';
import type { WireReply, WireRequest } from './wire.mts';
import { json } from './wire.mts';

type Body = Record<string, unknown>;
type Control = (exchange: Exchange, body: Body, id: string) => unknown;

/** What scripts in another process can do, by method and path; `:id` is an order. */
const controls: Readonly<Record<string, Control>> = {
	'GET /_sim/state': state,
	'POST /_sim/reset': (exchange, body) => (exchange.reset(body), state(exchange)),
	'POST /_sim/behaviour': (exchange, body) => (exchange.configure(body), state(exchange)),
	'POST /_sim/orders': (exchange, body) => exchange.openOrder(body as OpenOrderOptions),
	'GET /_sim/orders/:id': (exchange, _, id) => shown(exchange, id),
	'GET /_sim/orders/:id/messages': (exchange, _, id) => exchange.messagesOf(id),
	'POST /_sim/orders/:id/pay': (exchange, _, id) => exchange.buyerPays(id),
	'POST /_sim/orders/:id/release': (exchange, _, id) => exchange.sellerReleases(id),
	'POST /_sim/orders/:id/cancel': (exchange, _, id) => exchange.cancelOrder(id),
	'POST /_sim/orders/:id/appeal': (exchange, _, id) => exchange.appealOrder(id),
	'POST /_sim/orders/:id/resolve': (exchange, body, id) => exchange.resolveAppeal(id, status(body)),
	'POST /_sim/orders/:id/requestCancel': (exchange, _, id) => exchange.requestCancel(id),
	'POST /_sim/orders/:id/status': (exchange, body, id) => exchange.setStatus(id, status(body)),
	'POST /_sim/orders/:id/message': (exchange, body, id) => exchange.say(id, saying(body)),
	'POST /_sim/orders/:id/read': (exchange, _, id) => (exchange.readChat(id), {}),
	'POST /_sim/orders/:id/renewSession': (exchange, _, id) => (exchange.renewSession(id), {}),
	'GET /_sim/faults': faults,
	'POST /_sim/faults': (exchange, body) => (exchange.fault(fault(body)), faults(exchange)),
	'DELETE /_sim/faults': (exchange) => (exchange.clearFaults(), []),
	'POST /_sim/clock': (exchange, body) => (exchange.advance(milliseconds(body)), { now: exchange.now() }),
	'POST /_sim/keys': (exchange, body) => exchange.addKey(body as unknown as KeyOptions),
	'GET /_sim/calls': (exchange) => exchange.calls,
	'DELETE /_sim/calls': (exchange) => (exchange.clearCalls(), []),
};

/** Answers `/_sim/...` and `/`; undefined for every other path. */
export function controlReply(exchange: Exchange, request: WireRequest): WireReply | undefined {
	if (request.path === '/')
		return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: frontPage };
	if (request.path !== '/_sim' && !request.path.startsWith('/_sim/')) return undefined;
	const id = /^\/_sim\/orders\/([^/]+)/.exec(request.path)?.[1] ?? '';
	const path = id === '' ? request.path : request.path.replace(`/orders/${id}`, '/orders/:id');
	const control = controls[`${request.method} ${path}`];
	if (control === undefined) return failed(404, `no control ${request.method} ${request.path}; GET / lists them`);
	if (id !== '' && !exchange.orders().some((order) => order.id === id)) return failed(404, `no order with id ${id}`);
	try {
		return json(200, JSON.stringify(control(exchange, bodyOf(request), id)));
	} catch (error) {
		return failed(400, error instanceof Error ? error.message : String(error));
	}
}

const frontPage = [
	'A simulator of the Bybit P2P exchange. Nothing here is real: no money, no people, no connection to Bybit.',
	'',
	'The exchange answers under /v5/... to requests signed with key "sim-key" and secret "sim-secret".',
	'Controls (JSON, unsigned):',
	...Object.keys(controls).map((control) => `  ${control}`),
	'',
].join('\n');

function state(exchange: Exchange): unknown {
	const { apiKey, nickName, realName, userId } = exchange.merchant;
	return {
		now: exchange.now(),
		merchant: { apiKey, nickName, realName, userId, usdt: exchange.balance('USDT') },
		orders: exchange.orders(),
		faults: faults(exchange),
		calls: exchange.calls.length,
	};
}

function shown(exchange: Exchange, id: string): Order & { info: Record<string, unknown>; effects: unknown } {
	return { ...exchange.order(id), info: exchange.orderInfo(id), effects: exchange.effects(id) };
}

function bodyOf(request: WireRequest): Body {
	if (request.body.length === 0) return {};
	const body: unknown = JSON.parse(request.body.toString('utf8'));
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw new TypeError('the body must be a JSON object');
	return body as Body;
}

function status({ status: value }: Body): number {
	if (typeof value !== 'number') throw new TypeError('status must be a number');
	return value;
}

function milliseconds({ advanceMs }: Body): number {
	if (typeof advanceMs !== 'number') throw new TypeError('advanceMs must be a number');
	return advanceMs;
}

/** JSON has no Infinity: `times: "always"` stands for it. */
function fault(body: Body): FaultOptions {
	return { ...(body as unknown as FaultOptions), ...(body.times === 'always' ? { times: Infinity } : {}) };
}

function faults(exchange: Exchange): unknown {
	return exchange
		.activeFaults()
		.map((active) => ({ ...active, times: active.times === Infinity ? 'always' : active.times }));
}

function saying(body: Body): Saying | string {
	if (typeof body.text === 'string') return body.text;
	if (typeof body.content !== 'string' || typeof body.contentType !== 'string')
		throw new TypeError('a message has text, or contentType and content');
	const content = body.encoding === 'base64' ? Buffer.from(body.content, 'base64') : body.content;
	return { ...(body as unknown as Saying), content };
}

function failed(httpStatus: number, message: string): WireReply {
	return json(httpStatus, JSON.stringify({ error: { message } }));
}
