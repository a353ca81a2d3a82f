import { endpoints } from '../../../nodes/BybitP2P/api/endpoints';
import { BybitError } from '../../../nodes/BybitP2P/api/errors';
import { aScriptedExchange, bytes, gatewayReply, p2pReply } from '../../support/scriptedExchange.mts';
import { rejectionOf } from '../../support/thrown.mts';
import { html, READ, RELEASE, UNCLEAR } from '../../support/scriptedCalls.mts';

describe('a call', () => {
	it('gives the result of the first good reply', async () => {
		const exchange = aScriptedExchange(p2pReply(0, { id: '1900004704665923584', status: 20 }));

		expect(await exchange.result(READ(exchange))).toEqual({ id: '1900004704665923584', status: 20 });
	});

	it('sends the JSON text of the request to the path of the call', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}));

		await exchange.result(READ(exchange));

		expect(exchange.sent).toEqual([
			{
				method: 'POST',
				url: 'https://api.example.com/v5/p2p/order/info',
				body: '{"orderId":"1900004704665923584"}',
				contentType: 'application/json',
				timeoutMs: 15_000,
				clockOffsetMs: 0,
				atMs: 0,
			},
		]);
	});

	it('sends {} where a request has no fields: a missing body could not be signed', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}));

		await exchange.result(exchange.api.call(endpoints.getAccount, {}));

		expect(exchange.sent[0].body).toBe('{}');
	});

	it('puts the fields of a GET call into the query, escaped, and leaves out what is not given', async () => {
		const exchange = aScriptedExchange(gatewayReply(0));

		await exchange.result(
			exchange.api.call({ ...endpoints.getServerTime, path: '/v5/x' }, {
				coin: 'USDT,BTC',
				empty: undefined,
				q: 'a b&c=d',
			} as never),
		);

		expect(exchange.sent[0]).toMatchObject({
			method: 'GET',
			url: 'https://api.example.com/v5/x?coin=USDT%2CBTC&q=a%20b%26c%3Dd',
		});
		expect(exchange.sent[0]).not.toHaveProperty('body');
	});

	it.each([null, undefined])('takes a success whose result is %p for a success', async (result) => {
		const exchange = aScriptedExchange({ body: bytes({ ret_code: 0, ret_msg: '成功', result }) });

		expect((await exchange.result(RELEASE(exchange))) ?? null).toBeNull();
	});

	it('takes a reply without any code for no success', async () => {
		const exchange = aScriptedExchange({ body: bytes({ result: { id: '1' } }) });

		const error = await exchange.result(rejectionOf(READ(exchange)));

		expect(error).toBeInstanceOf(BybitError);
		expect(error.message).toBe('Bybit did not show the order: "the reply has no return code"');
	});

	it('reports the time of the exchange with the result', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}, { timeMs: 1_790_000_123_456 }));

		const { timeMs } = await exchange.result(exchange.api.timedCall(endpoints.getAccount, {}));

		expect(timeMs).toBe(1_790_000_123_456);
	});
});

describe('the time of a reply that gives none', () => {
	it('is that of the last one that did, and what has passed since', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}, { timeMs: 1_790_000_500_000 }), p2pReply(0, {}));
		await exchange.result(READ(exchange));
		await exchange.result(exchange.clock.wait(60_000));

		const { timeMs } = await exchange.result(exchange.api.timedCall(endpoints.getAccount, {}));

		expect(timeMs).toBe(1_790_000_560_000);
	});
});

describe('a read', () => {
	it.each([...UNCLEAR, ['HTTP 429', html(429)] as const, ['code 10006', gatewayReply(10006)] as const])(
		'is repeated after %s',
		async (_, unclear) => {
			const exchange = aScriptedExchange(unclear, p2pReply(0, { id: '7' }));

			expect(await exchange.result(READ(exchange))).toEqual({ id: '7' });
		},
	);

	it.each([...UNCLEAR, ['HTTP 429', html(429)] as const, ['code 10006', gatewayReply(10006)] as const])(
		'is repeated at most three times when %s comes again and again',
		async (_, unclear) => {
			const exchange = aScriptedExchange(unclear);

			await exchange.result(rejectionOf(READ(exchange)));

			expect(exchange.sent).toHaveLength(4);
		},
	);

	it('waits longer before each repeat', async () => {
		const exchange = aScriptedExchange('lost');

		await exchange.result(rejectionOf(READ(exchange)));

		expect(exchange.sent.map(({ atMs }) => atMs)).toEqual([0, 250, 1250, 3750]);
	});

	it.each([10001, 10003, 10004, 10005, 10009, 10010, 10024, 10027, 33004, 912000014, 912200387, 913100009, 912123456])(
		'is not repeated after code %i',
		async (code) => {
			const exchange = aScriptedExchange(gatewayReply(code));

			await exchange.result(rejectionOf(READ(exchange)));

			expect(exchange.sent).toHaveLength(1);
		},
	);

	it.each([401, 403, 404])('is not repeated after HTTP %i', async (status) => {
		const exchange = aScriptedExchange(html(status));

		await exchange.result(rejectionOf(READ(exchange)));

		expect(exchange.sent).toHaveLength(1);
	});

	it('goes through the limiter with every repeat', async () => {
		const exchange = aScriptedExchange('lost');
		const turns: string[] = [];
		const { acquire } = exchange.session.limiter;
		exchange.session.limiter.acquire = async (limit) => {
			turns.push(limit);
			return await acquire(limit);
		};

		await exchange.result(rejectionOf(READ(exchange)));

		expect(turns).toEqual(['read', 'read', 'read', 'read']);
	});
});

describe('what the user reads of a call that brought no answer', () => {
	it.each([
		['lost' as const, 'the connection was lost or timed out'],
		[{}, 'an empty reply (HTTP 200)'],
		[html(502), 'a reply that is not JSON (HTTP 502)'],
	])('after %p', async (answer, reason) => {
		const exchange = aScriptedExchange(answer);

		const error = await exchange.result(rejectionOf(RELEASE(exchange)));

		expect(error.message).toBe(`Bybit gave no answer when asked to release the coins: ${reason}`);
	});

	it('holds nothing of what the network layer said: it may quote headers', async () => {
		const exchange = aScriptedExchange('lost');

		const error = await exchange.result(rejectionOf(RELEASE(exchange)));

		expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(/secret-key|socket|X-BAPI/);
	});
});
