import { gunzipSync } from 'node:zlib';

import type { Exchange } from '../../simulator/exchange.mts';
import { getFile, messagePage, sendPath, sessionOf, uploadPath } from './chatCalls.mts';
import { anExchange, ask, codeOf, multipart } from './support.mts';

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
		expect(getFile(exchange, result.url)).toMatchObject({ status: 200, type: mime });
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
		expect(getFile(exchange, result.url).status).toBe(200);
		exchange.advance(1);
		expect(getFile(exchange, result.url).status).toBe(403);
	});

	it("live 3 hours under a message's URL, which is relative and signed anew each time", () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		exchange.say(order.id, { contentType: 'pdf', content: Buffer.from('receipt'), fileName: 'receipt.pdf' });
		const url = (): string =>
			String((JSON.parse(messagePage(exchange, sessionOf(exchange, order))[0].message) as { content: string }).content);
		const first = url();

		expect(first).toMatch(/^\/fileupload\/.+\.pdf\?sig=[0-9a-f]+&expires=\d+$/);
		expect(getFile(exchange, first)).toMatchObject({
			status: 200,
			type: 'application/pdf',
			body: Buffer.from('receipt'),
		});
		exchange.advance(3 * 3_600_000);
		expect(getFile(exchange, first).status).toBe(403);
		expect(getFile(exchange, url()).status).toBe(200);
	});

	it('cannot be had with a signature for another time', () => {
		const exchange = anExchange();
		const { result } = uploaded(exchange, 'a.jpg').json as { result: { url: string } };

		expect(
			getFile(
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

describe('a file that cannot be had', () => {
	/** An exchange with a receipt in a chat, and the URL of it. */
	function withReceipt(): { exchange: Exchange; url: string } {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const { content } = exchange.say(order.id, { contentType: 'pic', content: Buffer.from('receipt') });
		return { exchange, url: exchange.fileUrl(content) };
	}

	it('answers 500', () => {
		const { exchange, url } = withReceipt();
		exchange.fault({ group: 'files', kind: 'status', status: 500 });

		expect([getFile(exchange, url).status, getFile(exchange, url).status]).toEqual([500, 200]);
	});

	it('leads elsewhere', () => {
		const { exchange, url } = withReceipt();
		exchange.fault({ group: 'files', kind: 'redirect', location: 'https://example.com/a.jpg' });

		expect(getFile(exchange, url)).toMatchObject({
			status: 302,
			headers: { location: 'https://example.com/a.jpg' },
			body: Buffer.alloc(0),
		});
	});

	it('is refused as JSON with HTTP 200', () => {
		const { exchange, url } = withReceipt();
		exchange.fault({ group: 'files', kind: 'code', code: 912000999 });

		const { status, type, body } = getFile(exchange, url);

		expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
		expect(JSON.parse(body.toString())).toMatchObject({ ret_code: 912000999 });
	});

	it('is small on the way and huge when unpacked', () => {
		const { exchange, url } = withReceipt();
		exchange.fault({ group: 'files', kind: 'hugeGzip', sizeBytes: 64 * 1024 ** 2 });

		const { type, headers, body } = getFile(exchange, url);

		expect([type, headers['content-encoding']]).toEqual(['image/jpeg', 'gzip']);
		expect(body.length).toBeLessThan(100_000);
		expect(gunzipSync(body).length).toBe(64 * 1024 ** 2);
	});

	it('is one of many: a fault may name the file by its path', () => {
		const { exchange, url } = withReceipt();
		const other = exchange.say(exchange.openOrder().id, { contentType: 'pdf', content: Buffer.from('b') });
		exchange.fault({ path: other.content, kind: 'status', times: Infinity });

		expect([getFile(exchange, url).status, getFile(exchange, exchange.fileUrl(other.content)).status]).toEqual([
			200, 500,
		]);
	});

	it('is not hit by a fault for all calls, and stands in no call log', () => {
		const { exchange, url } = withReceipt();
		exchange.fault({ path: '*', kind: 'status', times: Infinity });

		expect(getFile(exchange, url).status).toBe(200);
		expect(exchange.calls).toEqual([]);
	});
});

describe('the name of a file that the caller sent', () => {
	it.each([
		[true, 'a.jpg'],
		[false, ''],
	])('is kept: %s', (sentFilesKeepName, fileName) => {
		const exchange = anExchange({ sentFilesKeepName });
		const order = exchange.openOrder();
		const { body, contentType } = multipart('a.jpg', 'bytes');
		const { url } = ask(exchange, uploadPath, body, { contentType }).json.result as { url: string };
		ask(exchange, sendPath, {
			message: url,
			contentType: 'pic',
			sessionId: sessionOf(exchange, order),
			orderId: order.id,
		});

		expect(JSON.parse(messagePage(exchange, sessionOf(exchange, order))[0].message)).toMatchObject({
			fileName,
			size: '5',
		});
	});
});
