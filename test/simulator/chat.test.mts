import type { Order } from '../../simulator/exchange.mts';
import { Exchange } from '../../simulator/exchange.mts';
import { anExchange, ask, codeOf, multipart, NOW, resultOf } from './support.mts';

const sessionPath = '/v5/p2p/chat/session/getSessionId';
const sessionsPath = '/v5/p2p/chat/session/list_v1';
const pagePath = '/v5/p2p/chat/message/listpage_v1';
const sendPath = '/v5/p2p/chat/message/send_v1';
const uploadPath = '/v5/p2p/oss/upload_file';

interface Said {
	id: string;
	sendUserNickName: string;
	contentType: string;
	message: string;
	createDate: string;
}

interface Session {
	id: string;
	sessionId: string;
	sessionName: string;
	type: string;
	unreadCount: string;
}

function sessionOf(exchange: Exchange, order: Order): string {
	const userMaskId = exchange.orderInfo(order.id).targetUserMaskId;
	return resultOf<{ sessionId: string }>(exchange, sessionPath, { userMaskId }).sessionId;
}

function page(exchange: Exchange, sessionId: string, lastId = '0', limit = 30): Said[] {
	// Written by hand: an id of 19 digits does not survive JSON.stringify of a number.
	return resultOf<{ messages: Said[] }>(
		exchange,
		pagePath,
		`{"sessionId":"${sessionId}","lastId":${lastId},"limit":${limit}}`,
	).messages;
}

function sessions(exchange: Exchange, more: object = {}): Session[] {
	return resultOf<{ chatSession: Session[] }>(exchange, sessionsPath, { lastId: 0, size: 20, readStatus: 2, ...more })
		.chatSession;
}

function get(exchange: Exchange, url: string): { status: number; type: string; body: string } {
	const [path, query = ''] = url.split('?');
	const { status, headers, body } = exchange.handle({
		method: 'GET',
		path,
		query,
		ip: '127.0.0.1',
		headers: {},
		body: Buffer.alloc(0),
	});
	return { status, type: headers['content-type'], body: body.toString() };
}

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
		expect(page(exchange, sessionOf(exchange, second))[0]).not.toHaveProperty('orderId');
	});

	it('shows messages newest first, as JSON text with the documented fields', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterparty: 'ann' });
		exchange.say(order.id, 'hello');

		const [hello, card] = page(exchange, sessionOf(exchange, order));

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

		const seen: Said[] = [];
		for (let next = page(exchange, sessionId); next.length > 0; next = page(exchange, sessionId, next.at(-1)?.id))
			seen.push(...next);

		expect(seen.length).toBe(71);
		expect(new Set(seen.map(({ id }) => id)).size).toBe(71);
		expect(JSON.parse(seen[0].message)).toMatchObject({ content: 'm69' });
	});

	it('can carry bare text and content types in capitals', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		exchange.say(order.id, { contentType: 'STR', content: 'not JSON', isRaw: true });

		expect(page(exchange, sessionOf(exchange, order))[0]).toMatchObject({ contentType: 'STR', message: 'not JSON' });
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
		expect(page(exchange, sessionOf(exchange, order))).toHaveLength(1);
	});
});

describe('the list of chats', () => {
	it('names each counterparty once, the latest chat first, with text counters', () => {
		const exchange = anExchange();
		const [ann] = ['ann', 'ben'].map((counterparty) => exchange.openOrder({ counterparty }));
		exchange.say(ann.id, 'still there?');

		expect(sessions(exchange)).toEqual([
			{ sessionName: 'ann', sessionId: expect.any(String), type: 'SINGLE', id: expect.any(String), unreadCount: '2' },
			{ sessionName: 'ben', sessionId: expect.any(String), type: 'SINGLE', id: expect.any(String), unreadCount: '1' },
		]);
	});

	it('filters by read and unread, and has no groups', () => {
		const exchange = anExchange();
		const [ann] = ['ann', 'ben'].map((counterparty) => exchange.openOrder({ counterparty }));
		exchange.readChat(ann.id);

		expect(sessions(exchange, { readStatus: 0 }).map(({ sessionName }) => sessionName)).toEqual(['ben']);
		expect(sessions(exchange, { readStatus: 1 }).map(({ sessionName }) => sessionName)).toEqual(['ann']);
		expect(sessions(exchange, { type: 'GROUP' })).toEqual([]);
	});

	it('refuses more than 30 with 913100009, and text for numbers with 10001', () => {
		expect(codeOf(ask(anExchange(), sessionsPath, { lastId: 0, size: 50, readStatus: 2 }))).toBe(913100009);
		expect(codeOf(ask(anExchange(), sessionsPath, { lastId: 0, size: '20', readStatus: 2 }))).toBe(10001);
		expect(codeOf(ask(anExchange(), sessionsPath, { lastId: 0, size: 20 }))).toBe(10001);
	});

	it('counts as read what the merchant read in the app, and by reading here only when told to', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		page(exchange, sessionOf(exchange, order));
		expect(sessions(exchange)[0].unreadCount).toBe('1');

		exchange.configure({ readingMarksRead: true });
		page(exchange, sessionOf(exchange, order));
		expect(sessions(exchange)[0].unreadCount).toBe('0');
	});

	it('can be told to keep its counters still', () => {
		const exchange = anExchange({ unreadCounters: false });
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
		expect(page(exchange, sessionOf(exchange, order))[0].sendUserNickName).toBe('SimMerchant');
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

describe('files', () => {
	function uploaded(
		exchange: Exchange,
		fileName: string,
		content: string | Buffer = 'bytes',
		name?: string,
	): ReturnType<typeof ask> {
		const { body, contentType } = multipart(fileName, content, name);
		return ask(exchange, uploadPath, body, { contentType });
	}

	it.each([
		['a.jpg', 'pic', 'image/jpeg'],
		['a.JPEG', 'pic', 'image/jpeg'],
		['a.png', 'pic', 'image/png'],
		['a.pdf', 'pdf', 'application/pdf'],
		['a.mp4', 'video', 'video/mp4'],
	])('take %s as %s and give it back', (fileName, type, mime) => {
		const exchange = anExchange();
		const { result } = uploaded(exchange, fileName, Buffer.from([0, 13, 10, 255])).json as {
			result: { url: string; type: string };
		};

		expect(result.type).toBe(type);
		expect(get(exchange, result.url)).toMatchObject({ status: 200, type: mime });
		expect(exchange.file(result.url)?.content).toEqual(Buffer.from([0, 13, 10, 255]));
		expect(exchange.calls[0].body).toMatchObject({ upload: fileName, size: 4 });
	});

	it.each(['a.gif', 'a.exe', 'jpg', 'a.jpg.html'])('refuse %s', (fileName) => {
		expect(codeOf(uploaded(anExchange(), fileName))).toBe(10001);
	});

	it('come in the field upload_file, not empty', () => {
		expect(codeOf(uploaded(anExchange(), 'a.jpg', 'bytes', 'file'))).toBe(10001);
		expect(codeOf(uploaded(anExchange(), 'a.jpg', ''))).toBe(10001);
	});

	it('are refused when the signature does not cover the raw bytes', () => {
		const exchange = anExchange();
		const { body, contentType } = multipart('a.jpg', 'bytes');

		expect(codeOf(ask(exchange, uploadPath, body, { contentType, sign: 'f'.repeat(64) }))).toBe(10004);
	});

	it("live 72 hours under the upload's URL", () => {
		const exchange = anExchange();
		const { result } = uploaded(exchange, 'a.jpg').json as { result: { url: string } };

		exchange.advance(72 * 3_600_000 - 1);
		expect(get(exchange, result.url).status).toBe(200);
		exchange.advance(1);
		expect(get(exchange, result.url).status).toBe(403);
	});

	it("live 3 hours under a message's URL, which is relative and signed anew each time", () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		exchange.say(order.id, { contentType: 'pdf', content: Buffer.from('receipt'), fileName: 'receipt.pdf' });
		const url = (): string =>
			String((JSON.parse(page(exchange, sessionOf(exchange, order))[0].message) as { content: string }).content);
		const first = url();

		expect(first).toMatch(/^\/fileupload\/.+\.pdf\?sig=[0-9a-f]+&expires=\d+$/);
		expect(get(exchange, first)).toEqual({ status: 200, type: 'application/pdf', body: 'receipt' });
		exchange.advance(3 * 3_600_000);
		expect(get(exchange, first).status).toBe(403);
		expect(get(exchange, url()).status).toBe(200);
	});

	it('cannot be had with a signature for another time', () => {
		const exchange = anExchange();
		const { result } = uploaded(exchange, 'a.jpg').json as { result: { url: string } };

		expect(
			get(
				exchange,
				result.url.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
			).status,
		).toBe(403);
	});

	it('are sent by their uploaded URL, under their own type', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const { result } = uploaded(exchange, 'a.jpg').json as { result: { url: string } };
		const body = { message: result.url, contentType: 'pic', sessionId: sessionOf(exchange, order), orderId: order.id };

		expect(codeOf(ask(exchange, sendPath, { ...body, contentType: 'pdf' }))).toBe(10001);
		expect(codeOf(ask(exchange, sendPath, { ...body, message: 'https://example.com/a.jpg' }))).toBe(10001);
		expect(codeOf(ask(exchange, sendPath, body))).toBe(0);
		expect(exchange.messagesOf(order.id).at(-1)).toMatchObject({
			from: 'merchant',
			contentType: 'pic',
			fileName: 'a.jpg',
			msgType: '302',
		});
	});
});
