import type { KeyOptions } from '../entities/keys.mts';
import type { OpenOrderOptions, Order } from '../entities/order.mts';
import type { Exchange } from '../exchange.mts';
import type { FaultOptions } from '../http/faults.mts';
import type { HttpReply, HttpRequest } from '../http/http.mts';
import { json } from '../http/http.mts';
import type { MessageOptions } from './chat.mts';

type Body = Record<string, unknown>;
type Control = (exchange: Exchange, body: Body, id: string) => unknown;

/** What scripts in another process can do, by method and path; `:id` is an order. */
const controls: Readonly<Record<string, Control>> = {
	'GET /_sim/state': exchangeState,
	'POST /_sim/reset': (exchange, body) => (exchange.reset(body), exchangeState(exchange)),
	'POST /_sim/behaviour': (exchange, body) => (exchange.configure(body), exchangeState(exchange)),
	'POST /_sim/orders': (exchange, body) => exchange.openOrder(body as OpenOrderOptions),
	'GET /_sim/orders/:id': (exchange, _, id) => orderState(exchange, id),
	'GET /_sim/orders/:id/messages': (exchange, _, id) => exchange.messagesOf(id),
	'POST /_sim/orders/:id/pay': (exchange, _, id) => exchange.buyerPays(id),
	'POST /_sim/orders/:id/release': (exchange, _, id) => exchange.sellerReleases(id),
	'POST /_sim/orders/:id/cancel': (exchange, _, id) => exchange.cancelOrder(id),
	'POST /_sim/orders/:id/appeal': (exchange, _, id) => exchange.appealOrder(id),
	'POST /_sim/orders/:id/resolve': (exchange, body, id) => exchange.resolveAppeal(id, readStatus(body)),
	'POST /_sim/orders/:id/requestCancel': (exchange, _, id) => exchange.requestCancel(id),
	'POST /_sim/orders/:id/status': (exchange, body, id) => exchange.setStatus(id, readStatus(body)),
	'POST /_sim/orders/:id/message': (exchange, body, id) => exchange.say(id, messageOptions(body)),
	'POST /_sim/orders/:id/read': (exchange, _, id) => (exchange.readChat(id), {}),
	'POST /_sim/orders/:id/renewSession': (exchange, _, id) => (exchange.renewSession(id), {}),
	'GET /_sim/faults': faultList,
	'POST /_sim/faults': (exchange, body) => (exchange.fault(faultOptions(body)), faultList(exchange)),
	'DELETE /_sim/faults': (exchange) => (exchange.clearFaults(), []),
	'POST /_sim/clock': (exchange, body) => (exchange.advance(readMilliseconds(body)), { now: exchange.now() }),
	'POST /_sim/keys': (exchange, body) => exchange.addKey(body as unknown as KeyOptions),
	'GET /_sim/calls': (exchange) => exchange.calls,
	'DELETE /_sim/calls': (exchange) => (exchange.clearCalls(), []),
};

/** Answers `/_sim/...` and `/`; undefined for every other path. */
export function controlReply(exchange: Exchange, request: HttpRequest): HttpReply | undefined {
	if (request.path === '/')
		return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: frontPage };
	if (request.path !== '/_sim' && !request.path.startsWith('/_sim/')) return undefined;
	const id = /^\/_sim\/orders\/([^/]+)/.exec(request.path)?.[1] ?? '';
	const path = id === '' ? request.path : request.path.replace(`/orders/${id}`, '/orders/:id');
	const control = controls[`${request.method} ${path}`];
	if (control === undefined) return errorReply(404, `no control ${request.method} ${request.path}; GET / lists them`);
	if (id !== '' && !exchange.orders().some((order) => order.id === id))
		return errorReply(404, `no order with id ${id}`);
	try {
		return json(200, JSON.stringify(control(exchange, readJsonBody(request), id)));
	} catch (error) {
		return errorReply(400, error instanceof Error ? error.message : String(error));
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

function exchangeState(exchange: Exchange): unknown {
	const { apiKey, nickName, realName, userId } = exchange.merchant;
	return {
		now: exchange.now(),
		merchant: { apiKey, nickName, realName, userId, usdt: exchange.balance('USDT') },
		orders: exchange.orders(),
		faults: faultList(exchange),
		calls: exchange.calls.length,
	};
}

function orderState(exchange: Exchange, id: string): Order & { info: Record<string, unknown>; effects: unknown } {
	return { ...exchange.order(id), info: exchange.orderInfo(id), effects: exchange.effects(id) };
}

function readJsonBody(request: HttpRequest): Body {
	if (request.body.length === 0) return {};
	const body: unknown = JSON.parse(request.body.toString('utf8'));
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw new TypeError('the body must be a JSON object');
	return body as Body;
}

function readStatus({ status: value }: Body): number {
	if (typeof value !== 'number') throw new TypeError('status must be a number');
	return value;
}

function readMilliseconds({ advanceMs }: Body): number {
	if (typeof advanceMs !== 'number') throw new TypeError('advanceMs must be a number');
	return advanceMs;
}

/** JSON has no Infinity: there, `times` is "always". */
function faultOptions(body: Body): FaultOptions {
	return { ...(body as unknown as FaultOptions), ...(body.times === 'always' ? { times: Infinity } : {}) };
}

function faultList(exchange: Exchange): unknown {
	return exchange
		.activeFaults()
		.map((active) => ({ ...active, times: active.times === Infinity ? 'always' : active.times }));
}

function messageOptions(body: Body): MessageOptions | string {
	if (typeof body.text === 'string') return body.text;
	if (typeof body.content !== 'string' || typeof body.contentType !== 'string')
		throw new TypeError('a message has text, or contentType and content');
	const content = body.encoding === 'base64' ? Buffer.from(body.content, 'base64') : body.content;
	return { ...(body as unknown as MessageOptions), content };
}

function errorReply(httpStatus: number, message: string): HttpReply {
	return json(httpStatus, JSON.stringify({ error: { message } }));
}
