import { splitText } from '../../../nodes/BybitP2P/action/chat/splitText';
import type { Exchange, FaultOptions } from '../../../simulator/exchange.mts';
import { PATH } from '../../support/exchangePaths.mts';
import { OddExchange } from '../../support/oddExchange.mts';
import { WorkerPool, anExchange, operationCalled } from '../../support/workers.mts';

const send = operationCalled('chat', 'sendMessage');
const MINUTE = 60_000;

function aChat(faults: ReadonlyArray<Omit<FaultOptions, 'path'>> = []) {
	const pool = new WorkerPool(anExchange());
	const { exchange } = pool;
	const orderId = exchange.openOrder({ side: 'buy', counterparty: 'otto' }).id;
	exchange.advance(1_000);
	faults.forEach((fault) => exchange.fault({ ...fault, path: PATH.send }));
	const worker = pool.worker();
	return {
		exchange,
		orderId,
		pool,
		say: async (text: unknown, options: object = {}, order = orderId) =>
			await worker.run({ operation: send, params: { orderId: order, messageType: 'text', text, options } }),
	};
}

const mine = (exchange: Exchange, orderId: string): readonly string[] =>
	exchange
		.messagesOf(orderId)
		.filter(({ from }) => from === 'merchant')
		.map(({ content }) => content);
const posts = (exchange: Exchange): number => exchange.calls.filter(({ path }) => path === PATH.send).length;

describe('sendMessage after a lost reply', () => {
	it('finds a message that arrived, and does not send it again', async () => {
		const { exchange, orderId, say } = aChat([{ kind: 'lostAfter' }]);

		expect(await say('paid')).toMatchObject({ type: 'given', json: { sent: true, skipped: false } });
		expect([mine(exchange, orderId), posts(exchange)]).toEqual([['paid'], 1]);
	});

	it('knows a message again whose line ends the exchange has changed', async () => {
		const exchange = new OddExchange();
		exchange.changeRow = (row) => ({ ...row, message: String(row.message).replaceAll('\\r\\n', '\\n') });
		const { id } = exchange.openOrder({ side: 'buy', counterparty: 'otto' });
		exchange.fault({ path: PATH.send, kind: 'lostAfter' });

		const params = { orderId: id, messageType: 'text', text: 'one\r\ntwo', options: {} };
		const end = await new WorkerPool(exchange).worker().run({ operation: send, params });

		expect([end.type, mine(exchange, id)]).toEqual(['given', ['one\r\ntwo']]);
	});

	it('sends a message that did not arrive once more, after a read', async () => {
		const { exchange, orderId, say } = aChat([{ kind: 'lostBefore' }]);

		expect(await say('paid')).toMatchObject({ type: 'given', json: { sent: true } });
		expect([mine(exchange, orderId), posts(exchange)]).toEqual([['paid'], 2]);
	});

	it('gives up after two, and says that it does not know', async () => {
		const { exchange, orderId, say } = aChat([{ kind: 'lostBefore', times: 5 }]);

		expect(await say('paid')).toMatchObject({
			type: 'thrown',
			message: `The chat message for order ${orderId} was sent, not confirmed: it does not show in the chat`,
		});
		expect(posts(exchange)).toBe(2);
	});

	it('sends nothing more when the chat cannot be read', async () => {
		const { exchange, say } = aChat([{ kind: 'lostBefore' }]);
		exchange.fault({ path: PATH.messages, kind: 'html502', times: Number.POSITIVE_INFINITY });

		expect(await say('paid')).toMatchObject({
			type: 'thrown',
			message: expect.stringContaining('not confirmed; nothing was repeated: the chat could not be read') as string,
		});
		expect(posts(exchange)).toBe(1);
	});

	it('does not take an older message of mine with the same words for this one', async () => {
		const { exchange, orderId, say } = aChat();
		exchange.say(orderId, { from: 'merchant', contentType: 'str', content: 'paid' });
		exchange.advance(1_000);
		exchange.fault({ path: PATH.send, kind: 'lostBefore' });

		await say('paid');

		expect(mine(exchange, orderId)).toEqual(['paid', 'paid']);
	});

	it('does not take the same words of the counterparty for mine', async () => {
		const { exchange, orderId, say } = aChat([{ kind: 'lostBefore' }]);
		exchange.say(orderId, 'paid');

		await say('paid');

		expect(mine(exchange, orderId)).toEqual(['paid']);
	});

	it.each(['/help? yes', ' paid ', 'a\nb', '{"content":"x"}', '🙂'])('knows %j again in the chat', async (words) => {
		const { exchange, orderId, say } = aChat([{ kind: 'lostAfter' }]);

		await say(words);

		expect(mine(exchange, orderId)).toEqual([words]);
	});
});

describe('skipIfSentWithinMinutes', () => {
	const options = { skipIfSentWithinMinutes: 10 };

	it('skips what was sent within the time, and sends what was sent before it', async () => {
		const { exchange, orderId, say } = aChat();
		await say('paid', options);
		exchange.advance(9 * MINUTE);

		expect(await say('paid', options)).toMatchObject({ json: { sent: false, skipped: true } });
		exchange.advance(2 * MINUTE);
		expect(await say('paid', options)).toMatchObject({ json: { sent: true, skipped: false } });
		expect(mine(exchange, orderId)).toEqual(['paid', 'paid']);
	});

	it('sends other words, also when they begin like an address with the same path', async () => {
		const { exchange, orderId, say } = aChat();

		for (const words of ['/paid?a', '/paid?b', 'paid', 'paid!']) await say(words, options);

		expect(mine(exchange, orderId)).toEqual(['/paid?a', '/paid?b', 'paid', 'paid!']);
	});

	it('skips the second of two executions that run at once', async () => {
		const { exchange, orderId, say } = aChat();

		const ends = await Promise.all([say('paid', options), say('paid', options)]);

		expect(ends).toMatchObject([{ json: { sent: true } }, { json: { sent: false, skipped: true } }]);
		expect(mine(exchange, orderId)).toEqual(['paid']);
	});

	it('sends nothing when the chat cannot be read before', async () => {
		const { exchange, say } = aChat();
		exchange.fault({ path: PATH.messages, kind: 'lostBefore', times: Number.POSITIVE_INFINITY });

		expect(await say('paid', options)).toMatchObject({
			type: 'thrown',
			message: expect.stringMatching(/^Bybit gave no answer when asked to show the chat messages/) as string,
		});
		expect(posts(exchange)).toBe(0);
	});
});

describe('splitLongText', () => {
	const options = { splitLongText: true };

	it('sends parts that are all alike, each of them, also after a lost reply', async () => {
		const { exchange, orderId, say } = aChat([{ kind: 'lostBefore', skip: 1 }]);
		const words = 'x'.repeat(2_500);

		await say(words, options);

		expect(mine(exchange, orderId)).toEqual(['x'.repeat(1000), 'x'.repeat(1000), 'x'.repeat(500)]);
	});

	it('does not skip a part because an equal one was sent before it', async () => {
		const { exchange, orderId, say } = aChat();

		await say('x'.repeat(2_000), { ...options, skipIfSentWithinMinutes: 60 });

		expect(mine(exchange, orderId)).toEqual(['x'.repeat(1000), 'x'.repeat(1000)]);
	});

	it('goes on with the part that is missing when it runs again', async () => {
		const both = { ...options, skipIfSentWithinMinutes: 60 };
		const { exchange, orderId, say } = aChat([{ kind: 'code', code: 912999999, skip: 1 }]);

		expect(await say(`${'x'.repeat(2_000)}end`, both)).toMatchObject({ type: 'thrown' });
		expect(await say(`${'x'.repeat(2_000)}end`, both)).toMatchObject({ type: 'given', json: { sent: true } });

		expect(mine(exchange, orderId)).toEqual(['x'.repeat(1000), 'x'.repeat(1000), 'end']);
	});
});

describe('splitText', () => {
	it.each([
		['x'.repeat(1000), 1],
		['x'.repeat(1001), 2],
		['🙂'.repeat(500), 1],
		['🙂'.repeat(501), 2],
		[`x${'🙂'.repeat(500)}`, 2],
		['word '.repeat(400), 2],
		['line\n'.repeat(1000), 5],
	])('cuts %# into parts of at most 1,000 units, none inside a character', (text, count) => {
		const parts = splitText(text, 1000);

		expect(parts).toHaveLength(count);
		expect(parts.every((part) => part.length <= 1000 && Buffer.from(part).toString() === part)).toBe(true);
		expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
	});

	it('gives nothing for white space only', () => {
		expect(splitText(' \n\t', 1000)).toEqual([]);
		expect(splitText(' '.repeat(3000), 1000)).toEqual([]);
	});
});
