import { createHmac } from 'node:crypto';

import { signedRequest, type CredentialFields } from '../../../nodes/BybitP2P/n8n/signedRequest';
import { frozen } from '../../support/frozen.mts';

const NOW = 1_790_000_000_000;
const ORIGIN = 'https://api.bybit.com';
const ADDRESS = `${ORIGIN}/v5/p2p/order/info`;

function aCredential(more: Record<string, unknown> = {}): CredentialFields {
	return {
		environment: ORIGIN,
		keyType: 'hmac',
		apiKey: 'the-key',
		apiSecret: 'the-secret',
		recvWindow: 5000,
		...more,
	};
}

interface Signed {
	readonly url: string;
	readonly body?: unknown;
	readonly headers: Record<string, string>;
	readonly [option: string]: unknown;
}

function sign(options: object, credential = aCredential(), nowMs = NOW): Signed {
	return signedRequest(credential, frozen(options), nowMs) as unknown as Signed;
}

/** What the exchange computes from what it received: the query of a GET, the body of a POST. */
function expectedSign(
	{ url, body, headers }: Signed,
	payload: string | Buffer = body === undefined ? new URL(url).search.slice(1) : (body as string | Buffer),
): string {
	const head = `${headers['X-BAPI-TIMESTAMP']}${headers['X-BAPI-API-KEY']}${headers['X-BAPI-RECV-WINDOW']}`;
	return createHmac('sha256', 'the-secret').update(head).update(payload).digest('hex');
}

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

describe('the address', () => {
	it.each([
		['url', { url: ADDRESS }],
		['uri, as the HTTP Request node says', { uri: ADDRESS }],
		['url before uri', { url: ADDRESS, uri: `${ORIGIN}/other` }],
		['baseURL and url, as the credential test says', { baseURL: ORIGIN, url: '/v5/p2p/order/info' }],
		['baseURL with a slash', { baseURL: `${ORIGIN}/`, url: '/v5/p2p/order/info' }],
		['baseURL with a path', { baseURL: `${ORIGIN}/v5/p2p`, url: 'order/info' }],
		['a bare path', { url: '/v5/p2p/order/info' }],
		['an upper-case host', { url: 'HTTPS://API.BYBIT.COM/v5/p2p/order/info' }],
		['the usual port', { url: 'https://api.bybit.com:443/v5/p2p/order/info' }],
	])('is read from %s', (_, parts) => {
		const signed = sign({ method: 'POST', body: '{}', ...parts });

		expect(signed.url).toBe(ADDRESS);
		expect(Object.keys(signed).filter((name) => name === 'uri' || name === 'baseURL')).toEqual([]);
	});

	it.each([
		'https://evil.com/v5/p2p/order/info',
		'https://api.bybit.com.evil.com/',
		'https://api.bybit.com@evil.com/',
		'https://api.bybit.com:443@evil.com/',
		'https://api.bybit.com%2eevil.com/',
		'https://api.bybit.com\\@evil.com/'.replace('\\@', '%5c@'),
		'https://evil.com#@api.bybit.com/',
		'https://evil.com?https://api.bybit.com/',
		'https:\\\\evil.com\\',
		'https:evil.com/',
		' https://evil.com/',
		'ht\ntps://evil.com/',
		'http://api.bybit.com/',
		'https://api.bybit.com:8443/',
		'https://api.bybit.com./',
		'https://api-testnet.bybit.com/',
		'https://xapi.bybit.com/',
		'https://аpi.bybit.com/',
		'wss://api.bybit.com/',
		'file:///api.bybit.com/x',
		'javascript:alert(1)',
		'data:text/plain,x',
		'blob:https://api.bybit.com/x',
	])('is not signed when it leads elsewhere: %s', (url) => {
		expect(() => sign({ method: 'GET', url })).toThrow(/signs for https:\/\/api\.bybit\.com only|is not an address/);
		expect(() => sign({ method: 'GET', uri: url })).toThrow(
			/signs for https:\/\/api\.bybit\.com only|is not an address/,
		);
	});

	it.each([
		['//evil.com/x', `${ORIGIN}/evil.com/x`],
		['///evil.com/x', `${ORIGIN}/evil.com/x`],
		['/\\evil.com/x', `${ORIGIN}//evil.com/x`],
		['\\\\evil.com/x', `${ORIGIN}///evil.com/x`],
		['@evil.com/x', `${ORIGIN}/@evil.com/x`],
		['.evil.com/x', `${ORIGIN}/.evil.com/x`],
		['/../../evil.com', `${ORIGIN}/evil.com`],
	])('stays on the host of the credential for the path %s', (url, address) => {
		expect(sign({ method: 'GET', url }).url).toBe(address);
	});

	it.each([
		'https://evil.com',
		'https://api.bybit.com.evil.com',
		'https://api.bybit.com@evil.com',
		'//evil.com',
		'evil.com',
	])('is not signed under the foreign base %s', (baseURL) => {
		expect(() => sign({ method: 'GET', baseURL, url: '/v5/x' })).toThrow(/signs for|is not an address/);
	});

	it.each(['https://me@api.bybit.com/x', 'https://me:pass@api.bybit.com/x'])(
		'loses a user name and password, which n8n would turn into a header: %s',
		(url) => {
			expect(sign({ method: 'GET', url }).url).toBe(`${ORIGIN}/x`);
		},
	);

	it('names both hosts when it refuses, and nothing of the key', () => {
		const refuse = (): unknown => sign({ method: 'GET', url: 'https://evil.com/' });

		expect(refuse).toThrow(
			'The Bybit P2P credential signs for https://api.bybit.com only, not for https://evil.com. Choose the matching environment in the credential, or another credential for this address',
		);
	});

	it('may be http for the simulator on this machine', () => {
		const credential = aCredential({ environment: 'custom', baseUrl: 'http://127.0.0.1:8391' });

		expect(sign({ method: 'GET', url: 'http://127.0.0.1:8391/v5/market/time' }, credential).url).toBe(
			'http://127.0.0.1:8391/v5/market/time',
		);
		expect(() => sign({ method: 'GET', url: 'http://127.0.0.1:8392/v5/market/time' }, credential)).toThrow('signs for');
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

describe('a redirect', () => {
	it('is never followed, whichever of the ways of n8n to ask for it is used', () => {
		const signed = sign({
			method: 'GET',
			url: ADDRESS,
			followRedirect: true,
			followAllRedirects: true,
			maxRedirects: 21,
			disableFollowRedirect: false,
			sendCredentialsOnCrossOriginRedirect: true,
		});

		expect(signed).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});
});

describe('signing', () => {
	const requests: readonly (readonly [string, object])[] = [
		['a POST with text', { method: 'POST', url: ADDRESS, body: ' {"a":1} ' }],
		['a POST with an object', { method: 'POST', baseURL: ORIGIN, url: '/v5/x', body: { a: 1 } }],
		['a POST with an empty object', { method: 'POST', uri: ADDRESS, body: {} }],
		['a POST without a body', { method: 'POST', url: ADDRESS }],
		['a POST with text that is no JSON', { method: 'POST', url: ADDRESS, body: 'hello' }],
		[
			'an upload',
			{
				method: 'POST',
				url: ADDRESS,
				body: Buffer.from('bytes'),
				headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
			},
		],
		['a GET', { method: 'GET', url: ADDRESS }],
		['a GET with a query', { method: 'GET', url: `${ADDRESS}?a=b%20c`, qs: { d: 'e f', g: ['1', '2'] } }],
		['a request with an offset', { method: 'POST', url: ADDRESS, body: {}, clockOffsetMs: 5000 }],
	];

	// n8n signs the signed request again when the first try brought HTTP 401.
	it.each(requests)('again gives the same request: %s', (_, options) => {
		const once = sign(options);

		expect(sign(once)).toEqual(once);
	});

	it.each(requests)('again later gives a valid signature with the new time: %s', (_, options) => {
		const again = sign(sign(options), aCredential(), NOW + 1500);

		expect(again.headers['X-BAPI-SIGN']).toBe(expectedSign(again));
		expect(Number(again.headers['X-BAPI-TIMESTAMP']) - Number(sign(options).headers['X-BAPI-TIMESTAMP'])).toBe(1500);
	});

	it.each(requests)('leaves what it was given as it was, and gives something new: %s', (_, options) => {
		const before = structuredClone(options);

		const signed = sign(options);

		// The bytes of an upload come back as another kind of array from the copy.
		expect(JSON.stringify(options)).toBe(
			JSON.stringify({
				...before,
				...('body' in options && Buffer.isBuffer(options.body) ? { body: options.body } : {}),
			}),
		);
		expect(signed).not.toBe(options);
	});

	it('keeps the other options of the request', () => {
		const signed = sign({
			method: 'GET',
			url: ADDRESS,
			timeout: 15_000,
			returnFullResponse: true,
			encoding: 'arraybuffer',
			json: true,
		});

		expect(signed).toMatchObject({ timeout: 15_000, returnFullResponse: true, encoding: 'arraybuffer', json: true });
	});

	it('holds the secret nowhere in the request', () => {
		expect(JSON.stringify(sign({ method: 'POST', url: ADDRESS, body: {} }))).not.toContain('the-secret');
	});
});

describe('a credential', () => {
	const signWith = (more: Record<string, unknown>) =>
		sign({ method: 'POST', url: ADDRESS, body: '{}' }, aCredential(more));

	it.each([
		[{ apiKey: '' }, 'The Bybit P2P credential has no API Key'],
		[{ apiKey: '   ' }, 'The Bybit P2P credential has no API Key'],
		[{ apiKey: undefined }, 'The Bybit P2P credential has no API Key'],
		[{ apiSecret: '' }, 'The Bybit P2P credential has no API Secret'],
		[{ apiSecret: null }, 'The Bybit P2P credential has no API Secret'],
		[{ keyType: 'rsa', privateKey: ' ' }, 'The Bybit P2P credential has no Private Key'],
		[
			{ keyType: 'rsa', privateKey: 'x' },
			'The private key of the Bybit P2P credential is not an RSA key in PEM format',
		],
		[{ environment: 'custom', baseUrl: '' }, 'The Base URL of the Bybit P2P credential is not an address'],
	])('that lacks something says what: %j', (more, message) => {
		expect(() => signWith(more)).toThrow(message);
	});

	it.each([0, -1, 0.5, '', 'soon', Number.NaN, [], {}])('with the Receive Window %p is refused', (recvWindow) => {
		expect(() => signWith({ recvWindow })).toThrow(
			'The Receive Window of the Bybit P2P credential is not a number of milliseconds',
		);
	});

	it.each([
		[undefined, '5000'],
		[null, '5000'],
		['9000', '9000'],
		[60_000, '60000'],
	])('with the Receive Window %p signs with %s', (recvWindow, window) => {
		expect(signWith({ recvWindow }).headers['X-BAPI-RECV-WINDOW']).toBe(window);
	});

	it('may have blanks around key and secret, as from copying', () => {
		expect(signWith({ apiKey: ' the-key\n', apiSecret: '\tthe-secret ' }).headers).toEqual(signWith({}).headers);
	});

	// Such a letter cannot travel in a header: without this check the user only reads that the connection was lost.
	it.each(['kеy', 'key key', 'key\r\nX-Evil: 1', 'ключ', 'key\u200b'])(
		'with the key %j is refused without quoting it',
		(apiKey) => {
			expect(() => signWith({ apiKey })).toThrow(
				'The API Key of the Bybit P2P credential holds a blank or a letter that no key has. Copy it again',
			);
		},
	);
});
