/** Builders for prices and the market: each gives a valid whole and takes what the test cares about. */
import { simplifiedMarketAd, type MarketAd } from '../../nodes/BybitP2P/api/simplify/ad';
import { EMPTY_MEMORY } from '../../nodes/BybitP2P/safety/repricing/memory';
import type { RepricingInput } from '../../nodes/BybitP2P/safety/repricing/types';

export const NOW_MS = 1_790_000_000_000;
export const MY_USER_ID = '100';

let lastId = 5_000;

/** A competitor that sells USDT for EUR and passes every usual filter. */
export function aMarketAd(fields: Partial<MarketAd> = {}): MarketAd {
	lastId += 1;
	const row = {
		id: String(lastId),
		userId: `u${lastId}`,
		nickName: `rival ${lastId}`,
		tokenId: 'USDT',
		currencyId: 'EUR',
		side: 1,
		priceType: 0,
		price: '0.920',
		status: 10,
		lastQuantity: '1000',
		quantity: '1000',
		minAmount: '10',
		maxAmount: '900',
		payments: ['14'],
		recentOrderNum: 50,
		recentExecuteRate: 98,
		isOnline: true,
		lastLogoutTime: '0',
		authTag: ['GA'],
	};
	return { ...simplifiedMarketAd(row, () => ''), ...fields };
}

/** Competitors at the given prices. */
export function atPrices(prices: readonly string[], fields: Partial<MarketAd> = {}): MarketAd[] {
	return prices.map((price) => aMarketAd({ price, ...fields }));
}

/** My ad that sells at 0.950, with room on both sides. */
export function aRepricing(
	fields: Partial<Omit<RepricingInput, 'own' | 'bounds'>> & {
		own?: Partial<RepricingInput['own']>;
		bounds?: Partial<RepricingInput['bounds']>;
	} = {},
): RepricingInput {
	return {
		market: [],
		strategy: { type: 'beat', step: { type: 'amount', value: '0.001' } },
		filter: {},
		memory: EMPTY_MEMORY,
		nowMs: NOW_MS,
		...fields,
		own: {
			adId: '1',
			userId: MY_USER_ID,
			side: 'sell',
			coin: 'USDT',
			fiat: 'EUR',
			price: '0.950',
			priceScale: 3,
			...fields.own,
		},
		bounds: { minPrice: '0.900', maxPrice: '0.990', ...fields.bounds },
	};
}
