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

/** A day with a person at 0.940 who never moves and repricers of ours; how far the price went from the person's, in thousandths. */
function distanceAfterADay(side: Side, parties: readonly Party[]): number {
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
	const person = aMarketAd({ side, price: shown(WORTH) });
	let furthest = 0;
	for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
		ours.forEach((repricer, index) => {
			const { every, forgets } = parties[index];
			if (forgets !== undefined && minute % forgets === 0) repricer.forget();
			if (minute % every !== 0) return;
			repricer.run([person, ...ours.map((one) => one.ad(side))], START_MS + minute * MINUTE + index * 1_000);
			furthest = Math.max(furthest, away * (thousandths(repricer.price) - WORTH));
		});
	}
	return furthest;
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
			const distance = distanceAfterADay(
				side,
				strategies.map((strategy, index) => ({ strategy, every: every[index] })),
			);

			console.info(
				`Repricers against each other, ${side}, ${name}: at most ${shown(distance)} past the price of a person.`,
			);
			expect(distance).toBeLessThanOrEqual(most);
		},
	);

	it('take a few steps after a restart, no more', () => {
		const distance = distanceAfterADay(side, [
			{ strategy: beat('0.001'), every: 1, forgets: 240 },
			{ strategy: beat('0.001'), every: 1 },
		]);

		console.info(`Repricers against each other, ${side}, a restart every four hours: ${shown(distance)}.`);
		expect(distance).toBeLessThanOrEqual(6 * 5);
	});
});
