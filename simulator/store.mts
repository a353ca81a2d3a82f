import type { Behaviour } from './behaviour.mts';
import { Ads } from './entities/ads.mts';
import { Chats } from './entities/chats.mts';
import { Clock } from './entities/clock.mts';
import { Files } from './entities/files.mts';
import { Ids } from './entities/ids.mts';
import { Keys } from './entities/keys.mts';
import { Orders } from './entities/orders.mts';
import { Pairs } from './entities/pairs.mts';
import type { Merchant } from './entities/users.mts';
import { Users } from './entities/users.mts';
import { Wallet } from './entities/wallet.mts';
import { AddressLimiter, RateLimiter } from './http/limits.mts';
import { populateStore } from './scenario.mts';

/** All state of the exchange between two resets. */
export interface Store {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly users: Users;
	readonly orders: Orders;
	readonly chats: Chats;
	readonly ads: Ads;
	readonly pairs: Pairs;
	readonly files: Files;
	readonly keys: Keys;
	readonly wallet: Wallet;
	readonly rateLimiter: RateLimiter;
	readonly addressLimiter: AddressLimiter;
	readonly merchant: Merchant;
	readonly behaviour: Behaviour;
}

export function createStore({ now, seed }: { now?: number; seed: number }, behaviour: Behaviour): Store {
	const clock = new Clock(now);
	const ids = new Ids(seed);
	const pairs = new Pairs();
	const parts = {
		clock,
		ids,
		users: new Users(ids),
		orders: new Orders(),
		chats: new Chats(ids),
		pairs,
		ads: new Ads(ids, pairs),
		files: new Files(ids),
		keys: new Keys(),
		wallet: new Wallet(),
		rateLimiter: new RateLimiter(),
		addressLimiter: new AddressLimiter(),
		behaviour,
	};
	return { ...parts, merchant: populateStore(parts) };
}
