import { endpoints } from '../../../nodes/BybitP2P/api/endpoints';
import { BybitError, NoReply } from '../../../nodes/BybitP2P/api/errors';
import { aScriptedExchange, bytes, gatewayReply, p2pReply, type Scripted } from '../../support/scriptedExchange.mts';
import { rejectionOf } from '../../support/thrown.mts';
import { html, WRITE, RELEASE, MONEY, UNCLEAR } from '../../support/scriptedCalls.mts';

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
