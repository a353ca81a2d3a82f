import type { RateLimitGroup } from './endpoints';

/** Calls per rolling second that the exchange allows for one account, all programs together. */
const PER_SECOND: Readonly<Record<RateLimitGroup, number>> = { read: 10, write: 5 };
const SECOND_MS = 1_000;
/** Clocks count in whole milliseconds, and a reply shows its time a little late. */
const MARGIN_MS = 20;
const MAX_MARGIN_MS = 80;
/** A call that is not answered yet may have been so much slower than the fastest. */
const SLOWER_MS = 150;
/** Delays that differ by more come from a clock that was set, or that stands still: then only this machine's clock counts. */
const STEADY_WITHIN_MS = 500;
/** The longest that a full second can hold a call back. */
const WINDOW_MS = SECOND_MS + SLOWER_MS;
/** The longest pause that the exchange may ask for. */
export const LONGEST_PAUSE_MS = 10_000;
/** So many replies without a refusal, and one call a second more is tried. */
const REPLIES_BEFORE_MORE = 50;
/** So many of the newest delays show how fast a call can be. */
const MAX_DELAYS = 30;

/** Lets calls through at the rate the exchange allows, in the order they came. */
export interface Limiter {
	/** Resolves when the call may be sent. */
	acquire(group: RateLimitGroup): Promise<SentCall>;
	/**
	 * Takes in what a reply shows, also about calls of other programs that use the account.
	 *
	 * @param exchangeMs - the exchange's clock in the reply; undefined when none came.
	 */
	record(call: SentCall, exchangeMs: number | undefined, allowance?: Allowance): void;
	/** Holds back calls of this group for the given time: the exchange said that its allowance is used up. */
	pause(group: RateLimitGroup, ms: number): void;
}

/** What the headers of a reply say of the allowance. */
export interface Allowance {
	/** Calls left (`X-Bapi-Limit-Status`). */
	readonly left: number;
	/** When there are calls again, by the exchange's clock (`X-Bapi-Limit-Reset-Timestamp`); only of use when none are left. */
	readonly resetMs: number;
	/** The exchange refused the call because there were too many. */
	readonly isRefused: boolean;
}

/** A call that has left. */
export interface SentCall {
	readonly group: RateLimitGroup;
	/** By this machine's clock. */
	sentMs: number;
	/** By the exchange's clock; undefined while no reply showed it. */
	arrivedMs?: number;
}

/** From leaving here to arriving there, each by its own clock, so that the difference of the clocks is in it. */
interface Delay {
	readonly ms: number;
	/** What it was at least: as if the reply had taken no time on its way back. */
	readonly atLeastMs: number;
}

/** What is known of one group of calls. */
interface Lane {
	readonly group: RateLimitGroup;
	/** Newest last; calls of other programs, as far as replies show them, among them. */
	calls: SentCall[];
	/** How long the newest calls were under way. */
	delays: Delay[];
	/** Calls a second that leave from here: fewer than the exchange allows after it refused one, because others use the account too. */
	perSecond: number;
	repliesSinceRefusal: number;
	notBefore: number;
	pauseMs: number;
	/** Settles when the newest call has left. */
	queue: Promise<unknown>;
}

/**
 * The exchange counts the calls that arrived within a rolling second. Replies show when a call arrived, by the exchange's clock: the
 * next one leaves when even the fastest way known would bring it there a second after the call whose place it takes.
 *
 * Calls leave one after the other, so that a pause holds back all that wait, and they leave after it at the usual rate.
 *
 * @param now - a clock in milliseconds that only differences are taken of; it may be set back.
 * @param wait - resolves after so many milliseconds.
 */
export function createLimiter(now: () => number, wait: (ms: number) => Promise<void>): Limiter {
	const lanes = { read: emptyLane('read'), write: emptyLane('write') };

	async function leave(lane: Lane): Promise<SentCall> {
		let at = now();
		forgetFuture(lane, at);
		// More than once: a pause may be announced while this call waits, and replies show when calls really arrived.
		for (let next = earliest(lane, at); next > at; next = earliest(lane, at)) {
			const atBest = earliest(lane, at, MARGIN_MS);
			const until = atBest > at ? atBest : next;
			await wait(until - at);
			at = Math.max(until, now());
		}
		const call: SentCall = { group: lane.group, sentMs: at };
		keep(lane, call);
		return call;
	}

	return {
		async acquire(group) {
			const next = async (): Promise<SentCall> => await leave(lanes[group]);
			const mine = lanes[group].queue.then(next, next);
			lanes[group].queue = mine;
			return await mine;
		},
		record(call, exchangeMs, allowance) {
			if (exchangeMs === undefined) return;
			const lane = lanes[call.group];
			call.arrivedMs = exchangeMs;
			const delay = { ms: exchangeMs - call.sentMs, atLeastMs: exchangeMs - now() };
			lane.delays = [...lane.delays, delay].slice(-MAX_DELAYS);
			if (allowance === undefined) return;
			adapt(lane, allowance.isRefused);
			if (allowance.left === 0) pause(lane, allowance.resetMs - fastestMs(lane) - now(), now());
		},
		pause: (group, ms) => pause(lanes[group], ms, now()),
	};
}

function pause(lane: Lane, ms: number, now: number): void {
	const pauseMs = Math.min(ms, LONGEST_PAUSE_MS);
	forgetFuture(lane, now);
	if (now + pauseMs <= lane.notBefore) return;
	lane.notBefore = now + pauseMs;
	lane.pauseMs = pauseMs;
}

function emptyLane(group: RateLimitGroup): Lane {
	return {
		group,
		calls: [],
		delays: [],
		perSecond: PER_SECOND[group],
		repliesSinceRefusal: 1,
		notBefore: Number.NEGATIVE_INFINITY,
		pauseMs: 0,
		queue: Promise.resolve(),
	};
}

/** Half as many after a refusal, then slowly more: two processes end with a share each. */
function adapt(lane: Lane, isRefused: boolean): void {
	if (isRefused) {
		// Calls that were under way together are refused together: one reason, one step down.
		if (lane.repliesSinceRefusal > 0) lane.perSecond = Math.max(1, Math.floor(lane.perSecond / 2));
		lane.repliesSinceRefusal = 0;
		return;
	}
	lane.repliesSinceRefusal += 1;
	if (lane.repliesSinceRefusal % REPLIES_BEFORE_MORE > 0) return;
	lane.perSecond = Math.min(PER_SECOND[lane.group], lane.perSecond + 1);
}

function keep(lane: Lane, call: SentCall): void {
	lane.calls = [...lane.calls, call].slice(-3 * PER_SECOND[lane.group]);
}

/**
 * When the next call may leave, by this machine's clock.
 *
 * @param slowerMs - how much slower than the fastest a call is that has no reply yet.
 */
function earliest(lane: Lane, nowMs: number, slowerMs = SLOWER_MS): number {
	const { perSecond, calls, delays, notBefore } = lane;
	const all = delays.map(({ ms }) => ms);
	const isSteady = all.length > 0 && Math.max(...all) - Math.min(...all) <= STEADY_WITHIN_MS;
	const usualMs = isSteady ? Math.min(...all) : 0;
	const arrivals = calls
		.map(({ sentMs, arrivedMs }) => (isSteady ? arrivedMs : undefined) ?? sentMs + usualMs + slowerMs - MARGIN_MS)
		.sort((a, b) => b - a);
	const replaced = arrivals[perSecond - 1];
	if (replaced === undefined) return notBefore;
	const underwayMs = isSteady ? fastestMs(lane) - marginMs(all) : -MARGIN_MS;
	return Math.max(notBefore, Math.min(replaced + SECOND_MS - underwayMs, nowMs + WINDOW_MS));
}

/**
 * The least that a call may be under way. A few calls do not tell it, for the first ones of a process are slow: until there are more than
 * a second of them, what is certain counts.
 */
function fastestMs({ delays, group }: Lane): number {
	const isKnown = delays.length >= 1.2 * PER_SECOND[group];
	return isKnown ? Math.min(...delays.map(({ ms }) => ms)) : Math.max(...delays.map(({ atLeastMs }) => atLeastMs));
}

/** The more the delays vary, the sooner a call is faster than all before it: on a busy machine by tens of milliseconds. */
function marginMs(delays: readonly number[]): number {
	const sorted = [...delays].sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)];
	return Math.min(Math.max(median - sorted[0], MARGIN_MS), MAX_MARGIN_MS);
}

/** A clock that was set back makes the past look like the future: nobody waits an hour for that. */
function forgetFuture(lane: Lane, nowMs: number): void {
	for (const call of lane.calls) call.sentMs = Math.min(call.sentMs, nowMs);
	lane.notBefore = Math.min(lane.notBefore, nowMs + lane.pauseMs);
}
