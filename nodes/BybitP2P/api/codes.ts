/**
 * The numbers of the exchange and the words this package uses for them.
 *
 * @see https://bybit-exchange.github.io/docs/p2p/guide
 */

/** From the caller's point of view, maker or taker alike. */
export const SIDE = { buy: 0, sell: 1 } as const;
export type Side = keyof typeof SIDE;
export const SIDES = Object.keys(SIDE) as readonly Side[];

interface StatusRow {
	readonly code: number;
	/** In a dropdown. */
	readonly label: string;
	/** In a sentence, to follow "the order is". */
	readonly words: string;
	/** Nothing more is expected of the order. */
	readonly hasEnded?: true;
}

/** Every status that is documented: the one table that names, labels, sentences and filters are made of. */
const STATUS_TABLE = {
	waitingForChain: { code: 5, label: 'Waiting for Chain', words: 'waiting for the blockchain' },
	waitingForPayment: { code: 10, label: 'Waiting for Payment', words: 'waiting for the buyer to pay' },
	waitingForRelease: { code: 20, label: 'Waiting for Release', words: 'waiting for the seller to release' },
	appeal: { code: 30, label: 'Appeal', words: 'under appeal' },
	cancelled: { code: 40, label: 'Cancelled', words: 'cancelled', hasEnded: true },
	completed: { code: 50, label: 'Completed', words: 'completed', hasEnded: true },
	payingOnline: { code: 60, label: 'Paying Online', words: 'being paid online' },
	paymentFailed: { code: 70, label: 'Payment Failed', words: 'online payment failed', hasEnded: true },
	cancelledByException: {
		code: 80,
		label: 'Cancelled by Exception',
		words: 'cancelled by exception',
		hasEnded: true,
	},
	waitingForCoinChoice: {
		code: 90,
		label: 'Waiting for Coin Choice',
		words: 'waiting for the buyer to choose a coin',
	},
	objection: { code: 100, label: 'Objection', words: 'in objection' },
	waitingForObjection: { code: 110, label: 'Waiting for Objection', words: 'waiting for an objection' },
} as const satisfies Record<string, StatusRow>;

export type OrderStatus = keyof typeof STATUS_TABLE;
export const STATUSES = Object.keys(STATUS_TABLE) as readonly OrderStatus[];

/** The code of each status. */
export const STATUS = Object.fromEntries(STATUSES.map((name) => [name, STATUS_TABLE[name].code])) as {
	readonly [Name in OrderStatus]: (typeof STATUS_TABLE)[Name]['code'];
};

/** What a dropdown shows for a status. */
export function statusLabel(status: OrderStatus): string {
	return STATUS_TABLE[status].label;
}

/** True for an order that nothing more is expected of. A code this package does not know counts as open: it is watched on. */
export function hasEnded(statusCode: number): boolean {
	return rowOf(statusCode)?.hasEnded === true;
}

/** The contract's name of a status code, `unknown` for one that is missing or not documented. */
export function statusName(statusCode: number | undefined): OrderStatus | 'unknown' {
	return STATUSES.find((name) => STATUS_TABLE[name].code === statusCode) ?? 'unknown';
}

/** What a person reads: the words and the number, never the number alone. */
export function statusText(statusCode: number | undefined): string {
	if (statusCode === undefined) return 'in a status that Bybit does not show';
	return `${rowOf(statusCode)?.words ?? 'Unknown'} (${statusCode})`;
}

function rowOf(statusCode: number): StatusRow | undefined {
	return Object.values<StatusRow>(STATUS_TABLE).find(({ code }) => code === statusCode);
}

/**
 * The status code that a reply shows, documented or not.
 *
 * @returns undefined for one that is missing: nothing may be decided by it.
 */
export function statusOf(status: unknown): number | undefined {
	return codeOf(status);
}

/**
 * The side that a reply shows.
 *
 * @returns undefined for one that is missing or not documented: nothing may be decided by it.
 */
export function sideOf(side: unknown): Side | undefined {
	const code = codeOf(side);
	return SIDES.find((name) => SIDE[name] === code);
}

/** The name of a side, `unknown` for one that is missing or not documented. */
export function sideName(side: unknown): Side | 'unknown' {
	return sideOf(side) ?? 'unknown';
}

/** A whole number from 0. Not by `Number()`: it makes 0 of null, of an empty list and of a blank, and 0 is "buy". */
function codeOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
	return typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

/** "Balance": paid from the funding account, which the API does not support. */
export const PAYMENT_TYPE_BALANCE = '377';

/** Return codes that this package acts on; what to say to the user about them is in `advice.ts`. */
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
