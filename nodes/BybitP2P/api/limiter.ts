import type { Pace } from './endpoints';

/** Calls per rolling second that the exchange allows for one account. */
const PER_SECOND: Readonly<Record<Pace, number>> = { read: 10, write: 5 };
// The exchange counts arrivals, we count departures: a margin for the network between.
const WINDOW_MS = 1_050;

/** Lets calls through at the pace the exchange allows, in the order they came. */
export interface Limiter {
	/** Resolves when the call may be sent. */
	turn(pace: Pace): Promise<void>;
	/** Holds back calls of this kind for the given time: the exchange said that its allowance is used up. */
	pause(pace: Pace, ms: number): void;
}

/**
 * @param now - a clock in milliseconds that only differences are taken of.
 * @param wait - resolves after so many milliseconds.
 */
export function createLimiter(now: () => number, wait: (ms: number) => Promise<void>): Limiter {
	const departures: Record<Pace, number[]> = { read: [], write: [] };
	const notBefore: Record<Pace, number> = { read: 0, write: 0 };

	return {
		async turn(pace) {
			const sent = departures[pace];
			const oldest = sent.length < PER_SECOND[pace] ? undefined : sent[sent.length - PER_SECOND[pace]];
			const previous = sent[sent.length - 1] ?? 0;
			const at = Math.max(
				now(),
				notBefore[pace],
				previous,
				oldest === undefined ? 0 : oldest + WINDOW_MS,
			);
			// Booked before waiting, so that calls made at once queue up behind each other.
			sent.push(at);
			if (sent.length > PER_SECOND[pace]) sent.shift();
			const ms = at - now();
			if (ms > 0) await wait(ms);
			// A pause may have been announced while this call waited for its turn.
			const held = notBefore[pace] - now();
			if (held > 0) await wait(held);
		},
		pause(pace, ms) {
			notBefore[pace] = Math.max(notBefore[pace], now() + ms);
		},
	};
}
