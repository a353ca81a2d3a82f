import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../../nodes/BybitP2P/safety/names/index.ts';
import { CULTURES, differentPeople } from '../../test/support/nameGenerator/index.mts';
import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	const cultures = Object.keys(CULTURES);
	const share = Math.ceil((quick ? 24_000 : 1_000_000) / cultures.length);
	const firstMs = cpuMs(() => explainNameScore('Anna Berg', 'ANNA BERG'));
	const played = cultures.map((culture) => playCulture(culture, share));
	const compared = share * cultures.length;
	const reached = played.reduce((sum, { reached }) => sum + reached, 0);
	return [
		{
			what: `${compared.toLocaleString('en')} pairs of two people that reach the default score`,
			ours: reached,
			unit: '',
			goal: { text: 'none', atMost: 0 },
		},
		{
			what: 'CPU time of one comparison, median of the cultures',
			ours: median(played.map(({ ms }) => ms)),
			unit: 'ms',
		},
		{ what: 'CPU time of one comparison, slowest culture', ours: Math.max(...played.map(({ ms }) => ms)), unit: 'ms' },
		{
			what: 'Comparisons a second',
			ours: (1_000 * compared) / played.reduce((sum, { ms }) => sum + ms * share, 0),
			unit: '',
		},
		{ what: 'The first comparison, which reads rules and lists', ours: firstMs, unit: 'ms' },
	];
}

function playCulture(culture: string, share: number): { readonly reached: number; readonly ms: number } {
	let reached = 0;
	const pairs = [...differentPeople(culture, share, 1)];
	const ms = cpuMs(() => {
		for (const { a, b } of pairs) if (explainNameScore(a, b).score >= DEFAULT_MIN_NAME_SCORE) reached += 1;
	});
	return { reached, ms: ms / pairs.length };
}

function cpuMs(task: () => void): number {
	const before = process.cpuUsage();
	task();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}
