import type { Ids } from './ids.mts';

/** How somebody wants to be paid; the fields that bank data may sit in are listed in `emptyTerm`. */
export interface PaymentTerm {
	id: string;
	realName: string;
	paymentType: number;
	bankName: string;
	branchName: string;
	accountNo: string;
	qrcode: string;
	payMessage: string;
	firstName: string;
	lastName: string;
	secondLastName: string;
	clabe: string;
	debitCardNumber: string;
	mobile: string;
	businessName: string;
	concept: string;
	online: string;
	paymentExt1: string;
	paymentExt2: string;
	paymentExt3: string;
	paymentExt4: string;
	paymentExt5: string;
	paymentExt6: string;
	paymentTemplateVersion: number;
	paymentConfigVo: { paymentType: string; paymentName: string; items: unknown[] };
}

export interface Person {
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

export interface Merchant extends Person {
	readonly apiKey: string;
	readonly apiSecret: string;
}

const paymentNames: Readonly<Record<number, string>> = {
	14: 'Bank Transfer',
	64: 'Revolut',
	78: 'Wise',
	377: 'Balance',
};

/** A payment term with every field, empty but for what is given. The bare one is the placeholder: id `0`, type 0. */
export function paymentTerm(given: Partial<PaymentTerm> = {}): PaymentTerm {
	const paymentType = given.paymentType ?? 0;
	const emptyTerm: PaymentTerm = {
		id: '0',
		realName: '',
		paymentType,
		bankName: '',
		branchName: '',
		accountNo: '',
		qrcode: '',
		payMessage: '',
		firstName: '',
		lastName: '',
		secondLastName: '',
		clabe: '',
		debitCardNumber: '',
		mobile: '',
		businessName: '',
		concept: '',
		online: '1',
		paymentExt1: '',
		paymentExt2: '',
		paymentExt3: '',
		paymentExt4: '',
		paymentExt5: '',
		paymentExt6: '',
		paymentTemplateVersion: 0,
		paymentConfigVo: { paymentType: String(paymentType), paymentName: paymentNames[paymentType] ?? '', items: [] },
	};
	return { ...emptyTerm, ...given };
}

export class People {
	private readonly byId = new Map<string, Person>();

	constructor(private readonly ids: Ids) {}

	add<T extends Person>(person: T): T {
		this.byId.set(person.userId, person);
		return person;
	}

	/** The person with this nickname, made up on first mention. */
	called(nickName: string, realName: string | undefined, nowMs: number): Person {
		const known = this.find((person) => person.nickName === nickName);
		if (known !== undefined) {
			if (realName !== undefined) known.realName = realName;
			return known;
		}
		return this.add(this.madeUp(nickName, realName ?? nickName, nowMs));
	}

	get(userId: string): Person {
		const person = this.byId.get(userId);
		if (person === undefined) throw new Error(`no person with id ${userId}`);
		return person;
	}

	find(matches: (person: Person) => boolean): Person | undefined {
		return [...this.byId.values()].find(matches);
	}

	madeUp(nickName: string, realName: string, nowMs: number): Person {
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
