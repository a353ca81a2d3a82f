import type { Exchange, Order } from '../../simulator/exchange.mts';
import { messagePage, sessionList, sessionOf } from './chatCalls.mts';
import { anExchange } from './support.mts';

/** What hints at news: counter of the order row, counter and cursor of the list of chats, place in the list of unread chats. */
function hints(exchange: Exchange, order: Order): { row: unknown; count: string; cursor: string; isUnread: boolean } {
	const [chat] = sessionList(exchange).filter(({ sessionName }) => sessionName === order.counterparty);
	return {
		row: exchange.orderInfo(order.id).selfUnreadMsgCount,
		count: chat.unreadCount,
		cursor: chat.id,
		isUnread: sessionList(exchange, { readStatus: 0 }).some(({ id }) => id === chat.id),
	};
}

/** An order whose chat has been read, with a second one beside it. */
function readOrder(exchange: Exchange): Order {
	const order = exchange.openOrder({ counterparty: 'ann' });
	exchange.openOrder({ counterparty: 'ben' });
	exchange.readInApp();
	exchange.advance(60_000);
	return order;
}

describe('unread hints', () => {
	it('honest: counters and cursor move with each message, and reading in the app resets the counters', () => {
		const exchange = anExchange();
		const order = readOrder(exchange);
		const before = hints(exchange, order);
		exchange.say(order.id, 'one');
		const after = exchange.say(order.id, 'two');

		expect(before).toMatchObject({ row: '0', count: '0', isUnread: false });
		expect(hints(exchange, order)).toEqual({ row: '2', count: '2', cursor: after.id, isUnread: true });
		exchange.readChat(order.id);
		expect(hints(exchange, order)).toEqual({ row: '0', count: '0', cursor: after.id, isUnread: false });
	});

	it('reset: a message counts until the merchant has read it in the app, some seconds later', () => {
		const exchange = anExchange({ unreadHints: 'reset', appReadsAfterMs: 10_000 });
		const order = readOrder(exchange);
		const { id } = exchange.say(order.id, 'hello');

		exchange.advance(9_999);
		expect(hints(exchange, order)).toEqual({ row: '1', count: '1', cursor: id, isUnread: true });
		exchange.advance(1);
		expect(hints(exchange, order)).toEqual({ row: '0', count: '0', cursor: id, isUnread: false });
	});

	it('never: counters stay 0 and cursors stay where they were, though the message is there', () => {
		const exchange = anExchange({ unreadHints: 'never' });
		const order = readOrder(exchange);
		const before = hints(exchange, order);
		exchange.say(order.id, 'hello');

		expect(before).toMatchObject({ row: '0', count: '0', isUnread: false });
		expect(hints(exchange, order)).toEqual(before);
		expect(messagePage(exchange, sessionOf(exchange, order))[0].message).toContain('hello');
	});

	it('cursorsOnly: the cursor moves, the counters do not', () => {
		const exchange = anExchange({ unreadHints: 'cursorsOnly' });
		const order = readOrder(exchange);
		const { id } = exchange.say(order.id, 'hello');

		expect(hints(exchange, order)).toEqual({ row: '0', count: '0', cursor: id, isUnread: false });
	});

	it('restless: each read of the list moves the cursor of one chat that has no news', () => {
		const exchange = anExchange({ unreadHints: 'restless' });
		readOrder(exchange);
		const cursors = (): string[] =>
			sessionList(exchange)
				.sort((a, b) => a.sessionName.localeCompare(b.sessionName))
				.map(({ id }) => id);
		const [first, second, third] = [cursors(), cursors(), cursors()];

		expect(first.map((cursor, n) => cursor === second[n])).toEqual([true, false]);
		expect(second.map((cursor, n) => cursor === third[n])).toEqual([false, true]);
		expect(sessionList(exchange).every(({ unreadCount }) => unreadCount === '0')).toBe(true);
	});

	it('a cursor moves without a message when a script says so', () => {
		const exchange = anExchange();
		const order = readOrder(exchange);
		const before = hints(exchange, order);
		exchange.moveCursor(order.id);
		const after = hints(exchange, order);

		expect(BigInt(after.cursor)).toBeGreaterThan(BigInt(before.cursor));
		expect({ ...after, cursor: '' }).toEqual({ ...before, cursor: '' });
		expect(sessionList(exchange)[0].sessionName).toBe('ann');
		expect(messagePage(exchange, sessionOf(exchange, order))).toHaveLength(1);
	});
});
