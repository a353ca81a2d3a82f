/**
 * Prints how well names are reported apart over `test/fixtures/namePairs.json`: precision and recall at the default
 * threshold, each kind of pair, and every pair of one person that is missed.
 *
 * Ends with 1 if two different people score a match.
 */
import { readFileSync } from 'node:fs';

import { DEFAULT_MIN_NAME_SCORE } from '../nodes/BybitP2P/safety/names';
import { nameFigures, type NamePair, type ScoredPair } from '../test/unit/safety/nameFigures.mts';

const fixture = new URL('../test/fixtures/namePairs.json', import.meta.url);
const figures = nameFigures(JSON.parse(readFileSync(fixture, 'utf8')) as NamePair[]);

const line = ({ kind, a, b, score, reasons }: ScoredPair) =>
	`  ${score.toFixed(2)}  ${kind}: ${JSON.stringify(a)} / ${JSON.stringify(b)}  ${reasons.join(' ')}`;

console.log(
	`Name pairs       ${figures.pairs} (${figures.samePairs} of one person, ${figures.pairs - figures.samePairs} of two)`,
);
console.log(`Threshold        ${DEFAULT_MIN_NAME_SCORE}`);
console.log(`Precision        ${figures.precision.toFixed(4)}`);
console.log(`Recall           ${figures.recall.toFixed(4)}`);
for (const same of [true, false]) {
	console.log(
		same ? '\nOne person: recognised of pairs, lowest score' : '\nTwo people: reported apart of pairs, highest score',
	);
	for (const kind of figures.kinds.filter((entry) => entry.same === same)) {
		const score = (same ? kind.lowest : kind.highest).toFixed(2);
		console.log(
			`  ${kind.kind.padEnd(18)} ${String(kind.right).padStart(3)} of ${String(kind.pairs).padStart(3)}  ${score}`,
		);
	}
}
console.log(`\nMissed (one person, below the threshold): ${figures.misses.length}`);
for (const pair of figures.misses) console.log(line(pair));
console.log(`\nFalse matches (two people, taken for one): ${figures.falseMatches.length}`);
for (const pair of figures.falseMatches) console.log(line(pair));

if (figures.falseMatches.length > 0) process.exitCode = 1;
