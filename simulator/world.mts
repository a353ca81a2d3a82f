import { Ads } from './ads.mts';
import { Chats } from './chats.mts';
import { Clock } from './clock.mts';
import { Files } from './files.mts';
import { Ids } from './ids.mts';
import { KeyStore } from './keys.mts';
import { AddressGuard, RateLimiter } from './limits.mts';
import { Orders } from './orders.mts';
import type { Merchant } from './people.mts';
import { People } from './people.mts';
import { populate } from './scenario.mts';
import { Wallet } from './wallet.mts';

/** What the documentation leaves open, or what a test wants out of the way. */
export interface Behaviour {
	/** Rate limits; false turns them off. */
	limits: boolean;
	/** Whether reading a chat's newest page marks it as read. */
	readingMarksRead: boolean;
	/** Whether the unread counters tell anything; false keeps them at 0. */
	unreadCounters: boolean;
}

/** All state of the exchange between two resets. */
export interface World {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly people: People;
	readonly orders: Orders;
	readonly chats: Chats;
	readonly ads: Ads;
	readonly files: Files;
	readonly keys: KeyStore;
	readonly wallet: Wallet;
	readonly limiter: RateLimiter;
	readonly guard: AddressGuard;
	readonly merchant: Merchant;
	readonly behaviour: Behaviour;
}

export function createWorld({ now, seed }: { now?: number; seed: number }, behaviour: Behaviour): World {
	const clock = new Clock(now);
	const ids = new Ids(seed);
	const parts = {
		clock,
		ids,
		people: new People(ids),
		orders: new Orders(ids),
		chats: new Chats(ids),
		ads: new Ads(ids),
		files: new Files(ids),
		keys: new KeyStore(),
		wallet: new Wallet(),
		limiter: new RateLimiter(),
		guard: new AddressGuard(),
		behaviour,
	};
	return { ...parts, merchant: populate(parts) };
}
