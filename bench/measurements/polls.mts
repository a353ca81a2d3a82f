// First: a minute between two polls takes no time.
import { later, tellTime } from '../support/fastTime.mts';

import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import { engine } from '../support/engine.mts';
import { startExchange, type RemoteExchange } from '../support/exchange.mts';

const EVENTS = ['messageReceived', 'orderAppealed', 'orderCancelled', 'orderCompleted', 'orderCreated', 'orderPaid'];
const PAGE_SIZE = 30;
const SWEEP_MINUTES = 5;
const MOST_SWEPT = 50;
const TRUSTED_AFTER = 20;

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const count of quick ? [10, 100] : [10, 100, 1_000]) rows.push(...(await measureWith(count, quick ? 5 : 10)));
	return rows;
}

let pollBegunMs = 0;

/** What one poll took. */
interface Taken {
	readonly calls: number;
	/** By the clock that waiting moves on. */
	readonly seconds: number;
	readonly cpuMs: number;
	readonly emitted: number;
}

interface Shop {
	readonly exchange: RemoteExchange;
	readonly orderIds: readonly string[];
	readonly poller: ReturnType<typeof engine.makePoller>;
}

async function measureWith(count: number, polls: number): Promise<readonly Row[]> {
	const exchange = await startExchange({ limits: true });
	await tellTime(async (ms) => await exchange.control('advance', ms));
	const orderIds: string[] = [];
	for (let index = 0; index < count; index += 1) {
		const order = { side: 'sell', counterparty: `buyer ${index}`, paymentMinutes: 1_000_000 } as const;
		orderIds.push((await exchange.control('openOrder', order)).id);
	}
	await later(60_000);
	const heapBefore = heapUsed();
	const poller = engine.makePoller({ events: EVENTS, filters: {}, options: {} }, engine.credentialFor(exchange.url));
	const shop: Shop = { exchange, orderIds, poller };
	await poll(shop, 0);
	// Until each chat was read once: before that no hint can be told from what was there.
	await several(Math.ceil(count / 20), async () => await poll(shop, 60));
	const quiet = await several(polls, async () => await poll(shop, 60));
	const busy = await several(3, async () => await pollWithNews(shop));
	await untilTrusted(shop);
	const trustedQuiet = await several(2 * SWEEP_MINUTES, async () => await poll(shop, 60));
	const trustedSix = await several(12 * SWEEP_MINUTES, async () => await poll(shop, 10));
	const trustedBusy = await several(3, async () => await pollWithNews(shop));
	const keptKb = (heapUsed() - heapBefore) / 1_000;
	await exchange.close();
	const news = newsIn(count);
	return [
		pollRow(count, 'quiet, no trust', quiet, count, 0),
		pollRow(count, '30 % new messages, no trust', busy, count, news),
		pollRow(count, 'quiet, trust, one poll a minute', trustedQuiet, count, 0, count / SWEEP_MINUTES),
		pollRow(count, 'quiet, trust, six polls a minute', trustedSix, count, 0, count / SWEEP_MINUTES / 6),
		pollRow(count, '30 % new messages, trust', trustedBusy, count, news, count / SWEEP_MINUTES),
		secondsRow(count, trustedQuiet),
		{
			what: `State with ${count} open orders`,
			ours: poller.state().length / count,
			unit: 'bytes an order',
			note: `${Math.round(keptKb)} kB of memory kept in all`,
		},
	];
}

/** All chats that have a new message are read, whether a hint is trusted or not. */
const newsIn = (count: number): number => Math.round(0.3 * count);
const pagesOf = (count: number): number => Math.floor(count / PAGE_SIZE) + 1;

/** @param afterSeconds - from the beginning of the poll before, as n8n's clock has it. */
async function poll({ exchange, poller }: Shop, afterSeconds: number): Promise<Taken> {
	await later(pollBegunMs + afterSeconds * 1_000 - Date.now());
	pollBegunMs = Date.now();
	await exchange.control('clearCalls');
	const [startedAt, cpu] = [Date.now(), process.cpuUsage()];
	const items = await poller.poll();
	const { user, system } = process.cpuUsage(cpu);
	const { calls } = await exchange.summary();
	return {
		calls,
		seconds: (Date.now() - startedAt) / 1_000,
		cpuMs: (user + system) / 1_000,
		emitted: items?.length ?? 0,
	};
}

async function pollWithNews(shop: Shop): Promise<Taken> {
	for (const orderId of shop.orderIds.slice(0, newsIn(shop.orderIds.length))) {
		await shop.exchange.control('say', orderId, 'Hello, I have paid');
	}
	return await poll(shop, 60);
}

async function untilTrusted(shop: Shop): Promise<void> {
	let emitted = 0;
	for (let polls = 0; polls < 30 && emitted < 2 * TRUSTED_AFTER; polls += 1)
		emitted += (await pollWithNews(shop)).emitted;
	// What is left of the news, and one whole sweep.
	for (let polls = 0; polls < 2 * SWEEP_MINUTES; polls += 1) await poll(shop, 60);
}

async function several<T>(count: number, task: () => Promise<T>): Promise<readonly T[]> {
	const results: T[] = [];
	for (let done = 0; done < count; done += 1) results.push(await task());
	return results;
}

/** @param sweep - chats that a sweep takes in such a poll; undefined while nothing is trusted. */
function pollRow(
	count: number,
	how: string,
	taken: readonly Taken[],
	chats: number,
	news: number,
	sweep?: number,
): Row {
	const floor = pagesOf(count) + 1 + news;
	const calls = taken.map((one) => one.calls);
	// A sweep is spread over polls: only their mean is the same in all rounds.
	const ours = sweep === undefined ? median(calls) : calls.reduce((sum, one) => sum + one, 0) / calls.length;
	const share = Math.min(MOST_SWEPT, Math.ceil(sweep ?? 0));
	const emitted = news === 0 ? '' : `, ${median(taken.map((one) => one.emitted))} of ${news} emitted`;
	return {
		what: `Poll, ${count} open orders, ${how}`,
		ours,
		unit: 'calls',
		against: [
			{ name: 'plain way', value: pagesOf(count) + chats },
			{ name: 'floor', value: floor },
		],
		note: `${median(taken.map((one) => one.cpuMs)).toFixed(0)} ms CPU${emitted}`,
		...(sweep === undefined
			? {}
			: { goal: { text: `1.2 of the floor and ${share} swept`, atMost: 1.2 * floor + share } }),
	};
}

function secondsRow(count: number, taken: readonly Taken[]): Row {
	const seconds = (calls: number): number => Math.ceil(calls / 10) - 1;
	return {
		what: `The same, quiet, trust, one poll a minute`,
		ours: median(taken.map((one) => one.seconds)),
		unit: 's',
		against: [
			{ name: 'plain way', value: seconds(pagesOf(count) + count) },
			{ name: 'floor', value: seconds(pagesOf(count) + 1) },
		],
	};
}

function heapUsed(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage().heapUsed;
}
