import type { Ids } from './ids.mts';
import type { PaymentTerm } from './paymentTerms.mts';
import { paymentTerm } from './paymentTerms.mts';

export interface User {
	readonly userId: string;
	readonly accountId: string;
	/** What `targetUserMaskId` and `loginUserMaskId` show. */
	readonly maskId: string;
	readonly nickName: string;
	realName: string;
	readonly country: string;
	readonly finishedOrders: number;
	readonly registeredAt: number;
	readonly paymentTerms: readonly PaymentTerm[];
}

export interface Merchant extends User {
	readonly apiKey: string;
	readonly apiSecret: string;
}

export class Users {
	private readonly byId = new Map<string, User>();

	constructor(private readonly ids: Ids) {}

	add<T extends User>(user: T): T {
		this.byId.set(user.userId, user);
		return user;
	}

	/** The user with this nickname, made up on first mention. */
	findOrCreate(nickName: string, realName: string | undefined, nowMs: number): User {
		const known = this.find((user) => user.nickName === nickName);
		if (known !== undefined) {
			if (realName !== undefined) known.realName = realName;
			return known;
		}
		return this.add(this.newUser(nickName, realName ?? nickName, nowMs));
	}

	get(userId: string): User {
		const user = this.byId.get(userId);
		if (user === undefined) throw new Error(`no user with id ${userId}`);
		return user;
	}

	find(matches: (user: User) => boolean): User | undefined {
		return [...this.byId.values()].find(matches);
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
			registeredAt: nowMs - (30 + (number % 1500)) * 24 * 60 * 60 * 1000,
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
