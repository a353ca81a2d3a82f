import type { Core } from '../core.mts';
import type { Ad, AdTerms } from '../entities/ads.mts';
import { isDecimal } from '../entities/decimal.mts';
import type { RowChange } from '../entities/rowChange.mts';
import { readRowChange } from '../entities/rowChange.mts';
import { ownAdView } from '../routes/adViews.mts';

/** What is left out stays as it is. `fields` and `without` change or hide fields of every reply that shows the ad. */
export interface AdOptions
	extends Partial<Pick<AdTerms, 'price' | 'minAmount' | 'maxAmount' | 'remark' | 'paymentPeriod'>>,
		RowChange {
	/** What is left to trade; '0' with status 30 is sold out. */
	quantity?: string;
	/** 10 online, 20 offline, 30 sold out. */
	status?: number;
	/** Why the market does not show the ad; empty: it does. */
	hiddenReason?: string;
}

/** Changes an ad without a call of the API and without its limits: of a rival, or of the merchant in the app. */
function setAd(core: Core, itemId: string, options: AdOptions): Record<string, unknown> {
	const { quantity, status, hiddenReason, fields, without, ...terms } = options;
	const ad = getAd(core, itemId);
	for (const [name, value] of Object.entries({ ...terms, quantity })) checkAmount(name, value);
	const named = Object.entries(terms).filter(([, value]) => value !== undefined);
	core.store.ads.change(ad, {
		terms: { ...ad.terms, ...(Object.fromEntries(named) as Partial<AdTerms>) },
		lastQuantity: quantity ?? ad.lastQuantity,
		status: status ?? ad.status,
		hiddenReason: hiddenReason ?? ad.hiddenReason,
		rowChange: fields === undefined && without === undefined ? ad.rowChange : readRowChange({ fields, without }),
		nowMs: core.now(),
	});
	return ownAdView(core.store, ad);
}

/** New prices for many ads at once, by their ids. */
function setPrices(core: Core, prices: Readonly<Record<string, string>>): void {
	for (const [itemId, price] of Object.entries(prices)) setAd(core, itemId, { price });
}

/** The exchange, or the merchant in the app, takes an ad offline. */
function takeAdOffline(core: Core, itemId: string): void {
	core.store.ads.takeOffline(getAd(core, itemId), core.now());
}

/** All coins of an ad are traded: status 30. */
function sellOutAd(core: Core, itemId: string): Record<string, unknown> {
	return setAd(core, itemId, { quantity: '0', status: 30 });
}

/** The ad as its owner sees it. */
function ad(core: Core, itemId: string): Record<string, unknown> {
	return ownAdView(core.store, getAd(core, itemId));
}

/** The merchant's ads as `item/personal/list` would show them, newest first. */
function ownAds({ store }: Core): Array<Record<string, unknown>> {
	return store.ads
		.listed()
		.filter(({ userId }) => userId === store.merchant.userId)
		.map((own) => ownAdView(store, own));
}

function getAd({ store }: Core, itemId: string): Ad {
	const found = store.ads.find(itemId);
	if (found === undefined) throw new Error(`no ad with id ${itemId}`);
	return found;
}

function checkAmount(name: string, value: unknown): void {
	if (!['price', 'minAmount', 'maxAmount', 'quantity'].includes(name) || value === undefined) return;
	if (typeof value !== 'string' || !isDecimal(value)) throw new TypeError(`${name} must be a number, as text`);
}

/** What happens to ads without a call of the API. */
export const adControls = { setAd, setPrices, takeAdOffline, sellOutAd, ad, ownAds };
