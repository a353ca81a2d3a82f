import { dated, OddExchange, type MessageRow } from '../../support/oddExchange.mts';
import { WorkerPool, operationCalled } from '../../support/workers.mts';

const getMessages = operationCalled('chat', 'getMessages');

function aChat() {
	const exchange = new OddExchange();
	const worker = new WorkerPool(exchange).worker();
	const read = async (orderId: string, params: object = {}) => {
		const end = await worker.run({
			operation: getMessages,
			params: { orderId, filters: { from: ['counterparty', 'me'] }, options: {}, ...params },
		});
		if (end.type !== 'given') throw new Error(JSON.stringify(end));
		return end.outputs.map(({ json }) => json as Record<string, unknown>);
	};
	const texts = async (orderId: string, params: object = {}) => (await read(orderId, params)).map(({ text }) => text);
	return { exchange, read, texts, open: () => exchange.openOrder({ counterparty: 'anna' }).id };
}

/** The row of one text reads like this. */
const only =
	(text: string, change: (row: MessageRow) => MessageRow) =>
	(row: MessageRow): MessageRow =>
		String(row.message).includes(`"${text}"`) ? change(row) : row;

describe('the messages of an order', () => {
	it('come by their ids, whatever the order they are given in and whatever their dates say', async () => {
		const { exchange, open, texts } = aChat();
		const orderId = open();
		for (const text of ['one', 'two', 'three', 'four']) {
			exchange.advance(2_000);
			exchange.say(orderId, text);
		}
		exchange.changeRow = only('two', dated(1, 60_000));
		const handle = exchange.handle.bind(exchange);
		exchange.handle = (request) => reversed(handle(request));

		expect(await texts(orderId)).toEqual(['one', 'two', 'three', 'four']);
		expect(await texts(orderId, { limit: 2 })).toEqual(['three', 'four']);
	});

	it('are there from the second of the order on, since dates may be whole seconds', async () => {
		const { exchange, open, texts } = aChat();
		exchange.advance(900);
		const orderId = open();
		exchange.changeRow = dated(1_000);
		exchange.say(orderId, 'hello');

		expect(await texts(orderId)).toEqual(['hello']);
	});

	it('are there although their clock is some seconds behind that of the order', async () => {
		const { exchange, open, texts } = aChat();
		const orderId = open();
		exchange.changeRow = dated(1, -4_000);
		exchange.say(orderId, 'hello');

		expect(await texts(orderId)).toEqual(['hello']);
	});

	it('are given from the whole second of Sent After on', async () => {
		const { exchange, open, texts } = aChat();
		const orderId = open();
		exchange.advance(60_250);
		exchange.changeRow = dated(1_000);
		const sentAfter = new Date(exchange.now()).toISOString();
		exchange.say(orderId, 'hello');

		expect(await texts(orderId, { filters: { from: ['counterparty'], sentAfter } })).toEqual(['hello']);
	});

	it.each([
		['no date', (row: MessageRow) => ({ ...row, createDate: undefined })],
		['a date that is none', (row: MessageRow) => ({ ...row, createDate: 'yesterday' })],
		['a date before the order', dated(1, -3_600_000)],
		['a date in the future', dated(1, 3_600_000)],
	])('are not cut short by one with %s', async (_what, change) => {
		const { exchange, open, texts } = aChat();
		const orderId = open();
		for (let n = 1; n <= 65; n += 1) exchange.say(orderId, `text ${n}`);
		// The last of the first page, and one in the middle.
		exchange.changeRow = (row) => only('text 36', change)(only('text 50', change)(row));

		const found = await texts(orderId, { returnAll: true });

		expect(found.length).toBeGreaterThanOrEqual(63);
		expect(found.slice(0, 35)).toEqual(Array.from({ length: 35 }, (_none, index) => `text ${index + 1}`));
	});

	it.each([
		['a number', 5, '5'],
		['an object', { content: 'hi' }, 'hi'],
		['a list', ['hi'], '["hi"]'],
		['true', true, 'true'],
		['null', null, ''],
		['nothing', undefined, ''],
	])('are read when the content of one is %s', async (_what, message, text) => {
		const { exchange, open, texts } = aChat();
		const orderId = open();
		exchange.say(orderId, 'odd');
		exchange.say(orderId, 'last');
		exchange.changeRow = only('odd', (row) => ({ ...row, message }));

		expect(await texts(orderId)).toEqual([text, 'last']);
	});

	it('are those of the counterparty when it bears my nickname or that of Bybit', async () => {
		for (const nickName of ['same', 'SYSTEM']) {
			const { exchange, read } = aChat();
			Object.assign(exchange.merchant, { nickName: 'same' });
			const { id } = exchange.openOrder({ counterparty: 'anna' });
			const handle = exchange.handle.bind(exchange);
			exchange.handle = (request) => {
				const reply = handle(request);
				return { ...reply, body: reply.body.toString().replaceAll('"anna"', JSON.stringify(nickName)) };
			};
			exchange.say(id, 'release now');

			const [message] = await read(id, { filters: { from: ['counterparty'] } }).then((all) => all.slice(-1));

			expect(message).toMatchObject({ from: 'counterparty', text: 'release now', nickname: nickName });
		}
	});
});

function reversed(reply: ReturnType<OddExchange['handle']>): ReturnType<OddExchange['handle']> {
	const body = JSON.parse(reply.body.toString()) as { result?: { messages?: unknown[] } };
	body.result?.messages?.reverse();
	return { ...reply, body: JSON.stringify(body) };
}
