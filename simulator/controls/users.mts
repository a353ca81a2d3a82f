import type { Core } from '../core.mts';
import type { RowChange } from '../entities/rowChange.mts';
import { readRowChange } from '../entities/rowChange.mts';
import type { Merchant, User } from '../entities/users.mts';

/** What is left out stays as it is. */
export interface UserOptions extends RowChange {
	realName?: string;
	country?: string;
	/** Orders of all time. */
	finishedOrders?: number;
	/** Orders of the last 30 days. */
	recentOrders?: number;
	/** Percent of the orders of the last 30 days. */
	completionRate?: number;
	accountDays?: number;
	isOnline?: boolean;
	lastLogoutAt?: number;
	authTag?: readonly string[];
	/** Whether the merchant has blocked the user. */
	blocked?: boolean;
}

export type UserState = Omit<User, 'paymentTerms' | 'rowChange'>;

const day = 24 * 60 * 60 * 1000;

/**
 * Sets what a counterparty is like; a nickname not seen before makes a new one. `fields` and `without` change or hide single figures
 * of `user/order/personal/info`.
 */
function setUser({ store }: Core, nickName: string, options: UserOptions): UserState {
	const { fields, without, accountDays, ...given } = options;
	const user = store.users.findOrCreate(nickName, given.realName, store.clock.now());
	const named = Object.entries(given).filter(([, value]) => value !== undefined);
	for (const [name] of named) if (!(name in user)) throw new TypeError(`a user has no ${name}`);
	Object.assign(user, Object.fromEntries(named));
	if (accountDays !== undefined) user.registeredAt = store.clock.now() - accountDays * day;
	if (fields !== undefined || without !== undefined) user.rowChange = readRowChange({ fields, without });
	return userState(user);
}

/** Every user, the merchant first. */
function users({ store }: Core): UserState[] {
	return store.users.all().map(userState);
}

/** A user without ways to be paid, and the merchant without the secret of the key. */
export function userState({ paymentTerms: _terms, rowChange: _change, ...user }: User): UserState {
	const { apiKey: _key, apiSecret: _secret, ...state } = user as typeof user & Partial<Merchant>;
	return state;
}

/** Who trades here and what is known of them. */
export const userControls = { setUser, users };
