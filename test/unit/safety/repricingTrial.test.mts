import { repricingDecision } from '../../../nodes/BybitP2P/safety/repricing';
import { EMPTY_MEMORY } from '../../../nodes/BybitP2P/safety/repricing/memory';
import { NO_TRIAL, type Trial } from '../../../nodes/BybitP2P/safety/repricing/trial';
import { aMarketAd, aRepricing, NOW_MS } from '../../support/marketBuilders.mts';

const MINUTE = 60_000;

/** I am at a price, a program that answers every step at another, and a person at a third. */
function decided(prices: { mine: string; program: string; person: string }, trial: Trial, minutes = 0) {
	const program = aMarketAd({ price: prices.program });
	return repricingDecision(
		aRepricing({
			own: { price: prices.mine },
			market: [program, aMarketAd({ price: prices.person })],
			memory: { ...EMPTY_MEMORY, answering: [program.advertiserId], trial },
			nowMs: NOW_MS + minutes * MINUTE,
		}),
	);
}

const level = { mine: '0.920', program: '0.920', person: '0.950' };
const tried = { mine: '0.949', program: '0.920', person: '0.950' };
const running: Trial = { ...NO_TRIAL, sinceMs: NOW_MS, from: '0.920' };

describe('a trial of a higher price', () => {
	it('waits until the two have been level for five minutes', () => {
		const first = decided(level, NO_TRIAL);
		const [before, after] = [4, 5].map((minutes) => decided(level, first.remembered.trial, minutes));

		expect([first, before, after].map(({ newPrice }) => newPrice)).toEqual(['0.920', '0.920', '0.949']);
		expect(after.reason).toMatch(/^Tries the price that the others leave \(0\.949\)/);
		expect(after.remembered.trial).toEqual({ ...running, sinceMs: NOW_MS + 5 * MINUTE });
	});

	it('stays for six minutes while the competitor does not follow, then goes back and waits twice as long', () => {
		const [during, after] = [5, 6].map((minutes) => decided(tried, running, minutes));

		expect([during.newPrice, after.newPrice]).toEqual(['0.949', '0.920']);
		expect(after.remembered.trial).toEqual({ waitMs: 2 * NO_TRIAL.waitMs, sinceMs: NOW_MS + 6 * MINUTE });
	});

	it('has come to its end as soon as the competitor follows', () => {
		const { newPrice, remembered } = decided({ ...tried, program: '0.948' }, running, 1);

		expect([newPrice, remembered.trial]).toEqual(['0.948', NO_TRIAL]);
	});

	it('has come to its end when somebody else is the one to pass', () => {
		const { newPrice, remembered } = decided({ ...tried, person: '0.915' }, running, 1);

		expect([newPrice, remembered.trial]).toEqual(['0.914', NO_TRIAL]);
	});

	it.each([
		['0.923', '0.920'],
		['0.924', '0.923'],
	])('is not worth a gap of two steps: with a person at %s the price is %s', (person, price) => {
		const since = { ...NO_TRIAL, sinceMs: NOW_MS };

		expect(decided({ ...level, person }, since, 10).newPrice).toBe(price);
	});

	it('starts its wait anew when the two are level no longer', () => {
		const { remembered } = decided({ ...level, mine: '0.930' }, { ...NO_TRIAL, sinceMs: NOW_MS }, 4);

		expect(remembered.trial).toEqual(NO_TRIAL);
	});
});
