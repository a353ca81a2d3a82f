import type { Strategy } from '../../../nodes/BybitP2P/safety/repricing/types';
import { aMarketAd, aRepricing } from '../../support/marketBuilders.mts';
import { Repricer, shown, START_MS, thousandths } from '../../support/simulatedMarket.mts';

type Side = 'buy' | 'sell';
const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const WORTH = 940;

const beat = (step: string): Strategy => ({ type: 'beat', step: { type: 'amount', value: step } });
const rank = (of: number, step: string): Strategy => ({
	type: 'rank',
	rank: of,
	step: { type: 'amount', value: step },
});

interface Party {
	readonly strategy: Strategy;
	/** Minutes between two runs. */
	readonly every: number;
	/** Minutes between two restarts of its process. */
	readonly forgets?: number;
}

interface Day {
	/** How far a price of ours went past that of the person, in thousandths. */
	readonly furthest: number;
	/** The same on average over the last hour. */
	readonly atTheEnd: number;
}

/** A day with repricers of ours and a person at 0.940, or as `personAt` says by the minute. */
function aDay(side: Side, parties: readonly Party[], personAt: (minute: number) => number = () => WORTH): Day {
	const away = side === 'sell' ? -1 : 1;
	const bounds = { minPrice: '0.500', maxPrice: '1.400' };
	const ours = parties.map(
		({ strategy }, index) =>
			new Repricer(
				`us ${index}`,
				aRepricing({
					strategy,
					bounds,
					own: { side, userId: `us ${index}`, adId: `ad of us ${index}`, price: shown(WORTH - away * (10 + index)) },
				}),
			),
	);
	const ad = aMarketAd({ side });
	let [furthest, lastHour] = [0, 0];
	for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
		const worth = personAt(minute);
		const person = { ...ad, price: shown(worth) };
		ours.forEach((repricer, index) => {
			const { every, forgets } = parties[index];
			if (forgets !== undefined && minute % forgets === 0) repricer.forget();
			if (minute % every !== 0) return;
			repricer.run([person, ...ours.map((one) => one.ad(side))], START_MS + minute * MINUTE + index * 1_000);
			furthest = Math.max(furthest, away * (thousandths(repricer.price) - worth));
		});
		if (minute >= DAY_MINUTES - 60) lastHour += (away * (thousandths(ours[0].price) - worth)) / 60;
	}
	return { furthest, atTheEnd: lastHour };
}

describe.each(['sell', 'buy'] as const)('repricers of ours in ads that %s', (side) => {
	it.each([
		['two at one rhythm', [beat('0.001'), beat('0.001')], [1, 1], 6],
		['two at different rhythms', [beat('0.001'), beat('0.001')], [1, 7], 6],
		['one that runs every two hours', [beat('0.001'), beat('0.001')], [1, 120], 6],
		['two that run every two hours', [beat('0.001'), beat('0.001')], [120, 120], 6],
		['two with different steps', [beat('0.001'), beat('0.010')], [1, 1], 30],
		['a large step that runs seldom', [beat('0.001'), beat('0.010')], [1, 120], 30],
		['two that want the second rank', [rank(2, '0.001'), rank(2, '0.001')], [1, 1], 6],
		['two that match', [beat('0'), beat('0')], [1, 1], 0],
		['four', [beat('0.001'), beat('0.001'), beat('0.001'), beat('0.002')], [1, 2, 3, 1], 30],
	] as ReadonlyArray<[string, Strategy[], number[], number]>)(
		'do not race to the floor: %s',
		(name, strategies, every, most) => {
			const parties = strategies.map((strategy, index) => ({ strategy, every: every[index] }));
			const { furthest: distance } = aDay(side, parties);

			console.info(
				`Repricers against each other, ${side}, ${name}: at most ${shown(distance)} past the price of a person.`,
			);
			expect(distance).toBeLessThanOrEqual(most);
		},
	);

	it('take a few steps after a restart, no more', () => {
		const { furthest: distance } = aDay(side, [
			{ strategy: beat('0.001'), every: 1, forgets: 240 },
			{ strategy: beat('0.001'), every: 1 },
		]);

		console.info(`Repricers against each other, ${side}, a restart every four hours: ${shown(distance)}.`);
		expect(distance).toBeLessThanOrEqual(6 * 5);
	});

	it.each([
		['at one rhythm', [1, 1]],
		['at different rhythms', [1, 5]],
	] as ReadonlyArray<[string, number[]]>)(
		'come back up after a person was far ahead for some minutes: %s',
		(name, every) => {
			const away = side === 'sell' ? -1 : 1;
			const parties = every.map((minutes) => ({ strategy: beat('0.001'), every: minutes }));
			const dips = (minute: number): number => WORTH + (minute >= 300 && minute < 310 ? away * 60 : 0);

			const { atTheEnd } = aDay(side, parties, dips);

			console.info(
				`Repricers against each other, ${side}, after a dip, ${name}: ${shown(atTheEnd)} past the price of a person.`,
			);
			expect(atTheEnd).toBeLessThanOrEqual(6);
		},
	);

	it('lose their rank for an hour a day at most to a program that never goes back up', () => {
		const away = side === 'sell' ? -1 : 1;
		const me = new Repricer(
			'me',
			aRepricing({
				strategy: beat('0.001'),
				bounds: { minPrice: '0.500', maxPrice: '1.400' },
				own: { side, userId: 'me', adId: 'ad of me', price: shown(WORTH - away * 10) },
			}),
		);
		const [person, program] = [aMarketAd({ side, price: shown(WORTH) }), aMarketAd({ side })];
		// Passes us three times, and then stays where it is.
		let price = WORTH - away * 5;
		let minutesBehind = 0;
		for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
			me.run([person, { ...program, price: shown(price) }, me.ad(side)], START_MS + minute * MINUTE);
			if (away * (thousandths(me.price) - price) < 0) minutesBehind += 1;
			if (minute < 3) price = thousandths(me.price) + away;
		}

		console.info(`A program that never goes back up, ${side}: ${minutesBehind} minutes of the day behind it.`);
		expect(minutesBehind).toBeGreaterThan(0);
		expect(minutesBehind).toBeLessThanOrEqual(60);
	});
});
