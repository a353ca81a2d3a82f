import { setTimeout as sleep } from 'node:timers/promises';

/** @throws naming `what` when it has not come true in time */
export async function until(what: string, isTrue: () => boolean, withinSeconds = 60): Promise<void> {
	const giveUpAt = performance.now() + withinSeconds * 1000;
	while (!isTrue()) {
		if (performance.now() > giveUpAt) throw new Error(`Not within ${withinSeconds} s: ${what}`);
		await sleep(100);
	}
}
