import { signedRequest } from '../../../nodes/BybitP2P/n8n/signedRequest';
import { NOW, ORIGIN, ADDRESS, aCredential, sign, expectedSign } from '../../support/signedRequests.mts';

describe('a signed POST', () => {
	it.each([
		['text', '{"orderId":"1"}', '{"orderId":"1"}'],
		['text with blanks around it, which n8n cuts off', ' \n{"orderId": "1"}\t\n', '{"orderId": "1"}'],
		['text beyond ASCII', '{"message":"Привет 👋"}', '{"message":"Привет 👋"}'],
		['an object', { orderId: '1', n: 1, deep: { list: [1, null] } }, '{"orderId":"1","n":1,"deep":{"list":[1,null]}}'],
		['a list', [{ a: 1 }], '[{"a":1}]'],
		['an empty object, which n8n would not send', {}, '{}'],
		['empty text', '', '{}'],
		['blanks', '  \n', '{}'],
		['nothing', undefined, '{}'],
		['null', null, '{}'],
		['text that is no JSON, which n8n would send as a JSON text', 'hello', '"hello"'],
		['broken JSON, the same way', '{"a":', '"{\\"a\\":"'],
		['false', false, 'false'],
		['a number', 0, '0'],
	])('goes out as the very text that is signed: %s', (_, body, text) => {
		const signed = sign({ method: 'POST', url: ADDRESS, body });

		expect(signed.body).toBe(text);
		expect(signed.headers['X-BAPI-SIGN']).toBe(expectedSign(signed, text));
	});

	it('is JSON by its header: without it n8n would encode the text as a form', () => {
		expect(sign({ method: 'POST', url: ADDRESS, body: '{}' }).headers['Content-Type']).toBe('application/json');
	});

	it('keeps bytes and their content type, which names the boundary', () => {
		const body = Buffer.from([0, 255, 13, 10, 32]);
		const signed = sign({
			method: 'POST',
			url: ADDRESS,
			body,
			headers: { 'content-type': 'multipart/form-data; boundary=x' },
		});

		expect(signed.body).toBe(body);
		expect(signed.headers['Content-Type']).toBe('multipart/form-data; boundary=x');
		expect(signed.headers['X-BAPI-SIGN']).toBe(expectedSign(signed, body));
	});

	it('sends the bytes of a typed array, not a list of numbers', () => {
		const signed = sign({ method: 'POST', url: ADDRESS, body: new Uint8Array([1, 2, 3]) });

		expect(signed.body).toEqual(Buffer.from([1, 2, 3]));
		expect(signed.headers['X-BAPI-SIGN']).toBe(expectedSign(signed, Buffer.from([1, 2, 3])));
	});

	it('signs the body, not the query it may have', () => {
		const signed = sign({ method: 'POST', url: `${ADDRESS}?x=1`, body: '{"a":1}' });

		expect(signed.url).toBe(`${ADDRESS}?x=1`);
		expect(signed.headers['X-BAPI-SIGN']).toBe(expectedSign(signed, '{"a":1}'));
	});

	it('signs with the clock of the exchange where the offset is known', () => {
		expect(sign({ method: 'POST', url: ADDRESS, body: '{}', clockOffsetMs: -30_000 }).headers['X-BAPI-TIMESTAMP']).toBe(
			String(NOW - 30_000),
		);
	});
});

describe('a signed GET', () => {
	it('has no body and no content type', () => {
		const signed = sign({
			method: 'GET',
			url: `${ORIGIN}/v5/market/time`,
			body: {},
			headers: { 'content-type': 'application/json' },
		});

		expect(Object.keys(signed)).not.toContain('body');
		expect(Object.keys(signed.headers).map((name) => name.toLowerCase())).not.toContain('content-type');
	});

	it.each(['GET', 'get', undefined])('is one when the method is %p', (method) => {
		const signed = sign({ ...(method === undefined ? {} : { method }), url: `${ORIGIN}/v5/x?a=1` });

		expect(signed.headers['X-BAPI-SIGN']).toBe(expectedSign(signed, 'a=1'));
	});

	it.each([
		['nothing', '/v5/x', undefined, ''],
		['an empty object', '/v5/x', {}, ''],
		['a query in the address', '/v5/x?coin=USDT%2CBTC&a=b', undefined, '?coin=USDT%2CBTC&a=b'],
		['fields', '/v5/x', { accountType: 'FUND', coin: 'USDT,BTC' }, '?accountType=FUND&coin=USDT%2CBTC'],
		['both', '/v5/x?a=1', { b: 2 }, '?a=1&b=2'],
		['fields without a value', '/v5/x', { a: undefined, b: null, c: '', d: 0, e: false }, '?c=&d=0&e=false'],
		['lists', '/v5/x', { coin: ['USDT', 'BTC'] }, '?coin=USDT&coin=BTC'],
		['an empty list', '/v5/x', { coin: [] }, ''],
		['blanks, plus and percent signs', '/v5/x', { q: 'a b+c%20d' }, '?q=a+b%2Bc%2520d'],
		['text beyond ASCII', '/v5/x', { q: 'Ёж👋' }, '?q=%D0%81%D0%B6%F0%9F%91%8B'],
		['what separates fields', '/v5/x', { 'a&b': 'c=d#e?f' }, '?a%26b=c%3Dd%23e%3Ff'],
		['a fragment, which is never sent', '/v5/x?a=1#top', undefined, '?a=1'],
		['text beyond ASCII in the address', '/v5/x?q=ж\'"<>', undefined, '?q=%D0%B6%27%22%3C%3E'],
	])('carries its query in the address, signed as it stands there: %s', (_, path, qs, search) => {
		const signed = sign({ method: 'GET', url: `${ORIGIN}${path}`, ...(qs === undefined ? {} : { qs }) });

		expect(signed.url).toBe(`${ORIGIN}/v5/x${search}`);
		expect(signed).not.toHaveProperty('qs');
		expect(signed.headers['X-BAPI-SIGN']).toBe(expectedSign(signed, search.slice(1)));
	});
});

describe('a form', () => {
	const form = new FormData();
	form.append('a', '1');

	it.each([
		['URLSearchParams', { body: new URLSearchParams({ a: '1' }) }],
		['FormData', { body: form }],
		['the field form', { form: { a: '1' } }],
		['the field formData', { formData: { a: '1' } }],
		['form-encoded text', { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
		['a form-encoded object', { body: { a: '1' }, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
		[
			'form-encoded bytes',
			{ body: Buffer.from('a=1'), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
		],
		['a multipart object', { body: { a: '1' }, headers: { 'CONTENT-TYPE': 'multipart/form-data' } }],
	])('is refused with the way out: %s', (_, parts) => {
		expect(() => signedRequest(aCredential(), { method: 'POST', url: ADDRESS, ...parts }, NOW)).toThrow(
			'The Bybit P2P credential cannot sign a form: Bybit takes JSON. Set Body Content Type to JSON',
		);
	});

	it.each([
		['a stream', { pipe() {} }],
		['a function', () => {}],
	])('and so is %s, whose bytes nobody knows yet', (_, body) => {
		expect(() => signedRequest(aCredential(), { method: 'POST', url: ADDRESS, body }, NOW)).toThrow('cannot sign');
	});
});

describe('headers', () => {
	it('of the caller stay, those of a signature and the content type are ours alone, in whatever case they came', () => {
		const signed = sign({
			method: 'POST',
			url: ADDRESS,
			body: '{}',
			headers: {
				Accept: 'x',
				'x-bapi-sign': 'old',
				'X-Bapi-Api-Key': 'other',
				'x-BAPI-timestamp': '1',
				'CONTENT-type': 'text/plain',
				Referer: 'me',
			},
		});

		expect(signed.headers).toEqual({
			Accept: 'x',
			Referer: 'me',
			'Content-Type': 'application/json',
			'X-BAPI-API-KEY': 'the-key',
			'X-BAPI-TIMESTAMP': String(NOW),
			'X-BAPI-RECV-WINDOW': '5000',
			'X-BAPI-SIGN': expectedSign(signed, '{}'),
			'X-BAPI-SIGN-TYPE': '2',
		});
	});
});
