import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../../nodes/BybitP2P/safety/names';

/** A labelled pair. `same: false` also stands for names that nobody could tell from the text alone. */
export interface NamePair {
	readonly a: string;
	readonly b: string;
	readonly same: boolean;
	/** One of the twelve of the generated check, or `any`. */
	readonly culture: string;
	readonly kind: string;
}

export interface ScoredPair extends NamePair {
	readonly score: number;
	readonly reasons: readonly string[];
}

/** How well pairs of one culture or kind are told apart at the default threshold. */
export interface Figures {
	readonly pairs: number;
	readonly samePairs: number;
	/** Of the pairs that match, how many are of one person. */
	readonly precision: number;
	/** Of the pairs of one person, how many match. */
	readonly recall: number;
	/** The same person, not recognised. */
	readonly misses: readonly ScoredPair[];
	/** Different people taken for one: must be empty. */
	readonly falseMatches: readonly ScoredPair[];
}

export function scored(pairs: readonly NamePair[]): readonly ScoredPair[] {
	return pairs.map((pair) => ({ ...pair, ...explainNameScore(pair.a, pair.b) }));
}

export function figuresOf(pairs: readonly ScoredPair[]): Figures {
	const isMatch = ({ score }: ScoredPair) => score >= DEFAULT_MIN_NAME_SCORE;
	const same = pairs.filter((pair) => pair.same);
	const hits = same.filter(isMatch);
	const falseMatches = pairs.filter((pair) => !pair.same && isMatch(pair));
	return {
		pairs: pairs.length,
		samePairs: same.length,
		precision: hits.length / Math.max(1, hits.length + falseMatches.length),
		recall: hits.length / Math.max(1, same.length),
		misses: same.filter((pair) => !isMatch(pair)),
		falseMatches,
	};
}

/** The figures of each culture, in the order in which they first come. */
export function figuresByCulture(pairs: readonly ScoredPair[]): ReadonlyMap<string, Figures> {
	const cultures = [...new Set(pairs.map(({ culture }) => culture))];
	return new Map(cultures.map((culture) => [culture, figuresOf(pairs.filter((pair) => pair.culture === culture))]));
}
