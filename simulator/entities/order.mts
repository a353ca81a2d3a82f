import { compare, divide, isDecimal, toScale } from './decimal.mts';
import type { Ids } from './ids.mts';
import type { Pair } from './pairs.mts';
import type { PaymentTerm } from './paymentTerms.mts';
import { payableTerm, paymentTerm } from './paymentTerms.mts';
import type { User } from './users.mts';

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

/** How long the buyer has to answer a request to cancel. */
const cancelReviewMs = 10 * 60 * 1000;

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
	/** Coins that the merchant pays. */
	readonly fee: string;
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
	/** Balance and ad have been booked, which happens once, when the order ends. */
	isSettled: boolean;
}

export interface OpenOrderOptions {
	/** The merchant's side; default `sell`. */
	side?: 'buy' | 'sell';
	coin?: string;
	fiat?: string;
	amount?: string;
	price?: string;
	/** Whether amounts are spelled with all decimals of the pair (`46.000`); left out, the behaviour `amounts` decides. */
	scaled?: boolean;
	/** Coins that the merchant pays; default 0. */
	fee?: string;
	/** Nickname; the same nickname is the same user with the same chat. */
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

/** Seconds the buyer still has to pay; 0 outside status 10. */
export function secondsToPay(order: Order, nowMs: number): number {
	return order.status === statuses.waitingForPayment ? Math.max(0, Math.ceil((deadlineOf(order) - nowMs) / 1000)) : 0;
}

/** When an unpaid order is cancelled. */
export function deadlineOf(order: Order): number {
	return order.createdAt + order.paymentMinutes * 60_000;
}

export interface NewOrder {
	readonly options: OpenOrderOptions;
	readonly counterparty: User;
	readonly sellersTerms: readonly PaymentTerm[];
	readonly pair: Pair;
	/** Amounts are spelled with all decimals of the pair. */
	readonly isScaled: boolean;
	readonly nowMs: number;
}

/** When a seller's request to cancel lapses; null when there is none. */
export function cancelReviewDeadline({ needBuyerExamineCancel, cancelRequestedAt }: Order): number | null {
	return needBuyerExamineCancel && cancelRequestedAt !== null ? cancelRequestedAt + cancelReviewMs : null;
}

/** When the first thing happens by itself to an order; Infinity: never. */
export function nextDeadline(order: Order): number {
	const payment = order.status === statuses.waitingForPayment ? deadlineOf(order) : Infinity;
	return Math.min(payment, cancelReviewDeadline(order) ?? Infinity);
}

/** What will happen by itself to an order, and when. */
export function deadlinesOf(order: Order): Array<{ type: 'payment' | 'cancelReview'; atMs: number }> {
	const review = cancelReviewDeadline(order);
	return [
		...(order.status === statuses.waitingForPayment ? [{ type: 'payment' as const, atMs: deadlineOf(order) }] : []),
		...(review === null ? [] : [{ type: 'cancelReview' as const, atMs: review }]),
	];
}

/** An order as it is when it is opened, or, for a test, already in a later status. */
export function newOrder(ids: Ids, { options, counterparty, sellersTerms, pair, isScaled, nowMs }: NewOrder): Order {
	const createdAt = options.createdAt ?? nowMs;
	const status = options.status ?? statuses.waitingForPayment;
	const paymentTerms = options.paymentTerms?.map((given) => paymentTerm(given)) ?? sellersTerms;
	const wasPaid = ([statuses.waitingForRelease, statuses.completed, statuses.appeal] as number[]).includes(status);
	return {
		id: ids.next(createdAt),
		itemId: options.itemId ?? ids.next(createdAt),
		merchantIsMaker: options.itemId !== undefined,
		side: options.side === 'buy' ? 0 : 1,
		tokenId: pair.coin,
		currencyId: pair.fiat,
		...amountsOf(options, pair, isScaled),
		counterpartyId: counterparty.userId,
		counterparty: counterparty.nickName,
		createdAt,
		paymentMinutes: options.paymentMinutes ?? 15,
		paymentTerms,
		remark: options.remark ?? '',
		status,
		updatedAt: createdAt,
		paidAt: wasPaid ? createdAt : null,
		usedTerm: wasPaid ? payableTerm(paymentTerms) : null,
		needBuyerExamineCancel: false,
		cancelRequestedAt: null,
		cancelReason: '',
		appealContent: '',
		timesAppealed: 0,
		isSettled: false,
	};
}

function amountsOf(
	{ amount = '92', price = '0.92', fee = '0' }: OpenOrderOptions,
	{ fiatScale, coinScale }: Pair,
	isScaled: boolean,
): Pick<Order, 'price' | 'amount' | 'quantity' | 'fee'> {
	for (const [name, text] of Object.entries({ amount, price })) {
		if (typeof text !== 'string' || !isDecimal(text) || compare(text, '0') === 0)
			throw new TypeError(`${name} must be a number above 0, as text`);
	}
	if (!isDecimal(fee)) throw new TypeError('fee must be a number, as text');
	const quantity = divide(amount, price, coinScale);
	if (!isScaled) return { price, amount, quantity, fee };
	return {
		price: toScale(price, fiatScale),
		amount: toScale(amount, fiatScale),
		quantity: toScale(quantity, coinScale),
		fee: toScale(fee, coinScale),
	};
}
