// First: a minute between two polls takes no time.
import { later, tellTime } from '../support/fastTime.mts';

import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import { endlessShop } from '../support/endlessShop.mts';
import { engine } from '../support/engine.mts';
import { startExchange } from '../support/exchange.mts';

const EVENTS = ['messageReceived', 'orderCompleted', 'orderCreated', 'orderPaid'] as const;

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	const openOrders = quick ? 500 : 5_000;
	const [without, withHistory] = [await bigShop(openOrders, 0), await bigShop(openOrders, quick ? 2_000 : 20_000)];
	return [...bigShopRows(openOrders, without, withHistory), ...(await endless(quick ? 20_000 : 1_000_000))];
}

interface BigShop {
	readonly calls: number;
	readonly seconds: number;
	readonly cpuMs: number;
	readonly stateBytes: number;
}

async function bigShop(openOrders: number, history: number): Promise<BigShop> {
	const exchange = await startExchange({ limits: true });
	await tellTime(async (ms) => await exchange.control('advance', ms));
	await exchange.control('seedHistory', { orders: history, days: 180 });
	for (let index = 0; index < openOrders; index += 1) {
		await exchange.control('openOrder', { side: 'sell', counterparty: `buyer ${index}`, paymentMinutes: 1_000_000 });
	}
	await later(60_000);
	const poller = engine.makePoller(
		{ events: [...EVENTS], filters: {}, options: {} },
		engine.credentialFor(exchange.url),
	);
	await poller.poll();
	const polls: Array<Omit<BigShop, 'stateBytes'>> = [];
	for (let count = 0; count < 3; count += 1) {
		await later(60_000);
		await exchange.control('clearCalls');
		const [startedAt, cpu] = [Date.now(), process.cpuUsage()];
		await poller.poll();
		const { user, system } = process.cpuUsage(cpu);
		const { calls } = await exchange.summary();
		polls.push({ calls, seconds: (Date.now() - startedAt) / 1_000, cpuMs: (user + system) / 1_000 });
	}
	const stateBytes = poller.state().length;
	await exchange.close();
	const middle = (kind: keyof (typeof polls)[number]): number => median(polls.map((one) => one[kind]));
	return { calls: middle('calls'), seconds: middle('seconds'), cpuMs: middle('cpuMs'), stateBytes };
}

function bigShopRows(openOrders: number, without: BigShop, withHistory: BigShop): readonly Row[] {
	const row = (what: string, unit: string, kind: keyof BigShop, scale = 1): Row => ({
		what: `${openOrders.toLocaleString('en')} open orders, 180 days of history: ${what}`,
		ours: withHistory[kind] / scale,
		unit,
		against: [{ name: 'without history', value: without[kind] / scale }],
		goal: {
			text: 'as without history',
			atMost: (kind === 'cpuMs' || kind === 'seconds' ? 1.25 : 1.01) * (without[kind] / scale),
		},
	});
	return [
		row('calls of a poll', 'calls', 'calls'),
		row('duration of a poll under the limits', 's', 'seconds'),
		row('CPU time of a poll', 'ms', 'cpuMs'),
		row('state', 'kB', 'stateBytes', 1_000),
	];
}

/** The pipeline of a poll from its state to its state as stored, on an exchange in memory. */
async function endless(polls: number): Promise<readonly Row[]> {
	const { runPipeline } = await import('../../nodes/BybitP2P/trigger/pipeline.ts');
	const { goingOn, startingNow } = await import('../../nodes/BybitP2P/trigger/start.ts');
	const { decodedState, encodedState } = await import('../../nodes/BybitP2P/trigger/storedState.ts');
	const shop = endlessShop();
	const wanted = {
		events: EVENTS,
		expiringSeconds: 300,
		repeatMs: 300_000,
		isWanted: () => true,
		details: false,
		isTimeUp: () => false,
	};
	const identify = async () => await Promise.resolve({ keyName: 'key', account: 'account', nickname: 'me' });
	let stored = encodedState((await runPipeline(shop.api, startingNow(identify), wanted)).state);
	const lap = async (count: number): Promise<Lap> => {
		const cpu = process.cpuUsage();
		for (let poll = 0; poll < count; poll += 1) {
			shop.next();
			const start = goingOn(stateIn(decodedState(stored)));
			stored = encodedState((await runPipeline(shop.api, start, wanted)).state);
		}
		const { user, system } = process.cpuUsage(cpu);
		return { cpuMs: (user + system) / 1_000 / count, bytes: JSON.stringify(stored).length, heapKb: heapKb() };
	};
	const laps: Lap[] = [];
	// The state holds the orders of 24 hours: full after 1,440 polls.
	await lap(2_000);
	for (let tenth = 0; tenth < 10; tenth += 1) laps.push(await lap(polls / 10));
	return endlessRows(polls, laps);
}

interface Lap {
	readonly cpuMs: number;
	readonly bytes: number;
	readonly heapKb: number;
}

function endlessRows(polls: number, laps: readonly Lap[]): readonly Row[] {
	const row = (what: string, unit: string, kind: keyof Lap, leeway: number): Row => ({
		what: `${polls.toLocaleString('en')} polls of one state: ${what} in the last tenth`,
		ours: laps[9][kind],
		unit,
		against: [{ name: 'in the first tenth', value: laps[0][kind] }],
		goal: { text: 'as in the first', atMost: leeway * laps[0][kind] },
	});
	return [
		row('state', 'bytes', 'bytes', 1.05),
		row('CPU time of a poll', 'ms', 'cpuMs', 1.25),
		row('memory', 'kB', 'heapKb', 1.05),
	];
}

function stateIn(decoded: object): never {
	if (!('state' in decoded)) throw new Error(`The state cannot be read: ${JSON.stringify(decoded).slice(0, 200)}`);
	return decoded.state as never;
}

function heapKb(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage().heapUsed / 1_000;
}
