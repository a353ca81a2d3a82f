import type { FaultOptions } from '../../simulator/exchange.mts';
import { messagePage, pagePath, sessionList, sessionOf, sessionPath, sessionsPath } from './chatCalls.mts';
import type { List, Row } from './support.mts';
import { anExchange, ask, codeOf, resultOf } from './support.mts';

const listPath = '/v5/p2p/order/simplifyList';
const pendingPath = '/v5/p2p/order/pending/simplifyList';
const infoPath = '/v5/p2p/order/info';

type Exchange = ReturnType<typeof anExchange>;

const listed = (exchange: Exchange, path = listPath): Array<[string, number]> =>
	resultOf<List>(exchange, path, { page: 1, size: 30 }).items.map(({ id, status }) => [id, status]);

describe('a stale read', () => {
	it('by age shows the list as it was then, for as many reads as asked for', () => {
		const exchange = anExchange();
		const first = exchange.openOrder();
		exchange.advance(60_000);
		exchange.buyerPays(first.id);
		const second = exchange.openOrder();
		exchange.fault({ path: listPath, kind: 'stale', ageMs: 30_000, times: 2 });

		expect([listed(exchange), listed(exchange)]).toEqual([[[first.id, 10]], [[first.id, 10]]]);
		expect(listed(exchange)).toEqual([
			[second.id, 10],
			[first.id, 20],
		]);
	});

	it('by changes needs no time to pass', () => {
		const exchange = anExchange();
		const first = exchange.openOrder();
		exchange.buyerPays(first.id);
		const second = exchange.openOrder();
		const at = (changes: number): Array<[string, number]> => {
			exchange.fault({ path: pendingPath, kind: 'stale', changes });
			return listed(exchange, pendingPath);
		};

		expect([at(0), at(1), at(2), at(3)]).toEqual([
			[
				[second.id, 10],
				[first.id, 20],
			],
			[[first.id, 20]],
			[[first.id, 10]],
			[],
		]);
	});

	it('of one order by age does not know an order that is younger', () => {
		const exchange = anExchange();
		const { id: orderId } = exchange.openOrder();
		exchange.advance(1000);
		exchange.fault({ path: infoPath, kind: 'stale', ageMs: 2000 });

		expect(codeOf(ask(exchange, infoPath, { orderId }))).toBeGreaterThan(912000000);
		expect(resultOf<Row>(exchange, infoPath, { orderId }).status).toBe(10);
	});

	it('of chats lacks the newest messages', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterparty: 'ann' });
		exchange.advance(60_000);
		exchange.say(order.id, 'hello');
		const sessionId = sessionOf(exchange, order);
		exchange.fault({ path: pagePath, kind: 'stale', ageMs: 1000 });
		exchange.fault({ path: pagePath, kind: 'stale', changes: 1 });
		exchange.fault({ path: sessionsPath, kind: 'stale', ageMs: 1000 });
		const cursor = sessionList(exchange)[0].id;

		const pages = [1, 2, 3].map(() => messagePage(exchange, sessionId).length);

		expect(pages).toEqual([1, 1, 2]);
		expect(BigInt(sessionList(exchange)[0].id)).toBeGreaterThan(BigInt(cursor));
	});
});

describe('a fault for a group of calls', () => {
	it.each([10005, 10006, 912000999])('refuses every chat call with %i and no other', (code) => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		exchange.fault({ group: 'chat', kind: 'code', code, times: Infinity });

		const chat = [sessionPath, sessionsPath, pagePath].map((path) => codeOf(ask(exchange, path)));

		expect(chat).toEqual([code, code, code]);
		expect(codeOf(ask(exchange, infoPath, { orderId: order.id }))).toBe(0);
	});

	it.each<[FaultOptions['group'], string]>([
		['orders', listPath],
		['ads', '/v5/p2p/item/personal/list'],
		['account', '/v5/p2p/user/personal/info'],
		['chat', '/v5/p2p/oss/upload_file'],
	])('%s reaches %s', (group, path) => {
		const exchange = anExchange();
		exchange.fault({ group, kind: 'status', status: 503 });

		expect(ask(exchange, path, {}).status).toBe(503);
	});

	it('may be named by the beginning of a path instead', () => {
		const exchange = anExchange();
		exchange.fault({ path: '/v5/p2p/order/*', kind: 'status', times: Infinity });

		expect([listPath, pendingPath, '/v5/p2p/user/personal/info'].map((path) => ask(exchange, path).status)).toEqual([
			500, 500, 200,
		]);
	});

	it('has either a path or a group, and a group that exists', () => {
		const exchange = anExchange();

		expect(() => exchange.fault({ kind: 'status' })).toThrow('a path or a group');
		expect(() => exchange.fault({ path: '*', group: 'chat', kind: 'status' })).toThrow('a path or a group');
		expect(() => exchange.fault({ group: 'trades' as 'chat', kind: 'status' })).toThrow('group must be one of');
		expect(() => exchange.fault({ path: 'order', kind: 'status' })).toThrow('path must be');
	});
});
