import { DEFAULT_MIN_NAME_SCORE, explainNameScore } from '../../../nodes/BybitP2P/safety/names';
import pairs from '../../fixtures/namePairs.json';
import { figuresByCulture, figuresOf, scored } from '../../support/nameFigures.mts';
import { CULTURES, differentPeople } from '../../support/nameGenerator/index.mts';

const RECALL_GOAL = 0.95;

describe('the labelled name pairs', () => {
	const labelled = scored(pairs);
	const all = figuresOf(labelled);
	const byCulture = figuresByCulture(labelled);

	afterAll(() => {
		const { precision, recall } = all;
		console.info(`${all.pairs} name pairs: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
	});

	it('are more than 1,000, about half of them of different people', () => {
		expect(all.pairs).toBeGreaterThan(1000);
		expect(all.samePairs / all.pairs).toBeGreaterThan(0.4);
		expect(all.samePairs / all.pairs).toBeLessThan(0.6);
	});

	it('hold no two different people that match', () => {
		expect(all.falseMatches).toEqual([]);
		expect(all.precision).toBe(1);
	});

	it('are recognised as one person in 95 of 100 cases', () => {
		expect(all.recall).toBeGreaterThanOrEqual(RECALL_GOAL);
	});

	it.each(Object.keys(CULTURES))('are recognised as often in names that are %s', (culture) => {
		const figures = byCulture.get(culture);

		expect(figures?.samePairs).toBeGreaterThanOrEqual(20);
		expect(figures?.recall).toBeGreaterThanOrEqual(RECALL_GOAL);
	});

	it.each(pairs)('score the same in both directions: $a / $b', ({ a, b }) => {
		expect(explainNameScore(a, b)).toEqual(explainNameScore(b, a));
	});
});

describe.each(Object.entries(CULTURES))('made-up people whose names are %s', (culture, peoples) => {
	it('have at least 60 given names and 60 families', () => {
		const count = (kind: 'given' | 'family') =>
			new Set(peoples.flatMap((people) => people[kind].map(({ latin, native }) => latin + native))).size;

		expect(count('given')).toBeGreaterThanOrEqual(60);
		expect(count('family')).toBeGreaterThanOrEqual(60);
	});

	it('never match when they are two, however near their names are', () => {
		const matches: string[] = [];
		const kinds = new Set<string>();
		for (const { a, b, kind } of differentPeople(culture, 2500, 20250117)) {
			kinds.add(kind);
			const { score } = explainNameScore(a, b);
			if (score >= DEFAULT_MIN_NAME_SCORE) matches.push(`${score} ${kind}: ${a} / ${b}`);
		}

		expect(matches).toEqual([]);
		expect(kinds.size).toBeGreaterThanOrEqual(5);
	});
});
