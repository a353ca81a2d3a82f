import { setTimeout as sleep } from 'node:timers/promises';

import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import { engine } from '../support/engine.mts';
import { startExchange, type RemoteExchange } from '../support/exchange.mts';
import { slowNetwork } from '../support/slowNetwork.mts';

interface Operation {
	readonly name: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** Calls that it needs for each item, and how many of them wait for one another. */
	readonly reads: number;
	readonly writes: number;
	readonly inARow: number;
	readonly tried: string;
}

const ORDER_ID = '={{ $json.orderId }}';
const ONE_BY_ONE =
	'What changes something is carried out one by one, in the order of the items, so that after an item that fails nothing of a later one is sent; each call then waits for its reply. Reads run side by side, these do not. Several executions side by side come to the limit.';

const OPERATIONS: readonly Operation[] = [
	{
		name: 'get',
		parameters: { resource: 'order', operation: 'get', orderId: ORDER_ID },
		reads: 1,
		writes: 0,
		inARow: 1,
		tried:
			'Ten items side by side, and a limiter that knows from replies when calls arrive; see the load of the machine.',
	},
	{
		name: 'sendMessage',
		parameters: { resource: 'chat', operation: 'sendMessage', orderId: ORDER_ID, text: 'Hello' },
		// The order, the session of its chat, and what stands in it, by which a lost reply is told from a lost message.
		reads: 3,
		writes: 1,
		inARow: 4,
		tried: ONE_BY_ONE,
	},
	{
		name: 'release',
		parameters: { resource: 'order', operation: 'release', orderId: ORDER_ID },
		// The order before and after.
		reads: 2,
		writes: 1,
		inARow: 3,
		tried: ONE_BY_ONE,
	},
];

interface Run {
	readonly operation: Operation;
	readonly count: number;
	readonly delayMs: number;
	readonly repeats: number;
}

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	const some = quick ? 30 : 100;
	const runs = OPERATIONS.flatMap((operation) =>
		[0, 100, 300].map(
			(delayMs): Run => ({ operation, count: some, delayMs, repeats: quick || isSlow(operation, delayMs) ? 1 : 3 }),
		),
	);
	const large = OPERATIONS.map((operation): Run => ({ operation, count: 1_000, delayMs: 0, repeats: 1 }));
	// They wait nearly all of their time, each for a limit of its own, so they do so together, but do not begin their seconds together.
	const all = [...runs, ...(quick ? [] : large)];
	const rows = all.map(async (run, index) => await rowOf(run, (index * 1_000) / all.length));
	return [...(await Promise.all(rows)), await sharedAccount(some)];
}

/** Takes minutes: once is enough, and the figure does not vary. */
const isSlow = ({ writes }: Operation, delayMs: number): boolean => writes > 0 && delayMs > 100;

/** Seconds that the limits take: calls of a kind come in full seconds of ten reads and five writes, the first ones at once. */
export function floorSeconds({ reads, writes, inARow }: Operation, count: number, delayMs: number): number {
	const seconds = Math.max(Math.ceil((reads * count) / 10), Math.ceil((writes * count) / 5)) - 1;
	return Math.max(0, seconds) + (inARow * delayMs) / 1000;
}

async function rowOf({ operation, count, delayMs, repeats }: Run, startMs: number): Promise<Row> {
	const exchange = await startExchange({ limits: true });
	const network = await slowNetwork(exchange.url, delayMs);
	// The first calls of a process are slow, and a key is used for longer than that.
	await timed(exchange, network.url, operation, 3);
	const seconds: number[] = [];
	for (let repeat = 0; repeat < repeats; repeat += 1)
		seconds.push(await timed(exchange, network.url, operation, count, startMs));
	const { refused } = await exchange.summary();
	await network.close();
	await exchange.close();
	const floor = floorSeconds(operation, count, delayMs);
	const oneByOne = (count * operation.inARow * delayMs) / 1000;
	return {
		what: `${count} x ${operation.name}, replies after ${delayMs} ms`,
		ours: median(seconds),
		unit: 's',
		against: [
			{ name: 'floor', value: floor },
			...(operation.writes > 0 && delayMs > 0 ? [{ name: 'one by one', value: Math.max(floor, oneByOne) }] : []),
		],
		goal: { text: '1.1 of the floor', atMost: 1.1 * floor, tried: operation.tried },
		note: `${refused} refused by the limit`,
	};
}

/** Two limiters that know nothing of each other, as in two processes, and one account. */
async function sharedAccount(count: number): Promise<Row> {
	const exchange = await startExchange({ limits: true });
	const networks = await Promise.all([50, 50].map(async (delayMs) => await slowNetwork(exchange.url, delayMs)));
	const [get] = OPERATIONS;
	const seconds = await Promise.all(networks.map(async ({ url }) => await timed(exchange, url, get, count)));
	const { refused } = await exchange.summary();
	await Promise.all(networks.map(async (network) => await network.close()));
	await exchange.close();
	return {
		what: `2 processes, one account, ${count} x get each, replies after 50 ms`,
		ours: Math.max(...seconds),
		unit: 's',
		against: [{ name: 'floor of both together', value: floorSeconds(get, 2 * count, 50) }],
		note: `${refused} refused by the limit and repeated`,
	};
}

async function timed(
	exchange: RemoteExchange,
	url: string,
	{ parameters }: Operation,
	count: number,
	startMs = 0,
): Promise<number> {
	const items: Array<{ json: { orderId: string } }> = [];
	for (let index = 0; index < count; index += 1) {
		const { id } = await exchange.control('openOrder', { side: 'sell', counterparty: `buyer ${index}` });
		await exchange.control('buyerPays', id);
		items.push({ json: { orderId: id } });
	}
	// The last second of calls is over then, and this one begins when no other run begins its own.
	await sleep(2_200 - (Date.now() % 1_000) + startMs);
	const startedAt = performance.now();
	const { json, error } = await engine.runAction(parameters as never, engine.credentialFor(url), { items });
	if (error !== undefined) throw new Error(`${error.message} ${error.description ?? ''}`);
	if (json.length !== count) throw new Error(`${json.length} of ${count} items came back`);
	return (performance.now() - startedAt) / 1000;
}
