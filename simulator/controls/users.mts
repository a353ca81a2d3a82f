import type { Core } from '../core.mts';
import type { RowChange } from '../entities/rowChange.mts';
import { readRowChange } from '../entities/rowChange.mts';
import type { User } from '../entities/users.mts';

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

const day = 24 * 60 * 60 * 1000;

/**
 * Sets what a counterparty is like; a nickname not seen before makes a new one. `fields` and `without` change or hide single figures
 * of `user/order/personal/info`.
 */
function setUser({ store }: Core, nickName: string, options: UserOptions): User {
	const { fields, without, accountDays, ...given } = options;
	const user = store.users.findOrCreate(nickName, given.realName, store.clock.now());
	const named = Object.entries(given).filter(([, value]) => value !== undefined);
	for (const [name] of named) if (!(name in user)) throw new TypeError(`a user has no ${name}`);
	Object.assign(user, Object.fromEntries(named));
	if (accountDays !== undefined) user.registeredAt = store.clock.now() - accountDays * day;
	if (fields !== undefined || without !== undefined) user.rowChange = readRowChange({ fields, without });
	return { ...user };
}

/** Every user, the merchant first. */
function users({ store }: Core): User[] {
	return store.users.all().map((user) => ({ ...user }));
}

/** Who trades here and what is known of them. */
export const userControls = { setUser, users };
