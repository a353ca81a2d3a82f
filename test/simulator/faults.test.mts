import type { FaultOptions } from '../../simulator/exchange.mts';
import type { List, Row } from './support.mts';
import { anExchange, ask, codeOf, NOW, resultOf } from './support.mts';

const infoPath = '/v5/p2p/order/info';
const finishPath = '/v5/p2p/order/finish';

describe('a fault at a release', () => {
	it.each<[Omit<FaultOptions, 'path'>, number]>([
		[{ kind: 'lostBefore' }, 20],
		[{ kind: 'lostAfter' }, 50],
		[{ kind: 'delay', delayMs: 50 }, 50],
		[{ kind: 'status' }, 20],
		[{ kind: 'status', when: 'after' }, 50],
		[{ kind: 'html403' }, 20],
		[{ kind: 'html502', when: 'after' }, 50],
		[{ kind: 'code', code: 10016 }, 20],
		[{ kind: 'code', code: 10016, when: 'after' }, 50],
		[{ kind: 'garbage' }, 50],
		[{ kind: 'garbage', when: 'before' }, 20],
		[{ kind: 'emptyBody' }, 50],
	])('%j leaves status %i', (fault, status) => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		exchange.fault({ path: finishPath, ...fault });

		ask(exchange, finishPath, { orderId: order.id });

		expect(exchange.order(order.id).status).toBe(status);
		expect(exchange.effects(order.id).releases).toBe(status === 50 ? 1 : 0);
		expect(exchange.calls.at(-1)).toMatchObject({ fault: fault.kind, effect: status === 50 });
	});
});

describe('a fault', () => {
	it('cuts the connection when the reply is lost', () => {
		const exchange = anExchange();
		exchange.fault({ path: '*', kind: 'lostAfter' });

		expect(ask(exchange, infoPath).reply.cut).toBe(true);
		expect(exchange.calls.at(-1)).toMatchObject({ code: null, status: 0 });
	});

	it('leaves no code in the log when the reply is broken JSON', () => {
		const exchange = anExchange();
		exchange.fault({ path: '*', kind: 'garbage' });
		ask(exchange, '/v5/p2p/user/personal/info');

		expect(exchange.calls.at(-1)).toMatchObject({ code: null, status: 200 });
	});

	it('hits once by default, and only after as many as it skips', () => {
		const exchange = anExchange();
		exchange.fault({ path: '*', kind: 'status', status: 503, skip: 1 });

		expect([1, 2, 3].map(() => ask(exchange, '/v5/p2p/user/personal/info').status)).toEqual([200, 503, 200]);
	});

	it('goes on until it is cleared when its times are endless', () => {
		const exchange = anExchange();
		exchange.fault({ path: infoPath, kind: 'html403', times: Infinity });

		expect([1, 2, 3].map(() => ask(exchange, infoPath).status)).toEqual([403, 403, 403]);
		exchange.clearFaults();
		expect(ask(exchange, infoPath).status).toBe(200);
	});

	it('hits only calls whose body matches', () => {
		const exchange = anExchange();
		const [one, two] = [exchange.openOrder(), exchange.openOrder()];
		exchange.fault({ path: infoPath, kind: 'emptyBody', match: { orderId: two.id } });

		expect(codeOf(ask(exchange, infoPath, { orderId: one.id }))).toBe(0);
		expect(ask(exchange, infoPath, { orderId: two.id }).text).toBe('');
	});

	it('by code speaks in the envelope the code belongs to', () => {
		const exchange = anExchange();
		exchange.fault({ path: infoPath, kind: 'code', code: 10006 });
		exchange.fault({ path: infoPath, kind: 'code', code: 912123456, message: 'Not today.' });

		const limited = ask(exchange, infoPath);
		expect(limited.json).toMatchObject({ retCode: 10006 });
		expect(limited.headers).toMatchObject({
			'X-Bapi-Limit-Status': '0',
			'X-Bapi-Limit-Reset-Timestamp': String(NOW + 1000),
		});
		expect(ask(exchange, infoPath).json).toMatchObject({ ret_code: 912123456, ret_msg: 'Not today.', result: null });
	});

	it('shows a read as it was before the last change', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		ask(exchange, finishPath, { orderId: order.id });
		exchange.fault({ path: '*', kind: 'stale', times: 2 });
		const listed = (): number =>
			resultOf<List>(exchange, '/v5/p2p/order/pending/simplifyList', { page: 1, size: 10 }).count;
		const read = (): number => resultOf<Row>(exchange, infoPath, { orderId: order.id }).status;

		expect([read(), listed()]).toEqual([20, 1]);
		expect([read(), listed()]).toEqual([50, 0]);
	});

	it('of a stale read never touches a write', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		ask(exchange, finishPath, { orderId: order.id });
		exchange.fault({ path: finishPath, kind: 'stale' });

		expect(codeOf(ask(exchange, finishPath, { orderId: order.id }))).not.toBe(0);
		expect(exchange.effects(order.id).releases).toBe(1);
	});
});
