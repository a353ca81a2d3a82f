import { NOW, ORIGIN, ADDRESS, aCredential, sign, expectedSign } from '../../support/signedRequests.mts';

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
