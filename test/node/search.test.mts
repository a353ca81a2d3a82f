/** The search of the market, as the node does it against the simulator over HTTP. */
import '../support/instantTime.mts';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { callTool, credentialFor, runAction } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

const PAIR = { coin: 'USDT', fiat: 'EUR', side: 'sell' } as const;

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
	simulator.exchange.seedMarket({ rivals: 350, ...PAIR, replace: true });
});
afterEach(async () => {
	await simulator.close();
});

type Row = Readonly<Record<string, unknown>>;

async function search(more = {}): Promise<readonly Row[]> {
	const { json, error } = await runAction(
		{ resource: 'ad', operation: 'search', ...PAIR, ...more },
		credentialFor(simulator.url),
	);
	expect(error).toBeUndefined();
	return json;
}

const all = { returnAll: true };
const asked = (): unknown[] => simulator.exchange.calls.filter(({ path }) => path === PATH.market);

describe('Search', () => {
	it('reports the record of each advertiser and the names of its payment methods', async () => {
		const [first] = await search();

		expect(first).toMatchObject({
			recentOrders: expect.any(Number),
			completionRate: expect.any(Number),
			online: expect.any(Boolean),
			verified: expect.any(Boolean),
			lastOnlineAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
		});
		expect(first.paymentMethods).toEqual([{ paymentId: '', paymentType: '14', name: expect.stringMatching(/\w/) }]);
	});

	it('filters what the exchange does not', async () => {
		const filters = {
			onlineOnly: true,
			verifiedOnly: true,
			minRecentOrders: 100,
			minCompletionRate: 90,
			amount: '200',
		};

		const rows = await search({ ...all, filters });

		expect(rows.length).toBeGreaterThan(5);
		for (const row of rows) {
			expect(row).toMatchObject({ online: true, verified: true });
			expect(Number(row.recentOrders)).toBeGreaterThanOrEqual(100);
			expect(Number(row.completionRate)).toBeGreaterThanOrEqual(90);
			expect(Number(row.minAmount)).toBeLessThanOrEqual(200);
			expect(Number(row.maxAmount)).toBeGreaterThanOrEqual(200);
		}
	});

	it('goes on reading until enough ads pass the filters', async () => {
		const everything = await search({ ...all, sort: 'recentOrders' });
		const most = everything[2].recentOrders;

		const rows = await search({ limit: 3, filters: { minRecentOrders: most } });

		expect(rows).toHaveLength(3);
	});

	it.each([
		['price', 'price', 1],
		['quantity', 'quantityLeft', -1],
		['completionRate', 'completionRate', -1],
		['recentOrders', 'recentOrders', -1],
	] as const)('sorts the whole market by %s before it limits', async (sort, field, direction) => {
		const rows = await search({ sort, limit: 20 });
		const values = rows.map((row) => Number(row[field]));
		const everything = (await search(all)).map((row) => Number(row[field]));

		expect(values).toEqual(everything.sort((a, b) => direction * (a - b)).slice(0, 20));
	});

	it('reads one small page when nothing else is asked for', async () => {
		await search({ limit: 5 });

		expect(asked()).toMatchObject([{ body: expect.objectContaining({ size: '5' }) }]);
	});

	it('takes payment methods by number and by name', async () => {
		expect(await search({ limit: 1, filters: { paymentTypes: ['14'] } })).toHaveLength(1);
		expect(await search({ limit: 1, filters: { paymentTypes: 'bank transfer' } })).toHaveLength(1);
		expect(await search({ limit: 1, filters: { paymentTypes: ['51'] } })).toHaveLength(0);
	});

	it('gives the rows as they came with Simplify off, filtered and sorted the same', async () => {
		const [row] = await search({ simplify: false, sort: 'price', limit: 1, filters: { onlineOnly: true } });

		expect(row).toMatchObject({ isOnline: true, recentExecuteRate: expect.any(Number) });
	});

	it('marks what advertisers wrote for an AI agent', async () => {
		const { answer } = await callTool(
			{ resource: 'ad', operation: 'search', ...PAIR, limit: 1 },
			{},
			credentialFor(simulator.url),
		);

		expect(answer).toMatchObject([
			{
				coin: 'USDT',
				untrustedCounterpartyContent: { advertiserNickname: expect.any(String), remark: expect.any(String) },
			},
		]);
	});
});
