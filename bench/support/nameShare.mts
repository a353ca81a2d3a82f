/** Compares made-up pairs of some cultures, in a process of its own: `nameShare.mts <pairs of each> <culture> ...`. */
import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../../nodes/BybitP2P/safety/names/index.ts';
import { differentPeople } from '../../test/support/nameGenerator/index.mts';

/** What the pairs of one culture gave. */
export interface CultureFigures {
	readonly reached: number;
	/** CPU time of one comparison. */
	readonly ms: number;
}

const [pairs, ...cultures] = process.argv.slice(2);
explainNameScore('Anna Berg', 'ANNA BERG');
process.send?.(cultures.map((culture) => figuresOf(culture, Number(pairs))));
process.disconnect?.();

function figuresOf(culture: string, count: number): CultureFigures {
	let [reached, microseconds] = [0, 0];
	for (const { a, b } of differentPeople(culture, count, 1)) {
		const before = process.cpuUsage();
		const { score } = explainNameScore(a, b);
		const { user, system } = process.cpuUsage(before);
		microseconds += user + system;
		if (score >= DEFAULT_MIN_NAME_SCORE) reached += 1;
	}
	return { reached, ms: microseconds / 1_000 / count };
}
