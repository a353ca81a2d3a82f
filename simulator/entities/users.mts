import type { Ids } from './ids.mts';
import type { PaymentTerm } from './paymentTerms.mts';
import { paymentTerm } from './paymentTerms.mts';
import type { RowChange } from './rowChange.mts';

export interface User {
	readonly userId: string;
	readonly accountId: string;
	/** What `targetUserMaskId` and `loginUserMaskId` show. */
	readonly maskId: string;
	readonly nickName: string;
	realName: string;
	country: string;
	finishedOrders: number;
	/** Orders of the last 30 days. */
	recentOrders: number;
	/** Percent of the orders of the last 30 days. */
	completionRate: number;
	registeredAt: number;
	isOnline: boolean;
	/** 0: unknown. */
	lastLogoutAt: number;
	authTag: readonly string[];
	blocked: boolean;
	readonly paymentTerms: readonly PaymentTerm[];
	/** What `user/order/personal/info` shows in the place of the truth. */
	rowChange?: RowChange;
}

export interface Merchant extends User {
	readonly apiKey: string;
	readonly apiSecret: string;
}

export class Users {
	private readonly byId = new Map<string, User>();
	/** Counterparties only: one of them may have the merchant's nickname. */
	private readonly byNickName = new Map<string, User>();

	constructor(private readonly ids: Ids) {}

	/** Adds the account whose keys are used; no nickname leads to it. */
	addMerchant(merchant: Merchant): Merchant {
		this.byId.set(merchant.userId, merchant);
		return merchant;
	}

	/** The counterparty with this nickname, made up on first mention. */
	findOrCreate(nickName: string, realName: string | undefined, nowMs: number): User {
		const known = this.byNickName.get(nickName);
		if (known !== undefined) {
			if (realName !== undefined) known.realName = realName;
			return known;
		}
		const user = this.newUser(nickName, realName ?? nickName, nowMs);
		this.byId.set(user.userId, user);
		this.byNickName.set(nickName, user);
		return user;
	}

	get(userId: string): User {
		const user = this.byId.get(userId);
		if (user === undefined) throw new Error(`no user with id ${userId}`);
		return user;
	}

	all(): User[] {
		return [...this.byId.values()];
	}

	findByMask(maskId: string): User | undefined {
		return this.all().find((user) => user.maskId === maskId);
	}

	newUser(nickName: string, realName: string, nowMs: number): User {
		const userId = this.ids.next(nowMs);
		const number = parseInt(this.ids.opaque(`person ${nickName}`, 6), 16);
		return {
			userId,
			accountId: this.ids.next(nowMs),
			maskId: `s${this.ids.opaque(`mask ${userId}`, 32)}`,
			nickName,
			realName,
			country: ['DE', 'ES', 'FR', 'PL'][number % 4],
			finishedOrders: number % 900,
			recentOrders: (number % 900) % 40,
			completionRate: 90 + ((number % 900) % 11),
			registeredAt: nowMs - (30 + (number % 1500)) * 24 * 60 * 60 * 1000,
			isOnline: true,
			lastLogoutAt: 0,
			authTag: ['GA'],
			blocked: false,
			paymentTerms: [
				paymentTerm({
					id: String(10_000_000 + number),
					realName,
					paymentType: 14,
					bankName: 'Example Bank',
					branchName: 'Main branch',
					accountNo: `DE00 5001 0517 ${String(number).padStart(8, '0')}`,
				}),
			],
		};
	}
}
