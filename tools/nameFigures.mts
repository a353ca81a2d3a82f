/**
 * `npm run names [-- <pairs> [<seed>]]`: how well names are told apart.
 *
 * First made-up pairs of two people in twelve cultures (1,000,000 of them with seed 1): none may reach the default score, and
 * no comparison may take long. Then the labelled pairs of `test/fixtures/namePairs.json`: precision and recall.
 *
 * Ends with 1 if a figure misses its goal.
 */
import { readFileSync } from 'node:fs';

import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../nodes/BybitP2P/safety/names';
import { figuresByCulture, figuresOf, scored, type Figures, type NamePair } from '../test/support/nameFigures.mts';
import { CULTURES, differentPeople } from '../test/support/nameGenerator/index.mts';

const GOALS = { atDefault: 0, slowestMs: 20, precision: 1, recall: 0.95 } as const;

const [pairs, seed] = [process.argv[2] ?? '1000000', process.argv[3] ?? '1'].map(Number);
if (!Number.isInteger(pairs) || pairs < 1 || !Number.isInteger(seed)) {
	console.error('Usage: npm run names [-- <pairs> [<seed>]]');
	process.exit(2);
}

const missed: string[] = [];
printDifferentPeople();
printLabelled();
for (const goal of missed) console.error(`\nMissed: ${goal}`);
if (missed.length > 0) process.exitCode = 1;

function printDifferentPeople(): void {
	const cultures = Object.keys(CULTURES);
	const share = Math.ceil(pairs / cultures.length);
	const firstMs = slowest(() => explainNameScore('Іван Франко', 'IVAN FRANKO'), 0);
	console.log(
		`Two people, seed ${seed}: none may reach ${DEFAULT_MIN_NAME_SCORE}, no comparison take ${GOALS.slowestMs} ms\n`,
	);
	console.log(row('Culture', 'Pairs', 'At default', 'Highest', 'Slowest ms'));
	let [compared, seconds] = [0, 0];
	for (const culture of cultures) {
		const result = played(culture, share);
		compared += share;
		seconds += result.seconds;
		console.log(
			row(
				culture,
				String(share),
				String(result.atDefault.length),
				result.highest.toFixed(2),
				result.slowestMs.toFixed(1),
			),
		);
		for (const pair of result.atDefault.slice(0, 10)) console.log(`    ${pair}`);
		if (result.atDefault.length > GOALS.atDefault)
			missed.push(`${culture}: ${result.atDefault.length} pairs of two people match`);
		if (result.slowestMs > GOALS.slowestMs)
			missed.push(`${culture}: a comparison took ${result.slowestMs.toFixed(1)} ms`);
	}
	console.log(`\n${compared} pairs, ${Math.round(compared / seconds)} comparisons a second of processor time`);
	console.log(`The first comparison, which builds the lists: ${firstMs.toFixed(1)} ms`);
}

interface Played {
	readonly atDefault: readonly string[];
	readonly highest: number;
	readonly slowestMs: number;
	readonly seconds: number;
}

function played(culture: string, share: number): Played {
	const atDefault: string[] = [];
	let [highest, slowestMs, seconds] = [0, 0, 0];
	for (const { a, b, kind } of differentPeople(culture, share, seed)) {
		let score = 0;
		const ms = slowest(() => {
			score = explainNameScore(a, b).score;
		});
		seconds += ms / 1000;
		slowestMs = Math.max(slowestMs, ms);
		highest = Math.max(highest, score);
		if (score >= DEFAULT_MIN_NAME_SCORE) atDefault.push(`${score.toFixed(2)}  ${kind}: ${a} / ${b}`);
	}
	return { atDefault, highest, slowestMs, seconds };
}

/** Processor time of one comparison; a slow one is tried again, for the machine may have been busy with something else. */
function slowest(compare: () => unknown, tries = 2): number {
	const before = process.cpuUsage();
	compare();
	const { user, system } = process.cpuUsage(before);
	const ms = (user + system) / 1000;
	return ms > 2 && tries > 0 ? Math.min(ms, slowest(compare, tries - 1)) : ms;
}

function printLabelled(): void {
	const fixture = new URL('../test/fixtures/namePairs.json', import.meta.url);
	const labelled = scored(JSON.parse(readFileSync(fixture, 'utf8')) as NamePair[]);
	console.log('\nLabelled pairs\n');
	console.log(row('Culture', 'Pairs', 'Of one person', 'Precision', 'Recall'));
	const all = figuresOf(labelled);
	for (const [culture, figures] of [...figuresByCulture(labelled), ['all', all] as const])
		console.log(figuresRow(culture, figures));
	console.log(`\nNot recognised: ${all.misses.length}`);
	for (const { score, a, b, reasons } of all.misses)
		console.log(`    ${score.toFixed(2)}  ${a} / ${b}  ${reasons.join(' ')}`);
	for (const { score, a, b } of all.falseMatches) console.log(`    Taken for one: ${score.toFixed(2)}  ${a} / ${b}`);
	if (all.precision < GOALS.precision) missed.push(`precision ${all.precision.toFixed(4)}`);
	if (all.recall < GOALS.recall) missed.push(`recall ${all.recall.toFixed(4)}`);
}

function figuresRow(culture: string, { pairs: count, samePairs, precision, recall }: Figures): string {
	return row(culture, String(count), String(samePairs), precision.toFixed(4), recall.toFixed(4));
}

function row(name: string, ...cells: readonly string[]): string {
	return `${name.padEnd(20)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}
