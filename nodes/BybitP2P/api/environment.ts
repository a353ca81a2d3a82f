/**
 * Where requests go. The value that a credential stores is the address itself.
 *
 * @see https://bybit-exchange.github.io/docs/v5/guide#authentication
 */
export const ENVIRONMENTS = [
	{ name: 'Mainnet', value: 'https://api.bybit.com' },
	{ name: 'Mainnet (Alternative)', value: 'https://api.bytick.com' },
	{ name: 'Testnet', value: 'https://api-testnet.bybit.com' },
	{ name: 'EEA (Bybit EU)', value: 'https://api.bybit.eu' },
	{ name: 'Georgia', value: 'https://api.bybitgeorgia.ge' },
	{ name: 'Hong Kong', value: 'https://api.byhkbit.com' },
	{ name: 'Indonesia', value: 'https://api.bybit.id' },
	{ name: 'Kazakhstan', value: 'https://api.bybit.kz' },
	{ name: 'Netherlands', value: 'https://api.bybit.nl' },
	{ name: 'Turkey', value: 'https://api.bybit.tr' },
	{ name: 'UAE', value: 'https://api.bybit.ae' },
] as const;

const CUSTOM_ENVIRONMENT = 'custom';

const PLAIN_HTTP_HOSTS = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|host\.docker\.internal)$/;

/**
 * The origin a credential may call, without a slash at the end.
 *
 * @throws Error when it is not an address, or would send the key unencrypted over a network.
 */
export function originOf(credentials: { environment?: unknown; baseUrl?: unknown }): string {
	const custom = credentials.environment === CUSTOM_ENVIRONMENT;
	const text = String((custom ? credentials.baseUrl : credentials.environment) ?? '').trim();
	if (!URL.canParse(text)) {
		throw new Error(
			custom
				? 'The Base URL of the Bybit P2P credential is not an address. It looks like https://api.bybit.com'
				: 'The Bybit P2P credential names no environment. Choose one in its settings',
		);
	}
	const { protocol, hostname, origin, username, password, pathname, search, hash } = new URL(text);
	if (username !== '' || password !== '') {
		throw new Error('The Base URL of the Bybit P2P credential holds a user name or password. Leave both out');
	}
	if (protocol !== 'https:' && !(protocol === 'http:' && PLAIN_HTTP_HOSTS.test(hostname))) {
		throw new Error(
			`The Bybit P2P credential would send your key unencrypted to ${hostname}. Use https; http is possible for localhost and host.docker.internal only`,
		);
	}
	// The calls start at the root of the host: a path that is dropped in silence would send them elsewhere.
	if (pathname !== '/' || search !== '' || hash !== '') {
		throw new Error(`The Base URL of the Bybit P2P credential holds more than a host. Leave it at ${origin}`);
	}
	return origin;
}
