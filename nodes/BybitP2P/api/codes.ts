/**
 * The numbers of the exchange and the words this package uses for them.
 *
 * @see https://bybit-exchange.github.io/docs/p2p/guide
 */

/** From the caller's point of view, maker or taker alike. */
export const SIDE = { buy: 0, sell: 1 } as const;
export type Side = keyof typeof SIDE;

export const STATUS = {
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
export type OrderStatus = keyof typeof STATUS;

const ENDED: readonly number[] = [
	STATUS.cancelled,
	STATUS.completed,
	STATUS.paymentFailed,
	STATUS.cancelledByException,
];

/** True for an order that nothing more is expected of. A code this package does not know counts as open: it is watched on. */
export function hasEnded(statusCode: number): boolean {
	return ENDED.includes(statusCode);
}

/** The contract's name of a status code, `unknown` for one that is not documented. */
export function statusName(statusCode: number): OrderStatus | 'unknown' {
	const known = Object.entries(STATUS).find(([, code]) => code === statusCode);
	return known === undefined ? 'unknown' : (known[0] as OrderStatus);
}

/** What a person reads: the words and the number, never the number alone. */
export function statusText(statusCode: number): string {
	return `${STATUS_WORDS[statusCode] ?? 'Unknown'} (${statusCode})`;
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
	5: 'waiting for the blockchain',
	10: 'waiting for the buyer to pay',
	20: 'waiting for the seller to release',
	30: 'under appeal',
	40: 'cancelled',
	50: 'completed',
	60: 'being paid online',
	70: 'online payment failed',
	80: 'cancelled by exception',
	90: 'waiting for the buyer to choose a coin',
	100: 'in objection',
	110: 'waiting for an objection',
};

/** The name of a side, `unknown` for a number that is not documented. */
export function sideName(side: unknown): Side | 'unknown' {
	if (Number(side) === SIDE.buy && side !== '' && side !== null) return 'buy';
	return Number(side) === SIDE.sell ? 'sell' : 'unknown';
}

/** "Balance": paid from the funding account, which the API does not support. */
export const PAYMENT_TYPE_BALANCE = '377';

/** Return codes that this package acts on; what to tell the user about them is in `advice.ts`. */
export const CODE = {
	ok: 0,
	serverTimeout: 10000,
	timestampOutsideWindow: 10002,
	tooManyRequests: 10006,
	serverError: 10016,
	notAnAdvertiser: 912000014,
	adPriceOutsideBand: 912120022,
	adEditedTooOften: 912120050,
} as const;
