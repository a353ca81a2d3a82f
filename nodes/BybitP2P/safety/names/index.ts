import { once } from './once';
import type * as Score from './score';
import type { NameScore } from './threshold';

export { DEFAULT_MIN_NAME_SCORE, type NameScore } from './threshold';

/** Rules and lists are a quarter of this package: read from disk when the first names are compared, not whenever n8n starts. */
const score = once(() => module.require('./score') as typeof Score);

/** How sure it is that two names are of one person: 0 to 1, two decimals, the same in both directions. */
export function nameScore(a: string, b: string): number {
	return explainNameScore(a, b).score;
}

/** {@link nameScore} with its reasons. Empty, wholly hidden and unreadable names score 0. */
export function explainNameScore(a: string, b: string): NameScore {
	return score().explainNameScore(a, b);
}
