import { ENVIRONMENTS, originOf } from '../../../nodes/BybitP2P/api/environment';

const custom = (baseUrl: unknown) => ({ environment: 'custom', baseUrl });

describe('originOf', () => {
	it.each([
		'https://api.bybit.com',
		'https://api.bytick.com',
		'https://api-testnet.bybit.com',
		'https://api.bybit.nl',
		'https://api.byhkbit.com',
		'https://api.bybit.tr',
		'https://api.bybit.kz',
		'https://api.bybitgeorgia.ge',
		'https://api.bybit.ae',
		'https://api.bybit.eu',
		'https://api.bybit.id',
	])('calls the documented host %s', (environment) => {
		expect(ENVIRONMENTS.map(({ value }) => value)).toContain(environment);
		expect(originOf({ environment })).toBe(environment);
	});

	it('offers no host that is not documented', () => {
		expect(ENVIRONMENTS).toHaveLength(11);
	});

	it.each([
		['https://gateway.example.com', 'https://gateway.example.com'],
		['https://gateway.example.com/', 'https://gateway.example.com'],
		['  https://gateway.example.com:8443  ', 'https://gateway.example.com:8443'],
		['https://gateway.example.com:443', 'https://gateway.example.com'],
		['HTTPS://Gateway.Example.COM', 'https://gateway.example.com'],
		['http://localhost:8391', 'http://localhost:8391'],
		['http://LOCALHOST:8391', 'http://localhost:8391'],
		['http://127.0.0.1:8391/', 'http://127.0.0.1:8391'],
		['http://127.8.9.10:8391', 'http://127.8.9.10:8391'],
		['http://[::1]:8391', 'http://[::1]:8391'],
		['http://host.docker.internal:8391', 'http://host.docker.internal:8391'],
	])('takes the custom address %s', (baseUrl, origin) => {
		expect(originOf(custom(baseUrl))).toBe(origin);
	});

	it.each([
		'http://api.bybit.com',
		'http://192.168.1.10:8391',
		'http://10.0.0.1',
		'http://0.0.0.0:8391',
		'http://127.0.0.1.evil.com',
		'http://localhost.evil.com',
		'http://evil.com/localhost',
		'http://128.0.0.1',
		'http://[::2]:8391',
		'http://xlocalhost',
		'http://host.docker.internal.evil.com',
		'ftp://localhost',
		'ws://localhost:8391',
		'file:///etc/passwd',
	])('refuses to send the key over %s', (baseUrl) => {
		expect(() => originOf(custom(baseUrl))).toThrow('would send your key unencrypted');
	});

	it.each(['', '   ', 'api.bybit.com', '/v5', 'https://', 'http://127.0.0.999', undefined, null, 42])(
		'refuses %p as a Base URL and shows what one looks like',
		(baseUrl) => {
			expect(() => originOf(custom(baseUrl))).toThrow(
				'The Base URL of the Bybit P2P credential is not an address. It looks like https://api.bybit.com',
			);
		},
	);

	it.each([undefined, '', 'mainnet'])('refuses %p as an environment', (environment) => {
		expect(() => originOf({ environment })).toThrow('names no environment');
	});

	it.each([
		'https://me@gateway.example.com',
		'https://me:pass@gateway.example.com',
		'https://api.bybit.com:x@evil.com',
	])('refuses an address with a user name or password: %s', (baseUrl) => {
		expect(() => originOf(custom(baseUrl))).toThrow('user name or password');
	});

	// The calls start at the root of the host: a path that is dropped in silence would send them elsewhere.
	it.each([
		'https://gateway.example.com/bybit',
		'https://gateway.example.com/?x=1',
		'https://gateway.example.com/#top',
	])('refuses an address with more than a host: %s', (baseUrl) => {
		expect(() => originOf(custom(baseUrl))).toThrow('more than a host');
	});

	it('does not use the Base URL of a credential whose environment is not custom', () => {
		expect(originOf({ environment: 'https://api.bybit.com', baseUrl: 'http://evil.com' })).toBe(
			'https://api.bybit.com',
		);
	});
});
