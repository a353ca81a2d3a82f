import type { Core } from '../core.mts';
import { isDecimal, multiply, toScale } from '../entities/decimal.mts';
import { Dice } from '../entities/dice.mts';
import type { User } from '../entities/users.mts';
import { marketAdView } from '../routes/adViews.mts';
import { marketAds } from '../routes/ads.mts';
import { adTerms } from '../scenario.mts';

export interface MarketOptions {
	/** How many rivals, one ad each; default 50. */
	rivals?: number;
	coin?: string;
	fiat?: string;
	/** The rivals' side; default `sell`. */
	side?: 'buy' | 'sell';
	/** How far from the middle the prices lie at most, in percent; default 3. */
	spreadPercent?: number;
	/** The middle; default: the reference price of the pair, or 1. */
	price?: string;
	/** Takes the ads of all other advertisers of this pair and side off the market. */
	replace?: boolean;
}

export interface Rival {
	readonly itemId: string;
	readonly userId: string;
	readonly nickName: string;
	readonly price: string;
}

/** Fills one side of a pair with made-up rivals of all sorts; the same seed gives the same ones. */
function seedMarket(core: Core, options: MarketOptions = {}): Rival[] {
	const { rivals = 50, coin = 'USDT', fiat = 'EUR', side = 'sell', replace = false } = options;
	if (!Number.isInteger(rivals) || rivals < 0) throw new TypeError('rivals must be a whole number, 0 or more');
	if (replace) clearMarket(core, coin, fiat, side);
	const dice = new Dice(core.store.ids, `market ${coin} ${fiat} ${side}`);
	return Array.from({ length: rivals }, (_, index) => {
		const nickName = `Rival${String(index + 1).padStart(3, '0')}`;
		return addRival(core, addTrader(core, nickName), dice, options);
	});
}

function addRival(core: Core, user: User, dice: Dice, options: MarketOptions): Rival {
	const { coin = 'USDT', fiat = 'EUR', side = 'sell', spreadPercent = 3 } = options;
	const { ads, pairs } = core.store;
	const pair = pairs.get(coin, fiat);
	const middle = options.price ?? pair.referencePrice ?? '1';
	const share = 10_000 + dice.between(-spreadPercent * 100, spreadPercent * 100);
	const price = toScale(multiply(middle, multiply(String(share), '0.0001', 4), pair.fiatScale), pair.fiatScale);
	const terms = adTerms({
		price,
		quantity: toScale(String(dice.between(50, 20_000)), pair.coinScale),
		minAmount: toScale(String(dice.between(1, 20) * 10), pair.fiatScale),
		maxAmount: toScale(String(dice.between(3, 50) * 100), pair.fiatScale),
		paymentIds: user.paymentTerms.map(({ id }) => id),
	});
	const ad = ads.create(
		{ userId: user.userId, tokenId: coin, currencyId: fiat, side: side === 'sell' ? 1 : 0, itemType: 'ORIGIN' },
		terms,
		core.now(),
	);
	return { itemId: ad.id, userId: user.userId, nickName: user.nickName, price };
}

/** A user with figures of their own, the same however often the market is seeded. */
function addTrader({ store }: Core, nickName: string): User {
	const dice = new Dice(store.ids, nickName);
	return Object.assign(store.users.findOrCreate(nickName, undefined, store.clock.now()), {
		finishedOrders: dice.between(0, 5000),
		recentOrders: dice.between(0, 400),
		completionRate: dice.between(70, 100),
		isOnline: dice.below(10) > 1,
		lastLogoutAt: store.clock.now() - dice.between(1, 600) * 1000,
		authTag: dice.below(3) === 0 ? ['GA', 'VA'] : ['GA'],
	});
}

function clearMarket({ store }: Core, coin: string, fiat: string, side: 'buy' | 'sell'): void {
	const pairAndSide = { tokenId: coin, currencyId: fiat, side: side === 'sell' ? 1 : 0 };
	for (const ad of marketAds(store, pairAndSide))
		if (ad.userId !== store.merchant.userId) store.ads.remove(ad, store.clock.now());
}

/** The rows that `item/online` would show, the best price for the taker first. */
function market(
	{ store }: Core,
	{ coin = 'USDT', fiat = 'EUR', side = 'sell' }: Pick<MarketOptions, 'coin' | 'fiat' | 'side'> = {},
): Array<Record<string, unknown>> {
	return marketAds(store, { tokenId: coin, currencyId: fiat, side: side === 'sell' ? 1 : 0 }).map((ad) =>
		marketAdView(store, ad),
	);
}

/** Moves what floating prices follow and what the price band of a pair is a share of. */
function setReferencePrice({ store }: Core, coin: string, fiat: string, price: string): void {
	if (typeof price !== 'string' || !isDecimal(price)) throw new TypeError('price must be a number, as text');
	store.pairs.setReferencePrice(coin, fiat, price);
}

/** The other advertisers. */
export const marketControls = { seedMarket, market, setReferencePrice };
