/** Limiters on a clock of their own, and exchanges that count the calls which arrive. */
import fc from 'fast-check';
import type { RateLimitGroup } from '../../nodes/BybitP2P/api/endpoints';
import { createLimiter } from '../../nodes/BybitP2P/api/limiter';
import { aVirtualClock } from './virtualClock.mts';

interface Departure {
	readonly limit: RateLimitGroup;
	readonly number: number;
	readonly at: number;
}

/** A limiter on a clock of its own, and who left when. */
export function aLimiter() {
	const clock = aVirtualClock();
	const limiter = createLimiter(clock.now, clock.wait);
	const start = clock.now();
	const departures: Departure[] = [];
	let asked = 0;
	const ask = async (limit: RateLimitGroup): Promise<void> => {
		const number = (asked += 1);
		await limiter.acquire(limit);
		departures.push({ limit, number, at: clock.now() - start });
	};
	const asks = (limit: RateLimitGroup, count: number): Promise<void>[] =>
		Array.from({ length: count }, async () => await ask(limit));
	return { clock, start, limiter, departures, ask, asks };
}

export function of(departures: readonly Departure[], wanted: RateLimitGroup): readonly Departure[] {
	return departures.filter(({ limit }) => limit === wanted);
}

/** The most departures within any second. */
export function mostInASecond(departures: ReadonlyArray<Pick<Departure, 'at'>>): number {
	return Math.max(
		0,
		...departures.map(({ at }) => departures.filter((other) => other.at >= at && other.at < at + 1000).length),
	);
}

type Action =
	| { readonly type: 'ask'; readonly limit: RateLimitGroup; readonly count: number }
	| { readonly type: 'pause'; readonly limit: RateLimitGroup; readonly ms: number }
	| { readonly type: 'later'; readonly ms: number };

const anyGroup = fc.constantFrom<RateLimitGroup>('read', 'write');
export const anyActions = fc.array(
	fc.oneof(
		{
			weight: 6,
			arbitrary: fc.record({
				type: fc.constant('ask' as const),
				limit: anyGroup,
				count: fc.integer({ min: 1, max: 25 }),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({
				type: fc.constant('pause' as const),
				limit: anyGroup,
				ms: fc.integer({ min: 0, max: 4000 }),
			}),
		},
		{ weight: 3, arbitrary: fc.record({ type: fc.constant('later' as const), ms: fc.integer({ min: 0, max: 2500 }) }) },
	),
	{ maxLength: 10 },
);

/** Plays the actions one after the other and gives the departures, in the order they happened. */
export async function played(actions: readonly Action[]) {
	const { clock, start, limiter, departures, asks } = aLimiter();
	const calls: Promise<void>[] = [];
	const pauses: { limit: RateLimitGroup; from: number; to: number }[] = [];
	for (const action of actions) {
		if (action.type === 'ask') calls.push(...asks(action.limit, action.count));
		else if (action.type === 'later') await clock.until(clock.wait(action.ms));
		else {
			limiter.pause(action.limit, action.ms);
			const from = clock.now() - start;
			pauses.push({ limit: action.limit, from, to: from + action.ms });
		}
	}
	await clock.until(Promise.all(calls));
	return { departures, pauses };
}

/** An exchange that counts ten calls in a rolling second, some way off; its clock is an hour ahead. */
export function anExchangeWith(delayMs: () => number) {
	const AHEAD_MS = 3_600_000;
	const clock = aVirtualClock();
	const start = clock.now();
	const arrivals: number[] = [];
	let refused = 0;

	function arrive(): { isRefused: boolean; at: number; left: number; resetMs: number } {
		const at = clock.now();
		const isRefused = arrivals.filter((earlier) => earlier > at - 1000).length >= 10;
		if (isRefused) refused += 1;
		else arrivals.push(at);
		const counted = arrivals.filter((earlier) => earlier > at - 1000);
		return { isRefused, at, left: 10 - counted.length, resetMs: counted[0] + 1000 + AHEAD_MS };
	}

	function aProcess() {
		const limiter = createLimiter(clock.now, clock.wait);
		const call = async (): Promise<void> => {
			const sent = await limiter.acquire('read');
			await clock.wait(delayMs());
			const { at, ...allowance } = arrive();
			await clock.wait(delayMs());
			limiter.record(sent, at + AHEAD_MS, allowance);
			if (allowance.isRefused) await call();
		};
		return { calls: async (count: number) => await Promise.all(Array.from({ length: count }, call)) };
	}

	return {
		clock,
		...aProcess(),
		otherProcess: aProcess,
		exchange: {
			mostInASecond: () => mostInASecond(arrivals.map((at) => ({ at }))),
			lastAt: () => arrivals[arrivals.length - 1] - start,
			refused: () => refused,
		},
	};
}

export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}
