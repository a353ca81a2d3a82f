import type { Decimal, Id } from '../../api/types';

export type Verdict = 'pass' | 'review' | 'block';

/** What a counterparty must be like. What is left out asks nothing. */
export interface AssessmentRules {
	/** Of all time. */
	readonly minCompletedOrders?: number;
	/** Percent of the last 30 days. */
	readonly minCompletionRate?: number;
	readonly minAccountAgeDays?: number;
	readonly maxFiatAmount?: Decimal;
	/** Codes of the countries that are allowed, in capitals, of two or three letters. */
	readonly countries?: readonly string[];
	readonly blockedCounterpartyIds?: readonly Id[];
	readonly blockedNames?: readonly string[];
	/** Figures and country are not asked of them; all other rules are. */
	readonly trustedCounterpartyIds?: readonly Id[];
}

/** What is known of a counterparty and of the order; null or empty where the exchange does not show. */
export interface CounterpartyFacts {
	readonly counterpartyId: Id;
	/** The real name, from the order in full. */
	readonly name: string;
	/** Whether the exchange shows the person as blocked. */
	readonly isBlocked: boolean | null;
	readonly completedOrders: number | null;
	readonly completionRate: number | null;
	readonly accountAgeDays: number | null;
	readonly country: string;
	readonly fiatAmount: Decimal;
}

/** What one rule says, in words for the user; nothing that the counterparty wrote is quoted. */
export interface Finding {
	readonly verdict: Verdict;
	readonly reason: string;
}

export interface Assessment {
	readonly verdict: Verdict;
	readonly reasons: readonly string[];
}
