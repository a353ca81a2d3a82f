import type { Exchange, MessageOptions } from '../../simulator/exchange.mts';
import { getFile, messagePage, sessionList, sessionOf } from './chatCalls.mts';
import { anExchange, NOW } from './support.mts';

/** The row of a message that the counterparty of a new order writes. */
function rowOf(exchange: Exchange, message: MessageOptions): Record<string, unknown> {
	const order = exchange.openOrder();
	exchange.say(order.id, message);
	return { ...messagePage(exchange, sessionOf(exchange, order))[0] };
}

const content = (row: Record<string, unknown>): Record<string, unknown> =>
	JSON.parse(String(row.message)) as Record<string, unknown>;

describe('a message', () => {
	it.each([5, null, { content: 'hello' }, ['hello'], true])('may carry %j in the place of text', (message) => {
		expect(rowOf(anExchange(), { contentType: 'str', fields: { message } }).message).toEqual(message);
	});

	it.each(['message', 'contentType', 'sendUserNickName', 'createDate'])('may lack %s', (field) => {
		const row = rowOf(anExchange(), { contentType: 'str', content: 'hello', without: [field] });

		expect(Object.keys(row)).toHaveLength(4);
		expect(row).not.toHaveProperty(field);
	});

	it('may be dated before its order, or in the future, and keeps its place by its id', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		exchange.say(order.id, { contentType: 'str', content: 'early', sentAt: NOW - 5 });
		exchange.say(order.id, { contentType: 'str', content: 'future', sentAt: NOW + 3_600_000 });
		exchange.say(order.id, 'now');

		const page = messagePage(exchange, sessionOf(exchange, order));

		expect(page.map(({ createDate }) => Number(createDate) - NOW)).toEqual([0, 3_600_000, -5, 0]);
		expect(page.map(({ message }) => content({ message }).content).slice(0, 3)).toEqual(['now', 'future', 'early']);
	});

	it('may come from a counterparty with the nickname of the merchant', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterparty: exchange.merchant.nickName });
		exchange.say(order.id, 'hello');

		expect(exchange.orderInfo(order.id)).toMatchObject({ targetNickName: 'SimMerchant', nickName: 'SimMerchant' });
		expect(order.counterpartyId).not.toBe(exchange.merchant.userId);
		expect(messagePage(exchange, sessionOf(exchange, order))[0].sendUserNickName).toBe('SimMerchant');
		expect(sessionList(exchange)[0].sessionName).toBe('SimMerchant');
	});
});

describe('a message with a file', () => {
	it('may carry an address from elsewhere', () => {
		const row = rowOf(anExchange(), { contentType: 'pic', url: 'blob:https://example.com/1' });

		expect(content(row)).toMatchObject({ content: 'blob:https://example.com/1', fileName: '', size: '' });
	});

	it('may name a file with path parts, and gives it all the same', () => {
		const exchange = anExchange();
		const fileName = '../../etc/receipt.png';
		const row = content(rowOf(exchange, { contentType: 'pic', content: Buffer.from('png'), fileName }));

		expect(row.fileName).toBe(fileName);
		expect(getFile(exchange, String(row.content))).toMatchObject({ status: 200, type: 'image/png' });
	});

	it.each<[MessageOptions['fileName'], object]>([
		['', { fileName: '' }],
		[null, {}],
	])('may name none (%j)', (fileName, expected) => {
		const { fileName: shown, ...row } = content(
			rowOf(anExchange(), { contentType: 'pdf', content: Buffer.from('pdf'), fileName }),
		);

		expect(shown === undefined ? {} : { fileName: shown }).toEqual(expected);
		expect(row).toMatchObject({ content: expect.stringContaining('.pdf?sig='), size: '3' });
	});
});
