import type { Strategy } from '../../../nodes/BybitP2P/safety/repricing/types';
import { aRepricing } from '../../support/marketBuilders.mts';
import {
	marketOf,
	mistyper,
	mostEditsInFiveMinutes,
	Repricer,
	seeded,
	START_MS,
	shown,
	thousandths,
	undercutter,
	wanderer,
	type Rival,
} from '../../support/simulatedMarket.mts';

type Side = 'buy' | 'sell';
const MINUTE = 60_000;
const STEP = { type: 'amount', value: '0.001' } as const;
const MIDDLE = 920;
const LOWEST = 905;
const HIGHEST = 935;

/** 200 rivals around 0.920, mirrored for the buyers' side. */
function rivals(side: Side): Rival[] {
	const away = side === 'sell' ? 1 : -1;
	return Array.from({ length: 200 }, (_unused, index) => {
		const userId = `rival ${index}`;
		if (index < 10) return mistyper(userId, MIDDLE + away * (index * 2));
		if (index < 40) return undercutter(userId, MIDDLE + away * (10 + index), MIDDLE - away * (index - 30), side);
		return wanderer(userId, MIDDLE + away * Math.floor(index / 4));
	});
}

/** Plays a day with one repricer in it. */
function aDay(side: Side, strategy: Strategy, everyMs: number, hours: number) {
	const random = seeded(7);
	const wanted = strategy.type === 'rank' ? strategy.rank : 1;
	const me = new Repricer(
		'me',
		aRepricing({
			strategy,
			bounds: { minPrice: shown(LOWEST), maxPrice: shown(HIGHEST) },
			own: { side, userId: 'me', adId: 'ad of me', price: '0.930' },
		}),
	);
	const others = rivals(side);
	const listed = marketOf(others, side);
	const seen = { outside: 0, runs: 0, could: 0, held: 0, stillHeld: 0, still: 0, edits: 0 };
	for (let atMs = START_MS; atMs < START_MS + hours * 60 * MINUTE; atMs += everyMs) {
		const prices = [...others.map(({ price }) => price), thousandths(me.price)];
		for (const rival of others) rival.move(prices, random);
		const market = [...listed(), me.ad(side)];
		const better = (limit: number): number =>
			others.filter(({ price }) => (side === 'sell' ? price < limit : price > limit)).length;

		if (seen.runs > 0) {
			seen.still += 1;
			if (better(thousandths(me.price)) < wanted) seen.stillHeld += 1;
		}
		const { rank, isDecided } = me.run(market, atMs);
		seen.runs += 1;
		const price = thousandths(me.price);
		if (price < LOWEST || price > HIGHEST) seen.outside += 1;
		// It can be held when fewer than so many rivals are better than the best price that I may have.
		if (isDecided && better(side === 'sell' ? LOWEST : HIGHEST) < wanted) {
			seen.could += 1;
			if (rank <= wanted) seen.held += 1;
		}
	}
	return { ...seen, edits: me.editsMs.length, mostEdits: mostEditsInFiveMinutes(me.editsMs) };
}

describe('a day among 200 rivals', () => {
	it.each([
		['sells, for the best price', 'sell', { type: 'beat', step: STEP }, MINUTE, 24],
		['sells, for the third rank', 'sell', { type: 'rank', rank: 3, step: STEP }, MINUTE, 24],
		['buys, for the best price', 'buy', { type: 'beat', step: STEP }, MINUTE, 24],
		['buys, for the best price, six runs a minute', 'buy', { type: 'beat', step: STEP }, 10_000, 4],
	] as ReadonlyArray<[string, Side, Strategy, number, number]>)(
		'an ad that %s keeps its rank when it can, the bounds and the edit limit',
		(name, side, strategy, everyMs, hours) => {
			const day = aDay(side, strategy, everyMs, hours);

			console.info(
				`Simulated market, an ad that ${name}: ${day.runs} runs, ${day.edits} edits, at most ${day.mostEdits} in five minutes; rank held ${day.held} of ${day.could} times it could be, and still held at the next run ${day.stillHeld} of ${day.still}.`,
			);
			expect(day.outside).toBe(0);
			expect(day.mostEdits).toBeLessThanOrEqual(10);
			expect(day.could).toBeGreaterThan(day.runs / 4);
			expect(day.held).toBe(day.could);
		},
		120_000,
	);
});

describe('two repricers of ours among 200 rivals', () => {
	/** The average price of the day in thousandths: of one alone, or of the first of two. */
	function averagePrice(repricers: number): number {
		const random = seeded(7);
		const others = rivals('sell');
		const listed = marketOf(others, 'sell');
		const ours = Array.from({ length: repricers }, (_unused, index) => {
			const own = { userId: `us ${index}`, adId: `ad of us ${index}`, price: '0.930' };
			const bounds = { minPrice: '0.500', maxPrice: '0.990' };
			return new Repricer(own.userId, aRepricing({ strategy: { type: 'beat', step: STEP }, bounds, own }));
		});
		let sum = 0;
		for (let minute = 0; minute < 1_440; minute += 1) {
			const prices = [...others.map(({ price }) => price), ...ours.map(({ price }) => thousandths(price))];
			for (const rival of others) rival.move(prices, random);
			ours.forEach((repricer, index) => {
				repricer.run([...listed(), ...ours.map((one) => one.ad('sell'))], START_MS + minute * MINUTE + index * 1_000);
			});
			sum += thousandths(ours[0].price);
		}
		return sum / 1_440;
	}

	it('ask together about what one alone would ask', () => {
		const [alone, together] = [averagePrice(1), averagePrice(2)];

		console.info(
			`Simulated market, two repricers of ours: ${shown(together)} on average over the day, one alone ${shown(alone)}.`,
		);
		expect(alone - together).toBeLessThan(10);
	}, 120_000);
});
