import { endpoints } from '../../../nodes/BybitP2P/api/endpoints';
import { aScriptedExchange, gatewayReply, p2pReply } from '../../support/scriptedExchange.mts';
import { rejectionOf } from '../../support/thrown.mts';
import { READ, WRITE, RELEASE, MONEY } from '../../support/scriptedCalls.mts';

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
