/** Time that passes only when everybody waits: what takes minutes runs at once, and in the same order every time. */
export interface VirtualClock {
	readonly now: () => number;
	readonly wait: (ms: number) => Promise<void>;
	/** Every wait asked for, in milliseconds. */
	readonly waits: readonly number[];
	/** Sets the clock without anybody having waited, as a machine does that corrects its clock. */
	jump(ms: number): void;
	/** Lets time pass until the promise settles, and gives what it settles with. */
	until<T>(promise: Promise<T>): Promise<T>;
}

interface Timer {
	readonly at: number;
	readonly ring: () => void;
}

export function aVirtualClock(startMs = 1_790_000_000_000): VirtualClock {
	// Timers count from the start of the machine, as real ones do: they do not see jumps.
	let elapsed = 0;
	let offset = startMs;
	let timers: Timer[] = [];
	const waits: number[] = [];

	function ringNext(): void {
		const next = timers.reduce((first, timer) => (timer.at < first.at ? timer : first));
		timers = timers.filter((timer) => timer !== next);
		elapsed = Math.max(elapsed, next.at);
		next.ring();
	}

	return {
		now: () => offset + elapsed,
		wait: async (ms) => {
			waits.push(ms);
			if (!Number.isFinite(ms)) throw new RangeError(`Nobody can wait ${ms} ms`);
			await new Promise<void>((ring) => timers.push({ at: elapsed + Math.max(0, ms), ring }));
		},
		waits,
		jump(ms) {
			offset += ms;
		},
		async until(promise) {
			const state = { isSettled: false };
			const settle = (): void => {
				state.isSettled = true;
			};
			promise.then(settle, settle);
			for (;;) {
				await settledTasks();
				if (state.isSettled) return await promise;
				if (timers.length === 0) throw new Error('Nobody waits, and still nothing is settled');
				ringNext();
			}
		},
	};
}

/** Lets every task run that waits for no timer. */
async function settledTasks(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
