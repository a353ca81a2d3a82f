import { ORIGIN, ADDRESS, aCredential, sign } from '../../support/signedRequests.mts';

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
