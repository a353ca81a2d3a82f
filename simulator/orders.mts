import { compare, divide, isDecimal } from './decimal.mts';
import type { Ids } from './ids.mts';
import { compareIds } from './ids.mts';
import type { PaymentTerm, Person } from './people.mts';
import { paymentTerm } from './people.mts';

export const statuses = {
	waitingForChain: 5,
	waitingForPayment: 10,
	waitingForRelease: 20,
	appeal: 30,
	cancelled: 40,
	completed: 50,
	payingOnline: 60,
	paymentFailed: 70,
	cancelledByException: 80,
	waitingForCoinChoice: 90,
	objection: 100,
	waitingForObjection: 110,
} as const;

/** What the call for pending orders shows; 60 is open, yet not listed there by the documentation. */
export const pendingStatuses: ReadonlySet<number> = new Set([5, 10, 20, 30, 90, 100, 110]);
export const endedStatuses: ReadonlySet<number> = new Set([40, 50, 70, 80]);

/** 0: the merchant buys, 1: the merchant sells. */
export type Side = 0 | 1;

export interface Order {
	readonly id: string;
	readonly itemId: string;
	readonly merchantIsMaker: boolean;
	readonly side: Side;
	readonly tokenId: string;
	readonly currencyId: string;
	readonly price: string;
	/** Fiat. */
	readonly amount: string;
	/** Coins. */
	readonly quantity: string;
	readonly counterpartyId: string;
	readonly counterparty: string;
	readonly createdAt: number;
	readonly paymentMinutes: number;
	readonly paymentTerms: readonly PaymentTerm[];
	readonly remark: string;
	status: number;
	updatedAt: number;
	paidAt: number | null;
	usedTerm: PaymentTerm | null;
	needBuyerExamineCancel: boolean;
	cancelRequestedAt: number | null;
	cancelReason: string;
	appealContent: string;
	timesAppealed: number;
	/** The other side of the deal has been booked: balance and ad. */
	isSettled: boolean;
}

export interface OpenOrderOptions {
	/** The merchant's side; default `sell`. */
	side?: 'buy' | 'sell';
	coin?: string;
	fiat?: string;
	amount?: string;
	price?: string;
	/** Nickname; the same nickname is the same person with the same chat. */
	counterparty?: string;
	/** Full real name. */
	counterpartyName?: string;
	/** An ad of the merchant; left out, the counterparty's ad is taken. */
	itemId?: string;
	status?: number;
	createdAt?: number;
	paymentMinutes?: number;
	/** The seller's ways to be paid, for example one with id `-1` and type 377 (Balance). */
	paymentTerms?: Array<Partial<PaymentTerm>>;
	remark?: string;
}

export type OrderChange = Partial<
	Pick<
		Order,
		| 'status'
		| 'paidAt'
		| 'usedTerm'
		| 'needBuyerExamineCancel'
		| 'cancelRequestedAt'
		| 'cancelReason'
		| 'appealContent'
		| 'timesAppealed'
	>
>;

export function coinDecimals(coin: string): number {
	return coin === 'USDT' || coin === 'USDC' ? 4 : 8;
}

/** Seconds the buyer still has to pay; 0 outside status 10. */
export function secondsToPay(order: Order, nowMs: number): number {
	return order.status === statuses.waitingForPayment ? Math.max(0, Math.ceil((deadlineOf(order) - nowMs) / 1000)) : 0;
}

export function deadlineOf(order: Order): number {
	return order.createdAt + order.paymentMinutes * 60_000;
}

/** Every order of the merchant, each with the state it had before its last change (what a stale read shows). */
export class Orders {
	private readonly byId = new Map<string, Order>();
	private readonly before = new Map<string, Order>();

	constructor(private readonly ids: Ids) {}

	open(options: OpenOrderOptions, counterparty: Person, sellersTerms: readonly PaymentTerm[], nowMs: number): Order {
		const createdAt = options.createdAt ?? nowMs;
		const [amount, price, tokenId] = [options.amount ?? '92', options.price ?? '0.92', options.coin ?? 'USDT'];
		for (const [name, text] of Object.entries({ amount, price })) {
			if (typeof text !== 'string' || !isDecimal(text) || compare(text, '0') === 0)
				throw new TypeError(`${name} must be a number above 0, as text`);
		}
		const status = options.status ?? statuses.waitingForPayment;
		const paymentTerms = options.paymentTerms?.map((given) => paymentTerm(given)) ?? sellersTerms;
		const wasPaid =
			status === statuses.waitingForRelease || status === statuses.completed || status === statuses.appeal;
		const order: Order = {
			id: this.ids.next(createdAt),
			itemId: options.itemId ?? this.ids.next(createdAt),
			merchantIsMaker: options.itemId !== undefined,
			side: options.side === 'buy' ? 0 : 1,
			tokenId,
			currencyId: options.fiat ?? 'EUR',
			price,
			amount,
			quantity: divide(amount, price, coinDecimals(tokenId)),
			counterpartyId: counterparty.userId,
			counterparty: counterparty.nickName,
			createdAt,
			paymentMinutes: options.paymentMinutes ?? 15,
			paymentTerms,
			remark: options.remark ?? '',
			status: statuses.waitingForPayment,
			updatedAt: createdAt,
			paidAt: null,
			usedTerm: null,
			needBuyerExamineCancel: false,
			cancelRequestedAt: null,
			cancelReason: '',
			appealContent: '',
			timesAppealed: 0,
			isSettled: false,
		};
		this.byId.set(order.id, {
			...order,
			status,
			...(wasPaid ? { paidAt: createdAt, usedTerm: payableTerm(paymentTerms) } : {}),
		});
		return this.get(order.id);
	}

	has(id: string): boolean {
		return this.byId.has(id);
	}

	get(id: string): Order {
		const order = this.byId.get(id);
		if (order === undefined) throw new Error(`no order with id ${id}`);
		return order;
	}

	/** As `get`, or, when `stale`, the state before the last change. */
	seen(id: string, stale: boolean): Order | undefined {
		return (stale ? this.before.get(id) : undefined) ?? this.byId.get(id);
	}

	/** Newest first. */
	all(stale = false): Order[] {
		return [...this.byId.keys()]
			.map((id) => (stale ? (this.before.get(id) ?? this.get(id)) : this.get(id)))
			.sort((a, b) => b.createdAt - a.createdAt || compareIds(b.id, a.id));
	}

	change(id: string, change: OrderChange, atMs: number): Order {
		const order = this.get(id);
		this.before.set(id, order);
		this.byId.set(id, { ...order, ...change, updatedAt: atMs });
		return this.get(id);
	}

	/** Notes that balance and ad are booked; no change that anybody can see. */
	settled(id: string): void {
		this.byId.set(id, { ...this.get(id), isSettled: true });
	}

	/** Unpaid orders whose time is over, the earliest deadline first. */
	overdue(nowMs: number): Order[] {
		return [...this.byId.values()]
			.filter((order) => order.status === statuses.waitingForPayment && deadlineOf(order) <= nowMs)
			.sort((a, b) => deadlineOf(a) - deadlineOf(b));
	}
}

/** What a buyer would pay with: the first term that is neither a placeholder nor the Balance method. */
export function payableTerm(terms: readonly PaymentTerm[]): PaymentTerm | null {
	return terms.find(isPayable) ?? null;
}

export function isPayable(term: PaymentTerm): boolean {
	return term.id !== '0' && term.id !== '-1' && term.paymentType !== 0 && term.paymentType !== 377;
}
