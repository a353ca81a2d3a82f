import fc from 'fast-check';
import type { RateLimitGroup } from '../../../nodes/BybitP2P/api/endpoints';
import { createLimiter } from '../../../nodes/BybitP2P/api/limiter';
import { aVirtualClock } from '../../support/virtualClock.mts';
import {
	aLimiter,
	of,
	mostInASecond,
	anyActions,
	played,
	anExchangeWith,
	seededRandom,
} from '../../support/limiterRig.mts';

const ALLOWED: Readonly<Record<RateLimitGroup, number>> = { read: 10, write: 5 };

describe('a limiter', () => {
	it.each(['read', 'write'] as const)('lets the first %ss of a second through at once', async (limit) => {
		const { clock, departures, asks } = aLimiter();

		await clock.until(Promise.all(asks(limit, ALLOWED[limit])));

		expect(departures.map(({ at }) => at)).toEqual(new Array(ALLOWED[limit]).fill(0));
	});

	it.each(['read', 'write'] as const)('holds the next %s back for a second and a margin', async (limit) => {
		const { clock, departures, asks } = aLimiter();

		await clock.until(Promise.all(asks(limit, ALLOWED[limit] + 1)));

		expect(departures.at(-1)?.at).toBe(1150);
	});

	it('lets writes through while reads are held back', async () => {
		const { clock, departures, asks, ask } = aLimiter();
		const reads = asks('read', 30);

		await clock.until(ask('write'));

		expect(of(departures, 'write')[0].at).toBe(0);
		await clock.until(Promise.all(reads));
	});

	it('holds everything back until a pause is over', async () => {
		const { clock, limiter, departures, ask } = aLimiter();
		limiter.pause('read', 3000);

		await clock.until(ask('read'));

		expect(departures[0].at).toBe(3000);
	});

	it('holds back calls, too, that were waiting when the pause began', async () => {
		const { clock, limiter, departures, asks } = aLimiter();
		const calls = asks('read', 11);
		await clock.until(calls[9]);
		limiter.pause('read', 4000);

		await clock.until(calls[10]);

		expect(departures[10].at).toBe(4000);
	});

	it('lets no more through after a pause than in any other second', async () => {
		const { clock, limiter, departures, asks } = aLimiter();
		const early = asks('read', 30);
		await clock.until(early[9]);
		limiter.pause('read', 5000);
		const late = asks('read', 30);

		await clock.until(Promise.all([...early, ...late]));

		expect(mostInASecond(departures)).toBe(10);
	});

	it('keeps to a second pause that is announced during the first', async () => {
		const { clock, limiter, departures, ask } = aLimiter();
		limiter.pause('write', 1000);
		const call = ask('write');
		await clock.until(clock.wait(900));
		limiter.pause('write', 2000);

		await clock.until(call);

		expect(departures[0].at).toBe(2900);
	});

	it('does not cut a pause short for a shorter one', async () => {
		const { clock, limiter, departures, ask } = aLimiter();
		limiter.pause('read', 3000);
		limiter.pause('read', 10);

		await clock.until(ask('read'));

		expect(departures[0].at).toBe(3000);
	});

	it('pauses one kind of call only', async () => {
		const { clock, limiter, departures, ask } = aLimiter();
		limiter.pause('read', 3000);

		await clock.until(ask('write'));

		expect(departures[0].at).toBe(0);
	});

	it('does not wait an hour when the clock of this machine is set back by an hour', async () => {
		const { clock, asks, ask } = aLimiter();
		await clock.until(Promise.all(asks('read', 10)));
		clock.jump(-3_600_000);

		await clock.until(ask('read'));

		expect(Math.max(...clock.waits)).toBeLessThanOrEqual(1150);
	});

	it('does not stretch a pause when the clock of this machine is set back', async () => {
		const { clock, limiter, ask } = aLimiter();
		limiter.pause('read', 2000);
		clock.jump(-3_600_000);

		await clock.until(ask('read'));

		expect(Math.max(...clock.waits)).toBeLessThanOrEqual(2000);
	});

	it('comes to an end where waiting takes no time', async () => {
		const limiter = createLimiter(
			() => 0,
			async () => {},
		);

		const calls = Array.from({ length: 100 }, async () => await limiter.acquire('write'));

		await expect(Promise.all(calls)).resolves.toHaveLength(100);
	});

	it('never lets more than 10 reads and 5 writes go in any second, whatever is asked and paused', async () => {
		await fc.assert(
			fc.asyncProperty(anyActions, async (actions) => {
				const { departures } = await played(actions);

				expect(mostInASecond(of(departures, 'read'))).toBeLessThanOrEqual(10);
				expect(mostInASecond(of(departures, 'write'))).toBeLessThanOrEqual(5);
			}),
			{ seed: 7, numRuns: 60 },
		);
	});

	it('keeps the order in which calls came, whatever is asked and paused', async () => {
		await fc.assert(
			fc.asyncProperty(anyActions, async (actions) => {
				const { departures } = await played(actions);

				for (const wanted of ['read', 'write'] as const) {
					const numbers = of(departures, wanted).map(({ number }) => number);
					expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
				}
			}),
			{ seed: 8, numRuns: 60 },
		);
	});

	it('lets nothing go inside a pause, whatever is asked', async () => {
		await fc.assert(
			fc.asyncProperty(anyActions, async (actions) => {
				const { departures, pauses } = await played(actions);

				const early = pauses.flatMap(({ limit, from, to }) =>
					of(departures, limit).filter(({ at }) => at > from && at < to),
				);
				expect(early).toEqual([]);
			}),
			{ seed: 9, numRuns: 60 },
		);
	});

	it('wastes no time: a full minute of reads goes out at full limit', async () => {
		const { clock, departures, asks } = aLimiter();

		await clock.until(Promise.all(asks('read', 600)));

		expect(departures.at(-1)?.at).toBe(59 * 1150);
	});

	it('comes within a tenth of the floor once replies show when calls arrive, at any delay of the network', async () => {
		for (const delayMs of [0, 40, 150]) {
			const { clock, exchange, calls } = anExchangeWith(() => delayMs);

			await clock.until(calls(200));

			expect(exchange.mostInASecond()).toBeLessThanOrEqual(10);
			expect(exchange.lastAt() / 19_000).toBeLessThan(1.1);
		}
	});

	it('never brings more than ten calls there in a second, however much the delays vary', async () => {
		for (const seed of [1, 2, 3, 4, 5]) {
			const random = seededRandom(seed);
			const { clock, exchange, calls } = anExchangeWith(() => Math.floor(random() * 300));

			await clock.until(calls(120));

			expect(exchange.mostInASecond()).toBeLessThanOrEqual(10);
		}
	});

	it('brings none too many there after a slow start, when later calls are much faster than the first ones', async () => {
		for (const slowCalls of [10, 8, 14]) {
			let sent = 0;
			const { clock, exchange, calls } = anExchangeWith(() => ((sent += 1) <= slowCalls ? 120 : 2));

			await clock.until(calls(100));

			expect(exchange.refused()).toBe(0);
			expect(exchange.lastAt() / 9_000).toBeLessThan(1.1);
		}
	});

	it('brings none too many there from a machine that was busy for two seconds', async () => {
		let sent = 0;
		const { clock, exchange, calls } = anExchangeWith(() => ((sent += 1) <= 40 ? 60 + ((sent * 37) % 160) : 10));

		await clock.until(calls(100));

		expect(exchange.refused()).toBe(0);
		expect(exchange.lastAt() / 9_000).toBeLessThan(1.1);
	});

	it('goes by the clock of this machine where the exchange always gives the same time', async () => {
		const clock = aVirtualClock();
		const limiter = createLimiter(clock.now, clock.wait);
		const start = clock.now();
		const read = async (): Promise<void> => limiter.record(await limiter.acquire('read'), 1_790_000_000_000);

		for (let count = 0; count < 50; count += 1) await clock.until(read());

		expect(clock.now() - start).toBeLessThanOrEqual(4 * 1150);
	});

	it('shares the allowance with another process of the same account, as the replies show', async () => {
		const { clock, exchange, calls, otherProcess } = anExchangeWith(() => 20);

		await clock.until(Promise.all([calls(100), otherProcess().calls(100)]));

		expect(exchange.mostInASecond()).toBeLessThanOrEqual(10);
		expect(exchange.refused()).toBeLessThanOrEqual(20);
		expect(exchange.lastAt()).toBeLessThan(30_000);
	});
});
