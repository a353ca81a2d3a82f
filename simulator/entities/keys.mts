export type Permission = 'FiatP2POrder' | 'Advertising';

export interface KeyOptions {
	apiKey: string;
	/** A key the exchange generated signs with this. */
	apiSecret?: string;
	/** A self-generated key: the registered public half. */
	publicKeyPem?: string;
	readOnly?: boolean;
	/** Default: both. */
	permissions?: Permission[];
	/** Empty or left out: any address. */
	ips?: string[];
	expiresAt?: number;
	/** false: the account is no General Advertiser, P2P calls give 912000014. */
	advertiser?: boolean;
	/** Nickname of another account that the key belongs to; left out, it is one more key of the merchant's account. */
	account?: string;
	/** A name other than the exchange's own (`sim`) makes the key unknown here (10003). */
	environment?: string;
}

export interface Key {
	readonly apiKey: string;
	readonly apiSecret?: string;
	readonly publicKeyPem?: string;
	readonly readOnly: boolean;
	readonly permissions: readonly Permission[];
	readonly ips: readonly string[];
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly advertiser: boolean;
	readonly environment: string;
	/** Of the account that the key belongs to. */
	readonly userId: string;
}

/** What may change about a key that is there already. */
export type KeyChange = Partial<Pick<KeyOptions, 'readOnly' | 'permissions' | 'ips' | 'expiresAt' | 'advertiser'>>;

const day = 24 * 60 * 60 * 1000;

export class Keys {
	private readonly keys = new Map<string, Key>();

	add({ account: _named, ...options }: KeyOptions, userId: string, nowMs: number): Key {
		if (typeof options.apiKey !== 'string' || options.apiKey === '') throw new TypeError('a key has an apiKey');
		if ((options.apiSecret === undefined) === (options.publicKeyPem === undefined)) {
			throw new TypeError('a key has either apiSecret or publicKeyPem');
		}
		const key: Key = {
			...options,
			readOnly: options.readOnly ?? false,
			permissions: options.permissions ?? ['FiatP2POrder', 'Advertising'],
			ips: options.ips ?? [],
			createdAt: nowMs,
			expiresAt: options.expiresAt ?? nowMs + 90 * day,
			advertiser: options.advertiser ?? true,
			environment: options.environment ?? 'sim',
			userId,
		};
		this.keys.set(key.apiKey, key);
		return key;
	}

	/** @throws when there is no such key. */
	change(apiKey: string, change: KeyChange): Key {
		const key = this.find(apiKey);
		if (key === undefined) throw new Error(`no key ${apiKey}`);
		const changed = { ...key, ...change };
		this.keys.set(apiKey, changed);
		return changed;
	}

	/** From now on the key is unknown. */
	remove(apiKey: string): void {
		this.keys.delete(apiKey);
	}

	all(): Key[] {
		return [...this.keys.values()];
	}

	find(apiKey: string): Key | undefined {
		return this.keys.get(apiKey);
	}
}
