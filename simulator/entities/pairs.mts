import { multiply } from './decimal.mts';

/** A pair of a coin and a currency: what ads and orders in it are bound to. */
export interface Pair {
	readonly id: string;
	readonly coin: string;
	readonly fiat: string;
	/** Decimals of prices and fiat amounts. */
	readonly fiatScale: number;
	/** Decimals of quantities. */
	readonly coinScale: number;
	/** What floating prices follow, and what the price band is a share of; undefined: no band. */
	readonly referencePrice: string | undefined;
}

/** The lowest and highest price in percent of the reference price. */
export const priceBandPercent = { min: '80', max: '120' } as const;
/** Minutes that a buyer may be given to pay. */
export const paymentPeriods: readonly number[] = [15, 30];
export const adsPerSide = 3;

const startPrices: Readonly<Record<string, string>> = {
	'USDT/EUR': '0.92',
	'USDT/USD': '1',
	'USDT/TRY': '34.2',
	'USDC/EUR': '0.92',
	'BTC/EUR': '58000',
	'BTC/USD': '63000',
	'ETH/EUR': '2300',
};
const names = Object.keys(startPrices);

/** Every pair, with prices that a scenario can move. */
export class Pairs {
	private readonly prices = new Map(Object.entries(startPrices));

	get(coin: string, fiat: string): Pair {
		const name = `${coin}/${fiat}`;
		return {
			id: String(names.indexOf(name) + 1),
			coin,
			fiat,
			fiatScale: 3,
			coinScale: coin === 'USDT' || coin === 'USDC' ? 4 : 8,
			referencePrice: this.prices.get(name),
		};
	}

	setReferencePrice(coin: string, fiat: string, price: string): void {
		this.prices.set(`${coin}/${fiat}`, price);
	}
}

/** The prices that an ad may have; undefined when nothing bounds it. */
export function priceBand({ referencePrice }: Pair): { min: string; max: string } | undefined {
	if (referencePrice === undefined) return undefined;
	const share = (percent: string): string => multiply(referencePrice, multiply(percent, '0.01', 4), 8);
	return { min: share(priceBandPercent.min), max: share(priceBandPercent.max) };
}
