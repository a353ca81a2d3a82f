import type { RateLimitGroup } from './endpoints';

/** Calls per rolling second that the exchange allows for one account. */
const PER_SECOND: Readonly<Record<RateLimitGroup, number>> = { read: 10, write: 5 };
// The exchange counts arrivals, we count departures: a margin for the network between, and for a first request that is slow to leave.
const WINDOW_MS = 1_150;

/** Lets calls through at the rate the exchange allows, in the order they came. */
export interface Limiter {
	/** Resolves when the call may be sent. */
	acquire(group: RateLimitGroup): Promise<void>;
	/** Holds back calls of this kind for the given time: the exchange said that its allowance is used up. */
	pause(group: RateLimitGroup, ms: number): void;
}

/** What is known of one kind of call. */
interface Lane {
	/** When the last calls left, at most as many as a second allows. */
	sent: number[];
	notBefore: number;
	pauseMs: number;
	/** Settles when the newest call has left. */
	queue: Promise<void>;
}

/**
 * Calls leave one after the other, so that a pause holds back all that wait, and they leave after it at the usual rate.
 *
 * @param now - a clock in milliseconds that only differences are taken of; it may be set back.
 * @param wait - resolves after so many milliseconds.
 */
export function createLimiter(now: () => number, wait: (ms: number) => Promise<void>): Limiter {
	const lanes: Readonly<Record<RateLimitGroup, Lane>> = { read: emptyLane(), write: emptyLane() };

	async function depart(group: RateLimitGroup): Promise<void> {
		const lane = lanes[group];
		let at = now();
		forgetTheFuture(lane, at);
		// More than once: a pause may be announced while this call waits.
		for (let next = earliest(lane, group); next > at; next = earliest(lane, group)) {
			await wait(next - at);
			at = Math.max(next, now());
		}
		lane.sent = [...lane.sent, at].slice(-PER_SECOND[group]);
	}

	return {
		async acquire(group) {
			const next = async (): Promise<void> => await depart(group);
			const mine = lanes[group].queue.then(next, next);
			lanes[group].queue = mine;
			await mine;
		},
		pause(group, ms) {
			const lane = lanes[group];
			forgetTheFuture(lane, now());
			if (now() + ms <= lane.notBefore) return;
			lane.notBefore = now() + ms;
			lane.pauseMs = ms;
		},
	};
}

function emptyLane(): Lane {
	return { sent: [], notBefore: Number.NEGATIVE_INFINITY, pauseMs: 0, queue: Promise.resolve() };
}

function earliest({ sent, notBefore }: Lane, group: RateLimitGroup): number {
	return sent.length < PER_SECOND[group] ? notBefore : Math.max(notBefore, sent[0] + WINDOW_MS);
}

/** A clock that was set back makes the past look like the future: nobody waits an hour for that. */
function forgetTheFuture(lane: Lane, nowMs: number): void {
	lane.sent = lane.sent.map((at) => Math.min(at, nowMs));
	lane.notBefore = Math.min(lane.notBefore, nowMs + lane.pauseMs);
}
