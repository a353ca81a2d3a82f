import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../../../simulator/exchange.mts';

export type SettleOptions = {
	/** No action for so long: what was emitted has been done, or was lost. */
	readonly quietSeconds: number;
	/** Whether the exchange's clock leaps a minute ahead once nothing happens any more; else the waiting is real. */
	readonly leaps: boolean;
	readonly withinSeconds: number;
};

/** Just over a minute: the shortest time after which an order that is still open is emitted again. */
const MINUTE_MS = 61_000;

/**
 * Waits until all is done, or the time is up; then one more minute of the exchange's, in which nothing may happen a second time.
 *
 * A leap of the clock makes the exchange refuse the next signed call once (10002), and n8n goes on by the exchange's clock.
 *
 * @returns how often the clock leapt
 */
export async function settle(exchange: Exchange, isDone: () => boolean, options: SettleOptions): Promise<number> {
	const giveUpAt = performance.now() + options.withinSeconds * 1000;
	const isTimeUp = () => performance.now() > giveUpAt;
	let leaps = 0;
	const leap = () => {
		exchange.advance(MINUTE_MS);
		leaps += 1;
	};
	while (!isDone() && !isTimeUp()) {
		await untilQuiet(exchange, options.quietSeconds, () => isDone() || isTimeUp());
		if (options.leaps && !isDone()) leap();
	}
	await untilQuiet(exchange, options.quietSeconds, isTimeUp);
	leap();
	await untilQuiet(exchange, options.quietSeconds, isTimeUp);
	return leaps;
}

/** Every action of the workflow reads its order first; the trigger reads lists. */
const ACTION = '/v5/p2p/order/info';

async function untilQuiet(exchange: Exchange, quietSeconds: number, isEnough: () => boolean): Promise<void> {
	let seen = exchange.calls.length;
	let quietSince = performance.now();
	while (!isEnough() && performance.now() - quietSince < quietSeconds * 1000) {
		await sleep(500);
		const calls = exchange.calls.slice(seen);
		seen += calls.length;
		if (calls.some(({ path }) => path === ACTION)) quietSince = performance.now();
	}
}
