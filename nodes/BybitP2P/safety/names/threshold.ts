/** From this score on two names count as one person. */
export const DEFAULT_MIN_NAME_SCORE = 0.85;

/** A score between 0 and 1, and what it rests on, in sentences for the merchant. */
export interface NameScore {
	readonly score: number;
	readonly reasons: readonly string[];
}
