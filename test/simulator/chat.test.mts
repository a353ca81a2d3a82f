import type { MessageRow } from './chatCalls.mts';
import { messagePage, pagePath, sendPath, sessionList, sessionOf, sessionsPath } from './chatCalls.mts';
import { anExchange, ask, codeOf, NOW } from './support.mts';

describe('a chat', () => {
	it('belongs to a person: two orders with one share it, and messages carry no order id', () => {
		const exchange = anExchange();
		const [first, second] = [exchange.openOrder({ counterparty: 'ann' }), exchange.openOrder({ counterparty: 'ann' })];
		const other = exchange.openOrder({ counterparty: 'ben' });

		expect(sessionOf(exchange, first)).toBe(sessionOf(exchange, second));
		expect(sessionOf(exchange, first)).not.toBe(sessionOf(exchange, other));
		exchange.say(first.id, 'hello');
		expect(exchange.messagesOf(second.id).at(-1)).toMatchObject({
			from: 'counterparty',
			contentType: 'str',
			content: 'hello',
		});
		expect(messagePage(exchange, sessionOf(exchange, second))[0]).not.toHaveProperty('orderId');
	});

	it('shows messages newest first, as JSON text with the documented fields', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterparty: 'ann' });
		exchange.say(order.id, 'hello');

		const [hello, card] = messagePage(exchange, sessionOf(exchange, order));

		expect(hello).toEqual({
			id: expect.stringMatching(/^\d{19}$/),
			sendUserNickName: 'ann',
			contentType: 'str',
			message: expect.any(String),
			createDate: String(NOW),
		});
		expect(JSON.parse(hello.message)).toEqual({
			content: 'hello',
			msgCode: '',
			msgType: '301',
			fileName: '',
			size: '',
		});
		expect(card.sendUserNickName).toBe('SYSTEM');
		expect(JSON.parse(card.message)).toMatchObject({ msgType: '603' });
	});

	it('pages back without repeats, by cursors wider than a float', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		for (let n = 0; n < 70; n += 1) exchange.say(order.id, `m${n}`);
		const sessionId = sessionOf(exchange, order);

		const seen: MessageRow[] = [];
		for (
			let next = messagePage(exchange, sessionId);
			next.length > 0;
			next = messagePage(exchange, sessionId, next.at(-1)?.id)
		)
			seen.push(...next);

		expect(seen.length).toBe(71);
		expect(new Set(seen.map(({ id }) => id)).size).toBe(71);
		expect(JSON.parse(seen[0].message)).toMatchObject({ content: 'm69' });
	});

	it('can carry bare text and content types in capitals', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		exchange.say(order.id, { contentType: 'STR', content: 'not JSON', isRaw: true });

		expect(messagePage(exchange, sessionOf(exchange, order))[0]).toMatchObject({
			contentType: 'STR',
			message: 'not JSON',
		});
	});

	it('gets a card from the system when the order moves', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterparty: 'ann' });
		exchange.buyerPays(order.id);
		ask(exchange, '/v5/p2p/order/finish', { orderId: order.id });

		expect(exchange.messagesOf(order.id).map(({ from, msgType }) => [from, msgType])).toEqual(
			Array.from({ length: 3 }, () => ['system', '603']),
		);
	});

	it.each([
		[{ lastId: 0, limit: 10 }, 10001],
		[{ sessionId: 's', lastId: '0', limit: 10 }, 10001],
		[{ sessionId: 's', lastId: 0, limit: '10' }, 10001],
		[{ sessionId: 's', lastId: 0, limit: 31 }, 913100009],
	])('refuses to show %j (%i)', (given, code) => {
		const exchange = anExchange();
		const sessionId = sessionOf(exchange, exchange.openOrder());

		expect(codeOf(ask(exchange, pagePath, 'sessionId' in given ? { ...given, sessionId } : given))).toBe(code);
	});

	it('is not found under a session id that was renewed', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const before = sessionOf(exchange, order);
		exchange.renewSession(order.id);

		expect(codeOf(ask(exchange, pagePath, { sessionId: before, lastId: 0, limit: 10 }))).toBeGreaterThan(912000000);
		expect(messagePage(exchange, sessionOf(exchange, order))).toHaveLength(1);
	});
});

describe('the list of chats', () => {
	it('names each counterparty once, the latest chat first, with text counters', () => {
		const exchange = anExchange();
		const [ann] = ['ann', 'ben'].map((counterparty) => exchange.openOrder({ counterparty }));
		exchange.say(ann.id, 'still there?');

		expect(sessionList(exchange)).toEqual([
			{ sessionName: 'ann', sessionId: expect.any(String), type: 'SINGLE', id: expect.any(String), unreadCount: '2' },
			{ sessionName: 'ben', sessionId: expect.any(String), type: 'SINGLE', id: expect.any(String), unreadCount: '1' },
		]);
	});

	it('filters by read and unread, and has no groups', () => {
		const exchange = anExchange();
		const [ann] = ['ann', 'ben'].map((counterparty) => exchange.openOrder({ counterparty }));
		exchange.readChat(ann.id);

		expect(sessionList(exchange, { readStatus: 0 }).map(({ sessionName }) => sessionName)).toEqual(['ben']);
		expect(sessionList(exchange, { readStatus: 1 }).map(({ sessionName }) => sessionName)).toEqual(['ann']);
		expect(sessionList(exchange, { type: 'GROUP' })).toEqual([]);
	});

	it('refuses more than 30 with 913100009, and text for numbers with 10001', () => {
		expect(codeOf(ask(anExchange(), sessionsPath, { lastId: 0, size: 50, readStatus: 2 }))).toBe(913100009);
		expect(codeOf(ask(anExchange(), sessionsPath, { lastId: 0, size: '20', readStatus: 2 }))).toBe(10001);
		expect(codeOf(ask(anExchange(), sessionsPath, { lastId: 0, size: 20 }))).toBe(10001);
	});

	it('counts as read what the merchant read in the app, and by reading here only when switched so', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		messagePage(exchange, sessionOf(exchange, order));
		expect(sessionList(exchange)[0].unreadCount).toBe('1');

		exchange.configure({ readingMarksRead: true });
		messagePage(exchange, sessionOf(exchange, order));
		expect(sessionList(exchange)[0].unreadCount).toBe('0');
	});

	it('can be switched to keep its counters still', () => {
		const exchange = anExchange({ unreadHints: 'cursorsOnly' });
		const order = exchange.openOrder();
		exchange.say(order.id, 'unseen');

		expect(exchange.orderInfo(order.id)).toMatchObject({ selfUnreadMsgCount: '0', unreadMsgCount: '0' });
	});
});

describe('sending', () => {
	it("says the text in the merchant's name, and answers with no result at all", () => {
		const exchange = anExchange();
		const order = exchange.openOrder();

		const answer = ask(exchange, sendPath, {
			message: 'hello',
			contentType: 'str',
			sessionId: sessionOf(exchange, order),
			orderId: order.id,
		});

		expect(answer.json).toMatchObject({ ret_code: 0 });
		expect(answer.json).not.toHaveProperty('result');
		expect(exchange.messagesOf(order.id).at(-1)).toMatchObject({ from: 'merchant', content: 'hello' });
		expect(messagePage(exchange, sessionOf(exchange, order))[0].sendUserNickName).toBe('SimMerchant');
	});

	it('knows no repeat: the same text twice is two messages', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const body = { message: 'hello', contentType: 'str', sessionId: sessionOf(exchange, order), orderId: order.id };
		ask(exchange, sendPath, body);
		ask(exchange, sendPath, body);

		expect(exchange.effects(order.id).messages).toBe(2);
	});

	it('takes 1000 characters and not 1001', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const sent = (length: number): unknown =>
			codeOf(
				ask(exchange, sendPath, {
					message: 'x'.repeat(length),
					contentType: 'str',
					sessionId: sessionOf(exchange, order),
					orderId: order.id,
				}),
			);

		expect([sent(1000), sent(1001)]).toEqual([0, 10001]);
	});

	it.each(['message', 'contentType', 'sessionId', 'orderId'])('asks for %s', (field) => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const body = {
			message: 'hello',
			contentType: 'str',
			sessionId: sessionOf(exchange, order),
			orderId: order.id,
			[field]: undefined,
		};

		expect(codeOf(ask(exchange, sendPath, body))).toBe(10001);
	});

	it('refuses capitals in the content type, and a session of somebody else', () => {
		const exchange = anExchange();
		const [ann, ben] = ['ann', 'ben'].map((counterparty) => exchange.openOrder({ counterparty }));
		const body = { message: 'hello', contentType: 'str', sessionId: sessionOf(exchange, ann), orderId: ann.id };

		expect(codeOf(ask(exchange, sendPath, { ...body, contentType: 'STR' }))).toBe(10001);
		expect(codeOf(ask(exchange, sendPath, { ...body, orderId: ben.id }))).toBeGreaterThan(912000000);
	});

	it('by the old calls is closed', () => {
		for (const path of ['/v5/p2p/order/message/send', '/v5/p2p/order/message/listpage']) {
			expect(ask(anExchange(), path, {}).json).toMatchObject({ ret_code: 912200387 });
		}
	});
});
