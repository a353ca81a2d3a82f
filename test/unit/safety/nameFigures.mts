import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../../../nodes/BybitP2P/safety/names';

/** A labelled pair. `same: false` also stands for names that nobody could tell from the text alone. */
export interface NamePair {
	readonly a: string;
	readonly b: string;
	readonly same: boolean;
	readonly kind: string;
}

export interface ScoredPair extends NamePair {
	readonly score: number;
	readonly reasons: readonly string[];
}

export interface KindFigures {
	readonly kind: string;
	readonly same: boolean;
	readonly pairs: number;
	readonly right: number;
	readonly highest: number;
	readonly lowest: number;
}

export interface NameFigures {
	readonly pairs: number;
	readonly samePairs: number;
	readonly precision: number;
	readonly recall: number;
	readonly kinds: readonly KindFigures[];
	/** The same person, not recognised. */
	readonly misses: readonly ScoredPair[];
	/** Different people taken for one: must be empty. */
	readonly falseMatches: readonly ScoredPair[];
}

/** Precision and recall at the default threshold, in total and by kind. */
export function nameFigures(pairs: readonly NamePair[]): NameFigures {
	const scored = pairs.map((pair): ScoredPair => ({ ...pair, ...explainNameScore(pair.a, pair.b) }));
	const isMatch = ({ score }: ScoredPair) => score >= DEFAULT_MIN_NAME_SCORE;
	const same = scored.filter((pair) => pair.same);
	const hits = same.filter(isMatch);
	const falseMatches = scored.filter((pair) => !pair.same && isMatch(pair));
	const groups = new Map<string, ScoredPair[]>();
	for (const pair of scored) {
		const key = `${pair.same ? 'same' : 'different'} ${pair.kind}`;
		groups.set(key, [...(groups.get(key) ?? []), pair]);
	}
	return {
		pairs: pairs.length,
		samePairs: same.length,
		precision: hits.length / (hits.length + falseMatches.length),
		recall: hits.length / same.length,
		kinds: [...groups.values()].map((group) => ({
			kind: group[0].kind,
			same: group[0].same,
			pairs: group.length,
			right: group.filter((pair) => isMatch(pair) === pair.same).length,
			highest: Math.max(...group.map(({ score }) => score)),
			lowest: Math.min(...group.map(({ score }) => score)),
		})),
		misses: same.filter((pair) => !isMatch(pair)),
		falseMatches,
	};
}
