/** A simulator with my ad and rivals, and the action node in front of it. Import it first: waiting takes no time. */
import './instantTime.mts';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from './n8nCore.mts';
import { PATH } from './exchangePaths.mts';

export const UPDATE = PATH.updateAd;
export const MARKET = PATH.market;
const PAIR = { coin: 'USDT', fiat: 'EUR' } as const;

export let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

export const run = async (operation: string, parameters = {}) =>
	await runAction({ resource: 'ad', operation, ...parameters }, credentialFor(simulator.url));

export const reprice = async (adId: string, more = {}) =>
	await run('reprice', {
		adId,
		strategy: 'beat',
		step: '0.001',
		bounds: { minPrice: '0.900', maxPrice: '0.990' },
		...more,
	});

export const bodies = (path: string): Array<Record<string, unknown>> =>
	simulator.exchange.calls
		.filter((call) => call.path === path)
		.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body) as Record<string, unknown>);

export async function anAd(more = {}): Promise<string> {
	const { json, error } = await run('create', {
		side: 'sell',
		...PAIR,
		priceType: 'fixed',
		price: '0.950',
		quantity: '500',
		minAmount: '10',
		maxAmount: '400',
		paymentIds: [String(simulator.exchange.merchant.paymentTerms[0].id)],
		...more,
	});
	expect(error).toBeUndefined();
	return String(json[0].adId);
}

/** Rivals at the given prices, and nobody else. */
export function rivalsAt(prices: readonly string[], side: 'buy' | 'sell' = 'sell'): string[] {
	const rivals = simulator.exchange.seedMarket({ rivals: prices.length, ...PAIR, side, replace: true });
	const ids = rivals.map(({ itemId }) => itemId);
	simulator.exchange.setPrices(Object.fromEntries(ids.map((id, index) => [id, prices[index]])));
	return ids;
}
