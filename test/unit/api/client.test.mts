import { jsonText } from '../../../nodes/BybitP2P/api/wire';
import { endpoints } from '../../../nodes/BybitP2P/api/endpoints';
import { BybitError, NoReply } from '../../../nodes/BybitP2P/api/errors';
import {
	aScriptedExchange,
	bytes,
	gatewayReply,
	p2pReply,
	type Scripted,
	type ScriptedExchange,
} from '../../support/scriptedExchange.mts';
import { rejectionOf } from '../../support/thrown.mts';

const ORDER = { orderId: '1900004704665923584' };
const html = (status: number): Scripted => ({
	status,
	headers: { 'content-type': 'text/html' },
	body: bytes('<html>Blocked</html>'),
});

type Call = (exchange: ScriptedExchange) => Promise<unknown>;

/** One call of each kind. */
const READ: Call = async ({ api }) => await api.call(endpoints.getOrder, ORDER);
const WRITE: Call = async ({ api }) =>
	await api.upload({ fileName: 'a.png', mimeType: 'image/png', content: Buffer.from('png') });
const RELEASE: Call = async ({ api }) => await api.call(endpoints.release, ORDER);
const PAY: Call = async ({ api }) =>
	await api.call(endpoints.markAsPaid, { ...ORDER, paymentType: '14', paymentId: '7110' });
const MESSAGE: Call = async ({ api }) =>
	await api.call(endpoints.sendMessage, { ...ORDER, message: 'hi', contentType: 'str', sessionId: 's' });
const REVIEW: Call = async ({ api }) =>
	await api.call(endpoints.reviewCancelRequest, { ...ORDER, examineResult: 'PASS' });

const MONEY = [
	['release', RELEASE],
	['payment mark', PAY],
	['cancel review', REVIEW],
	['chat message', MESSAGE],
] as const;

/** Replies after which the exchange may or may not have acted. */
const UNCLEAR: readonly (readonly [string, Scripted])[] = [
	['a lost reply', 'lost'],
	['an empty body', {}],
	['half a reply', { body: bytes('{"ret_code":0,"ret_msg":"SUCC') }],
	['a page with HTTP 200', html(200)],
	['HTTP 500', { status: 500, body: bytes('Server error') }],
	['HTTP 502', html(502)],
	['HTTP 503 with JSON and no code', { status: 503, body: bytes({ message: 'upstream' }) }],
	['code 10000', gatewayReply(10000)],
	['code 10016', gatewayReply(10016)],
];

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

describe('a write', () => {
	it.each([...UNCLEAR, ['code 10006', gatewayReply(10006)] as const, ['HTTP 429', html(429)] as const])(
		'is sent once when %s comes',
		async (_, unclear) => {
			const exchange = aScriptedExchange(unclear, p2pReply(0, {}));

			await exchange.result(rejectionOf(WRITE(exchange)));

			expect(exchange.sent).toHaveLength(1);
		},
	);
});

describe('a call that moves money or writes to the counterparty', () => {
	const answers: readonly (readonly [string, Scripted])[] = [
		...UNCLEAR,
		['code 10002', gatewayReply(10002, { timeMs: 1_790_000_030_000 })],
		['code 10006', gatewayReply(10006)],
		['HTTP 429', html(429)],
		['HTTP 401', html(401)],
		['no code at all', { body: bytes({ result: null }) }],
		['a refusal', p2pReply(912300002)],
	];
	const pairs = MONEY.flatMap(([name, call]) => answers.map(([what, answer]) => [name, what, call, answer] as const));

	it.each(pairs)('is sent once: %s, %s', async (_name, _what, call, answer) => {
		const exchange = aScriptedExchange(answer, p2pReply(0, null));

		await exchange.result(rejectionOf(call(exchange)));

		expect(exchange.sent).toHaveLength(1);
	});

	it.each(UNCLEAR)('leaves its outcome open after %s', async (_, unclear) => {
		const exchange = aScriptedExchange(unclear);

		const error = await exchange.result(rejectionOf(RELEASE(exchange)));

		expect(error instanceof NoReply || (error instanceof BybitError && error.leavesOutcomeOpen)).toBe(true);
	});

	it('is marked as money for every call of that kind', () => {
		const paths = Object.values(endpoints)
			.filter(({ retry }) => retry === 'never')
			.map(({ path }) => path);

		expect(paths).toEqual(
			expect.arrayContaining([
				'/v5/p2p/order/finish',
				'/v5/p2p/order/pay',
				'/v5/p2p/order/buyer/examine/sellerCancelOrderApply',
				'/v5/p2p/chat/message/send_v1',
			]),
		);
	});

	it('is never marked as a read, nor is any other call that changes something', () => {
		const writing = /\/(pay|finish|sellerCancelOrderApply|send_v1|upload_file|create|update|cancel)$/;

		const kinds = Object.values(endpoints).map(({ path, limit, retry }) => [
			path,
			writing.test(path),
			limit === 'write',
			retry !== 'always',
		]);

		expect(
			kinds.filter(([, changes, isWrite, isNotRepeated]) => changes !== isWrite || changes !== isNotRepeated),
		).toEqual([]);
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

describe('the rate limit', () => {
	const used = (resetInMs: number, left = '0') => ({
		'x-bapi-limit': '10',
		'x-bapi-limit-status': left,
		'x-bapi-limit-reset-timestamp': String(1_790_000_000_000 + resetInMs),
	});

	it('rests until the reset time after code 10006', async () => {
		const exchange = aScriptedExchange(
			gatewayReply(10006, { timeMs: 1_790_000_000_000, headers: used(3000) }),
			p2pReply(0, {}),
		);

		await exchange.result(READ(exchange));

		expect(exchange.sent.map(({ atMs }) => atMs)).toEqual([0, 3000]);
	});

	it('counts the reset time by the clock of the exchange, not by this machine', async () => {
		const aheadMs = 60_000;
		const refusal = gatewayReply(10006, {
			timeMs: 1_790_000_000_000 + aheadMs,
			headers: { 'x-bapi-limit-reset-timestamp': String(1_790_000_000_000 + aheadMs + 2000) },
		});
		const exchange = aScriptedExchange(refusal, p2pReply(0, {}));

		await exchange.result(READ(exchange));

		expect(exchange.sent[1].atMs).toBe(2000);
	});

	it('counts the rest for all other calls by that clock, too', async () => {
		const aheadMs = 60_000;
		const headers = {
			'x-bapi-limit-status': '0',
			'x-bapi-limit-reset-timestamp': String(1_790_000_000_000 + aheadMs + 2000),
		};
		const exchange = aScriptedExchange(
			p2pReply(0, {}, { timeMs: 1_790_000_000_000 + aheadMs, headers }),
			p2pReply(0, {}),
		);
		await exchange.result(READ(exchange));

		await exchange.result(READ(exchange));

		expect(exchange.sent[1].atMs).toBe(2000);
	});

	it('rests when a good reply says that the allowance is used up', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}, { headers: used(800) }), p2pReply(0, {}));
		await exchange.result(READ(exchange));

		await exchange.result(READ(exchange));

		expect(exchange.sent[1].atMs).toBe(800);
	});

	it('does not rest while some allowance is left', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}, { headers: used(800, '1') }), p2pReply(0, {}));
		await exchange.result(READ(exchange));

		await exchange.result(READ(exchange));

		expect(exchange.sent[1].atMs).toBe(0);
	});

	it('does not let used-up reads hold back a release', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}, { headers: used(800) }), p2pReply(0, null));
		await exchange.result(READ(exchange));

		await exchange.result(RELEASE(exchange));

		expect(exchange.sent[1].atMs).toBe(0);
	});

	it('never rests longer than ten seconds, whatever a reply asks for', async () => {
		const exchange = aScriptedExchange(gatewayReply(10006, { headers: used(3_600_000) }), p2pReply(0, {}));

		await exchange.result(READ(exchange));

		expect(exchange.sent[1].atMs).toBe(10_000);
	});

	it.each(['', 'soon', '-1'])('does not stumble over the reset time "%s"', async (reset) => {
		const exchange = aScriptedExchange(
			p2pReply(0, {}, { headers: { 'x-bapi-limit-status': '0', 'x-bapi-limit-reset-timestamp': reset } }),
		);
		await exchange.result(READ(exchange));

		await exchange.result(READ(exchange));

		expect(exchange.sent[1].atMs).toBe(0);
	});

	it('sends fifty reads asked for at once at ten in a second', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}));

		await exchange.result(Promise.all(Array.from({ length: 50 }, async () => await READ(exchange))));

		// A second and the margin, since the replies show that each call arrived at once.
		expect(exchange.sent.map(({ atMs }) => atMs)).toEqual(
			Array.from({ length: 50 }, (_, index) => Math.floor(index / 10) * 1020),
		);
	});
});

describe('the clock', () => {
	const EXCHANGE_MS = 1_790_000_000_000 + 30_000;
	const outside = gatewayReply(10002, { timeMs: EXCHANGE_MS });

	it.each([
		['a read', READ],
		['a write', WRITE],
	])('is corrected from the reply to %s, which is tried once more', async (_, call) => {
		const exchange = aScriptedExchange(outside, p2pReply(0, {}));

		await exchange.result(call(exchange));

		expect(exchange.sent.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, 30_000]);
	});

	it.each([
		['a read', READ],
		['a write', WRITE],
	])('is corrected once only for %s', async (_, call) => {
		const exchange = aScriptedExchange(outside);

		const error = await exchange.result(rejectionOf(call(exchange)));

		expect(error).toMatchObject({ code: 10002 });
		expect(exchange.sent).toHaveLength(2);
	});

	it.each(MONEY)('is corrected for the next call, but a %s is not sent again', async (_, call) => {
		const exchange = aScriptedExchange(outside, p2pReply(0, {}));

		await exchange.result(rejectionOf(call(exchange)));
		await exchange.result(READ(exchange));

		expect(exchange.sent.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, 30_000]);
	});

	it('is not corrected from an older reply when the refusal gives no time', async () => {
		const exchange = aScriptedExchange(p2pReply(0, {}, { timeMs: 1_790_000_000_000 }), gatewayReply(10002));
		await exchange.result(READ(exchange));
		await exchange.result(exchange.clock.wait(3_600_000));

		await exchange.result(rejectionOf(READ(exchange)));

		expect(exchange.session.clockOffsetMs).toBe(0);
	});

	it('is not corrected to the beginning of time by a reply whose time is 0', async () => {
		const exchange = aScriptedExchange(gatewayReply(10002, { timeMs: 0 }));

		await exchange.result(rejectionOf(READ(exchange)));

		expect(exchange.session.clockOffsetMs).toBe(0);
	});

	it('stays corrected for all later calls with the key', async () => {
		const exchange = aScriptedExchange(outside, p2pReply(0, {}));
		await exchange.result(READ(exchange));

		await exchange.result(RELEASE(exchange));

		expect(exchange.sent[2].clockOffsetMs).toBe(30_000);
	});

	it('is corrected back when this machine corrected its own', async () => {
		const exchange = aScriptedExchange(
			outside,
			p2pReply(0, {}),
			gatewayReply(10002, { timeMs: EXCHANGE_MS }),
			p2pReply(0, {}),
		);
		await exchange.result(READ(exchange));
		exchange.clock.jump(30_000);

		await exchange.result(READ(exchange));

		expect(exchange.sent.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, 30_000, 30_000, 0]);
	});
});

describe('calls made at once', () => {
	it('are all corrected when they were signed with the wrong clock', async () => {
		const exchange = aScriptedExchange(({ clockOffsetMs }) =>
			clockOffsetMs === 0 ? gatewayReply(10002, { timeMs: 1_790_000_030_000 }) : p2pReply(0, { id: '7' }),
		);

		const results = await exchange.result(Promise.all(Array.from({ length: 5 }, async () => await READ(exchange))));

		expect(results).toEqual(new Array(5).fill({ id: '7' }));
		expect(exchange.sent.length).toBeLessThanOrEqual(10);
	});

	it('do not disturb each other: one that is refused leaves the others alone', async () => {
		const exchange = aScriptedExchange((request) =>
			request.url.endsWith('/order/info') ? p2pReply(912100004) : p2pReply(0, { nickName: 'Ann' }),
		);

		const [refused, account] = await exchange.result(
			Promise.allSettled([READ(exchange), exchange.api.call(endpoints.getAccount, {})]),
		);

		expect([refused.status, account.status]).toEqual(['rejected', 'fulfilled']);
	});
});

describe('jsonText', () => {
	it.each([
		[{ page: 1, size: 30 }, '{"page":1,"size":30}'],
		[{}, '{}'],
		[{ orderId: '1900004704665923584', gone: undefined }, '{"orderId":"1900004704665923584"}'],
		[{ lastId: 9_007_199_254_740_993n }, '{"lastId":9007199254740993}'],
		[{ lastId: 9_223_372_036_854_775_807n, limit: 30 }, '{"lastId":9223372036854775807,"limit":30}'],
		[{ lastId: 0n }, '{"lastId":0}'],
		[{ deep: { list: ['1', { a: null }] } }, '{"deep":{"list":["1",{"a":null}]}}'],
	])('writes %p as %s', (request, text) => {
		expect(jsonText(request)).toBe(text);
	});

	it.each(['5', '9007199254740993', '5n', '"}', '\u0000int:5'])(
		'leaves the text %j a text, whatever is in it',
		(message) => {
			expect(JSON.parse(jsonText({ message }))).toEqual({ message });
		},
	);

	it('writes cursors bare although another package taught BigInt to print itself as text', () => {
		const prototype = BigInt.prototype as { toJSON?: () => string };
		prototype.toJSON = function (this: bigint) {
			return String(this);
		};
		try {
			expect(jsonText({ lastId: 9_007_199_254_740_993n })).toBe('{"lastId":9007199254740993}');
		} finally {
			delete prototype.toJSON;
		}
	});
});
