/** Books of a simulated history: summed by the operation, and by hand from what the simulator knows. */
import { performance } from 'node:perf_hooks';

import { summarize } from '../../nodes/BybitP2P/action/order/summarize';
import type { BybitApi } from '../../nodes/BybitP2P/api/client';
import { addDecimals, compareDecimals } from '../../nodes/BybitP2P/safety/decimal';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';
import { anExchange, NOW, ORIGIN, WorkerPool } from '../support/workers.mts';
import { PATH } from '../support/exchangePaths.mts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number, nowMs = NOW): string => new Date(nowMs - days * DAY_MS).toISOString();
type Row = Readonly<Record<string, unknown>>;

/** A history with the rate limits of the exchange on, and a client that keeps them; time passes only while something waits. */
function booksOf(orders: number, days: number) {
	const exchange = anExchange({ limits: true });
	exchange.seedHistory({ orders, days, cancelledPercent: 8 });
	const pool = new WorkerPool(exchange);
	const messages: string[] = [];
	const summed = async (params: Row, api: BybitApi = pool.worker().api()): Promise<readonly Row[]> => {
		const output = await summarize.execute({
			api,
			origin: ORIGIN,
			params: { get: (name) => params[name] },
			files: {} as never,
			log: (message) => messages.push(message),
		});
		return [output].flat().map(({ json }) => json as unknown as Row);
	};
	return { exchange, pool, messages, summed };
}

const total = (rows: readonly Row[], field: string): string =>
	rows.map((row) => String(row[field])).reduce((sum, value) => addDecimals(sum, value), '0');

describe('a summary of 5,000 orders of 180 days', () => {
	it('reads them within the read limit, says how far it is, and adds up to what the exchange knows', async () => {
		const { exchange, pool, messages, summed } = booksOf(5_000, 180);
		const from = { virtualMs: exchange.now(), realMs: performance.now() };

		const rows = await summed({
			createdAfter: daysAgo(180),
			groupBy: ['day', 'side'],
			options: { costMethod: 'fifo' },
		});

		const [seconds, real] = [(exchange.now() - from.virtualMs) / 1000, (performance.now() - from.realMs) / 1000];
		const reads = pool.wire.length;
		console.info(
			`Summary of 5,000 orders of 180 days: ${reads} reads in ${seconds.toFixed(0)} s of the read limit, ${real.toFixed(1)} s of work, ${messages.length} messages, ${rows.length} groups.`,
		);
		const completed = exchange.orders().filter(({ status }) => status === 50);
		expect(total(rows, 'orders')).toBe(String(completed.length));
		const fiat = completed.map(({ amount }) => amount).reduce((sum, value) => addDecimals(sum, value), '0');
		expect(compareDecimals(total(rows, 'fiatAmount'), fiat)).toBe(0);
		expect(pool.wire.filter(({ reply }) => reply?.code !== 0)).toEqual([]);
		expect(reads).toBeLessThanOrEqual(170);
		expect(seconds).toBeLessThan(30);
		expect(messages[0]).toBe('Bybit P2P: 600 orders read for the summary');
	}, 60_000);
});

describe('a summary', () => {
	it('by payment method reads each order that counts, and no other', async () => {
		const { exchange, pool, summed, messages } = booksOf(300, 60);

		const rows = await summed({ createdAfter: daysAgo(60), groupBy: ['paymentMethod'], filters: { side: 'sell' } });

		const sales = exchange.orders().filter(({ status, side }) => status === 50 && side === 1);
		expect(total(rows, 'orders')).toBe(String(sales.length));
		expect(rows.map(({ paymentMethod }) => paymentMethod)).toContain('Bank Transfer');
		expect(rows.map(({ paymentMethod }) => paymentMethod)).not.toContain('unknown');
		expect(pool.wire.filter(({ path }) => path === PATH.order)).toHaveLength(sales.length);
		expect(messages).toEqual([]);
	}, 60_000);

	it('keeps to its dates and filters', async () => {
		const { exchange, summed } = booksOf(200, 100);
		const [after, before] = [NOW - 50 * DAY_MS, NOW - 20 * DAY_MS];

		const rows = await summed({
			createdAfter: new Date(after).toISOString(),
			createdBefore: new Date(before).toISOString(),
			groupBy: ['coin'],
			filters: { status: ['cancelled', 'completed'], fiat: 'eur', coin: 'usdt' },
		});

		const wanted = exchange
			.orders()
			.filter(
				({ createdAt, tokenId, currencyId }) =>
					createdAt >= after && createdAt <= before && tokenId === 'USDT' && currencyId === 'EUR',
			);
		expect(rows).toMatchObject([{ coin: 'USDT', fiat: 'EUR', orders: wanted.length }]);
	});

	it('of one side takes the cost of its coins from the purchases all the same', async () => {
		const { summed } = booksOf(200, 100);
		const parameters = { createdAfter: daysAgo(100), options: { costMethod: 'average' } };

		const both = await summed({ ...parameters, groupBy: ['side'] });
		const sales = await summed({ ...parameters, groupBy: ['side'], filters: { side: 'sell' } });

		expect(sales).toEqual(both.filter(({ side }) => side === 'sell'));
		expect(sales.some(({ profit }) => profit !== '0')).toBe(true);
	});

	it('of more than the exchange shows is refused: it would be too small', async () => {
		const { summed, pool } = booksOf(10, 10);

		await expect(summed({ createdAfter: daysAgo(182) })).rejects.toThrow(
			/^The orders were not summarized: Bybit shows orders of the last 180 days only$/,
		);
		expect(pool.wire).toHaveLength(1);
	});

	it('goes on when one order cannot be read in full, and stops when none can', async () => {
		const { exchange, summed } = booksOf(20, 10);
		exchange.fault({ path: PATH.order, kind: 'code', code: 912100027, times: 1 });

		const rows = await summed({ createdAfter: daysAgo(10), groupBy: ['paymentMethod'] });

		expect(rows.filter(({ paymentMethod }) => paymentMethod === 'unknown')).toMatchObject([{ orders: 1 }]);

		exchange.fault({ path: PATH.order, kind: 'code', code: 10005, times: 99 });
		await expect(summed({ createdAfter: daysAgo(10), groupBy: ['paymentMethod'] })).rejects.toThrow(/\(10005\)/);
	});
});

describe('in n8n', () => {
	let simulator: ExchangeServer;
	beforeEach(async () => {
		simulator = await createExchange({ limits: false });
		simulator.exchange.seedHistory({ orders: 40, days: 20 });
	});
	afterEach(async () => {
		await simulator.close();
	});

	it('is refused when the expression for its groups gives nothing: they must not vanish', async () => {
		const { error } = await runAction(
			{
				resource: 'order',
				operation: 'summarize',
				createdAfter: daysAgo(21, simulator.exchange.now()),
				groupBy: '={{ $json.nothing }}',
			} as never,
			credentialFor(simulator.url),
		);

		expect(error?.message).toMatch(/^Group By is empty: its expression gives nothing/);
	});

	it('begins a day in the time zone of the options, else of the workflow', async () => {
		const run = async (options: Row) =>
			(
				await runAction(
					{
						resource: 'order',
						operation: 'summarize',
						createdAfter: daysAgo(21, simulator.exchange.now()),
						groupBy: ['day'],
						options,
					} as never,
					credentialFor(simulator.url),
				)
			).json.map(({ day }) => day);

		const [workflow, own] = [await run({}), await run({ timezone: 'Pacific/Kiritimati' })];

		expect(own).not.toEqual(workflow);
		expect(workflow.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(String(day)))).toBe(true);
	});
});
