import { marketPages } from '../../../nodes/BybitP2P/action/ad/market';
import type { BybitApi } from '../../../nodes/BybitP2P/api/client';
import type { MarketRow } from '../../../nodes/BybitP2P/api/types';

const row = (id: string, side: number | string | undefined): MarketRow =>
	({ id, tokenId: 'USDT', currencyId: 'EUR', side }) as MarketRow;

/** An exchange that answers each value of `side` with the given rows, page by page. */
function marketWith(rows: Readonly<Record<string, readonly MarketRow[]>>) {
	const asked: string[] = [];
	const call = async (_endpoint: unknown, request: { side: string; page: string; size: string }) => {
		asked.push(`${request.side}/${request.page}`);
		const [page, size] = [Number(request.page), Number(request.size)];
		return { items: rows[request.side].slice((page - 1) * size, page * size) };
	};
	return { api: { call } as unknown as BybitApi, asked };
}

async function idsOf(api: BybitApi, side: 'buy' | 'sell', pageSize = 2): Promise<string[]> {
	const ids: string[] = [];
	for await (const rows of marketPages(api, { coin: 'USDT', fiat: 'EUR', side }, pageSize)) {
		ids.push(...rows.map(({ id }) => id));
	}
	return ids;
}

const sellers = [row('1', 1), row('2', 1), row('3', 1)];
const buyers = [row('7', 0), row('8', 0), row('9', 0)];

describe('the market', () => {
	it('is read page by page where the exchange filters by the side of the advertisers', async () => {
		const { api, asked } = marketWith({ '1': sellers, '0': buyers });

		expect(await idsOf(api, 'sell')).toEqual(['1', '2', '3']);
		expect(asked).toEqual(['1/1', '1/2']);
	});

	it('shows the same ads where it filters by the side of the taker', async () => {
		const { api, asked } = marketWith({ '0': sellers, '1': buyers });

		expect(await idsOf(api, 'sell')).toEqual(['1', '2', '3']);
		expect(await idsOf(api, 'buy')).toEqual(['7', '8', '9']);
		expect(asked).toEqual(['1/1', '0/1', '0/2', '0/1', '1/1', '1/2']);
	});

	it('is asked for the other side as well when the first answer is empty', async () => {
		const { api } = marketWith({ '1': [], '0': sellers });

		expect(await idsOf(api, 'sell')).toEqual(['1', '2', '3']);
	});

	it('leaves out ads of the other side that stand among them', async () => {
		const { api } = marketWith({ '1': [sellers[0], buyers[0], buyers[1], sellers[1], sellers[2]], '0': [] });

		expect(await idsOf(api, 'sell')).toEqual(['1', '2', '3']);
	});

	it('keeps ads that do not show their side', async () => {
		const { api } = marketWith({ '1': [row('1', undefined)], '0': [] });

		expect(await idsOf(api, 'sell')).toEqual(['1']);
	});

	it('comes to an end when the exchange never does', async () => {
		let next = 0;
		const call = async () => ({ items: [row(`${(next += 1)}`, 1), row(`${(next += 1)}`, 1)] });

		expect(await idsOf({ call } as unknown as BybitApi, 'sell')).toHaveLength(60);
	});
});
