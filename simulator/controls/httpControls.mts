import type { KeyChange, KeyOptions } from '../entities/keys.mts';
import type { OpenOrderOptions } from '../entities/order.mts';
import type { Exchange } from '../exchange.mts';
import type { HttpReply, HttpRequest } from '../http/http.mts';
import { json } from '../http/http.mts';
import { isFromAnotherSite } from '../http/page.mts';
import type { AdOptions } from './ads.mts';
import type { Body } from './bodies.mts';
import { readFault, readJsonBody, readMessage, readNumber, readPrices, readText } from './bodies.mts';
import type { HistoryOptions } from './history.mts';
import type { MarketOptions } from './market.mts';
import type { OrderFields } from './orders.mts';
import { stateReply } from './stateReply.mts';
import type { UserOptions } from './users.mts';

type HttpControl = (exchange: Exchange, body: Body, id: string) => unknown;

/** What scripts in another process can do, by method and path; `:id` is an order, an ad, an API key or a nickname. */
const httpControls: Readonly<Record<string, HttpControl>> = {
	'GET /_sim/state': (exchange) => exchange.state(),
	'POST /_sim/reset': (exchange, body) => (exchange.reset(body), exchange.state()),
	'POST /_sim/behaviour': (exchange, body) => (exchange.configure(body), exchange.state()),
	'POST /_sim/clock': (exchange, body) => (exchange.advance(readNumber(body, 'advanceMs')), { now: exchange.now() }),

	'POST /_sim/orders': (exchange, body) => exchange.openOrder(body as OpenOrderOptions),
	'GET /_sim/orders/:id': (exchange, _, id) => ({
		...exchange.order(id),
		info: exchange.orderInfo(id),
		effects: exchange.effects(id),
	}),
	'GET /_sim/orders/:id/messages': (exchange, _, id) => exchange.messagesOf(id),
	'POST /_sim/orders/:id/pay': (exchange, _, id) => exchange.buyerPays(id),
	'POST /_sim/orders/:id/release': (exchange, _, id) => exchange.sellerReleases(id),
	'POST /_sim/orders/:id/cancel': (exchange, _, id) => exchange.cancelOrder(id),
	'POST /_sim/orders/:id/appeal': (exchange, _, id) => exchange.appealOrder(id),
	'POST /_sim/orders/:id/resolve': (exchange, body, id) => exchange.resolveAppeal(id, readNumber(body, 'status')),
	'POST /_sim/orders/:id/requestCancel': (exchange, _, id) => exchange.requestCancel(id),
	'POST /_sim/orders/:id/withdrawCancel': (exchange, _, id) => exchange.withdrawCancelRequest(id),
	'POST /_sim/orders/:id/status': (exchange, body, id) => exchange.setStatus(id, readNumber(body, 'status')),
	'POST /_sim/orders/:id/fields': (exchange, body, id) => (exchange.setOrderFields(id, body as OrderFields), {}),
	'POST /_sim/orders/:id/message': (exchange, body, id) => exchange.say(id, readMessage(body)),
	'POST /_sim/orders/:id/read': (exchange, _, id) => (exchange.readChat(id), {}),
	'POST /_sim/orders/:id/moveCursor': (exchange, _, id) => (exchange.moveCursor(id), {}),
	'POST /_sim/orders/:id/renewSession': (exchange, _, id) => (exchange.renewSession(id), {}),
	'POST /_sim/chats/read': (exchange) => (exchange.readInApp(), {}),
	'POST /_sim/history': (exchange, body) => ({ orders: exchange.seedHistory(body as HistoryOptions).length }),

	'GET /_sim/ads': (exchange) => exchange.ownAds(),
	'GET /_sim/ads/:id': (exchange, _, id) => exchange.ad(id),
	'POST /_sim/ads/:id': (exchange, body, id) => exchange.setAd(id, body as AdOptions),
	'POST /_sim/ads/:id/offline': (exchange, _, id) => (exchange.takeAdOffline(id), exchange.ad(id)),
	'POST /_sim/ads/:id/soldOut': (exchange, _, id) => exchange.sellOutAd(id),
	'POST /_sim/market': (exchange, body) => exchange.seedMarket(body as MarketOptions),
	'GET /_sim/market': (exchange, query) => exchange.market(query as MarketOptions),
	'POST /_sim/market/prices': (exchange, body) => (exchange.setPrices(readPrices(body)), {}),
	'POST /_sim/market/referencePrice': (exchange, body) => {
		exchange.setReferencePrice(readText(body, 'coin'), readText(body, 'fiat'), readText(body, 'price'));
		return {};
	},

	'GET /_sim/users': (exchange) => exchange.users(),
	'POST /_sim/users/:id': (exchange, body, id) => exchange.setUser(id, body as UserOptions),
	'POST /_sim/keys': (exchange, body) => exchange.addKey(body as unknown as KeyOptions),
	'POST /_sim/keys/:id': (exchange, body, id) => exchange.changeKey(id, body as KeyChange),
	'DELETE /_sim/keys/:id': (exchange, _, id) => (exchange.removeKey(id), {}),

	'GET /_sim/faults': (exchange) => exchange.state().faults,
	'POST /_sim/faults': (exchange, body) => (exchange.fault(readFault(body)), exchange.state().faults),
	'DELETE /_sim/faults': (exchange) => (exchange.clearFaults(), []),
	'GET /_sim/calls': (exchange) => exchange.calls,
	'DELETE /_sim/calls': (exchange) => (exchange.clearCalls(), []),
};

/** Paths of one thing: its kind and its id. */
const thingPath = /^\/_sim\/(orders|ads|users|keys)\/([^/]+)/;

/** Answers `/_sim/...`, and `/` with the list of controls; undefined for every other path. */
export function controlReply(exchange: Exchange, request: HttpRequest): HttpReply | undefined {
	if (['/', '/_sim', '/_sim/'].includes(request.path))
		return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8', vary: 'accept' }, body: controlList };
	if (!request.path.startsWith('/_sim/')) return undefined;
	if (isFromAnotherSite(request)) return errorReply(403, 'the controls take nothing from a page of another site');
	if (request.method === 'GET' && request.path === '/_sim/state') return stateReply(exchange, request);
	const [thing = '', kind = '', id = ''] = thingPath.exec(request.path) ?? [];
	const path = thing === '' ? request.path : request.path.replace(thing, `/_sim/${kind}/:id`);
	const control = httpControls[`${request.method} ${path}`];
	if (control === undefined)
		return errorReply(404, `no control ${request.method} ${request.path}; GET /_sim/ lists them`);
	if (kind === 'orders' && !exchange.orders().some((order) => order.id === id))
		return errorReply(404, `no order with id ${id}`);
	try {
		return json(200, JSON.stringify(control(exchange, readJsonBody(request), decodeURIComponent(id))));
	} catch (error) {
		return errorReply(400, error instanceof Error ? error.message : String(error));
	}
}

const controlList = [
	'A simulator of the Bybit P2P exchange. Nothing here is real: no money, no people, no connection to Bybit.',
	'',
	'The exchange answers under /v5/... to requests signed with key "sim-key" and secret "sim-secret".',
	'Controls (JSON, unsigned):',
	...Object.keys(httpControls).map((control) => `  ${control}`),
	'',
].join('\n');

function errorReply(httpStatus: number, message: string): HttpReply {
	return json(httpStatus, JSON.stringify({ error: { message } }));
}
