import type { Decimal, Tolerance } from '../decimal';

/** A payment as a bank states it. */
export interface BankNotice {
	readonly amount: Decimal;
	readonly fiat: string;
	readonly payerName: string;
	readonly reference?: string;
	/** The last moment at which it can have been made, milliseconds since the epoch: of a day its end. */
	readonly paidByMs?: number;
}

/** An order the payment may be for. */
export interface PaymentCandidate {
	readonly orderId: string;
	readonly fiat: string;
	readonly fiatAmount: Decimal;
	readonly status: string;
	/** What I do in it: in `sell` orders the other side pays me. */
	readonly side: 'sell' | 'buy';
	/** In full; undefined for an order that was not read in full. */
	readonly counterpartyName: string | undefined;
	readonly counterpartyNickname: string;
	readonly createdAtMs: number;
}

export interface MatchOptions {
	readonly amountTolerance: Tolerance;
	readonly minNameScore: number;
}

/**
 * `nameMismatch`: an amount that is expected, from a person who is not: do not release on it. `alreadyUsed`: the payment was used for an
 * earlier order.
 */
export type MatchVerdict = 'match' | 'ambiguous' | 'nameMismatch' | 'noMatch' | 'alreadyUsed';

/** How one order fared. */
export interface CandidateFinding {
	readonly orderId: string;
	readonly amountMatches: boolean;
	/** Null where the names were not compared. */
	readonly nameScore: number | null;
	readonly referenceMatches: boolean;
	readonly reasons: readonly string[];
}

export interface PaymentMatch {
	readonly verdict: MatchVerdict;
	/** Only with `match`. */
	readonly orderId?: string;
	/** Of the matched order, else the best among the orders of this amount; null if there is none. */
	readonly nameScore: number | null;
	readonly reasons: readonly string[];
	/** The open orders the payment could be for, by order id. */
	readonly candidates: readonly CandidateFinding[];
}

/** How one order fared, with what decides between orders. */
export interface Judged {
	readonly finding: CandidateFinding;
	/** Currency and time do not rule it out. */
	readonly isPossible: boolean;
	readonly isRead: boolean;
	readonly nameFits: boolean;
}
