import type { Ad } from '../entities/ads.mts';
import { adStatuses } from '../entities/ads.mts';
import { units } from '../entities/decimal.mts';
import { codes } from '../http/codes.mts';
import { Refused } from '../http/refused.mts';
import type { Store } from '../store.mts';
import { readTerms, refuseBadTerms } from './adTerms.mts';
import { marketAdView, ownAdView } from './adViews.mts';
import type { Fields } from './fields.mts';
import type { Call, Route } from './route.mts';
import { p2pRoute } from './route.mts';

export const adRoutes: readonly Route[] = [
	p2pRoute('/v5/p2p/item/online', 'read', 'Advertising', listMarket),
	p2pRoute('/v5/p2p/item/personal/list', 'read', 'Advertising', listOwnAds),
	p2pRoute('/v5/p2p/item/info', 'read', 'Advertising', (call) => ownAdView(call.store, findOwnAd(call, 'itemId'))),
	p2pRoute('/v5/p2p/item/create', 'write', 'Advertising', createAd),
	p2pRoute('/v5/p2p/item/update', 'write', 'Advertising', updateAd),
	p2pRoute('/v5/p2p/item/cancel', 'write', 'Advertising', cancelAd),
];

const sides = ['0', '1'] as const;
const noRisk = { securityRiskToken: '', riskTokenType: '', riskVersion: '', needSecurityRisk: false };

/** Ads of one side of the market, best price for the taker first; `side` is the advertisers'. */
function listMarket({ store, fields }: Call): unknown {
	const [tokenId, currencyId, side] = [
		fields.text('tokenId'),
		fields.text('currencyId'),
		Number(fields.choice('side', sides)),
	];
	const found = marketAds(store, { tokenId, currencyId, side });
	return { count: found.length, items: pageOf(fields, found, 300).map((ad) => marketAdView(store, ad)) };
}

/** What the market shows of a pair and side, the best price for the taker first. */
export function marketAds(
	{ ads }: Store,
	{ tokenId, currencyId, side }: { tokenId: string; currencyId: string; side: number },
): Ad[] {
	const isShown = (ad: Ad): boolean =>
		ad.tokenId === tokenId &&
		ad.currencyId === currencyId &&
		ad.side === side &&
		ad.status === adStatuses.online &&
		ad.hiddenReason === '';
	return ads
		.listed()
		.filter(isShown)
		.map((ad) => ({ ad, price: units(ads.priceOf(ad)) }))
		.sort((a, b) => (a.price === b.price ? 0 : a.price < b.price === (side === 1) ? -1 : 1))
		.map(({ ad }) => ad);
}

function listOwnAds({ store, fields, key }: Call): unknown {
	const [itemId, tokenId, currencyId] = [
		fields.optionalText('itemId'),
		fields.optionalText('tokenId'),
		fields.optionalText('currencyId'),
	];
	const side = fields.has('side') ? Number(fields.choice('side', sides)) : undefined;
	const status = fields.has('status') ? fields.choice('status', ['1', '2'] as const) : undefined;
	const found = store.ads
		.listed()
		.filter(
			(ad) =>
				ad.userId === key.userId &&
				(itemId === undefined || ad.id === itemId) &&
				(tokenId === undefined || ad.tokenId === tokenId) &&
				(currencyId === undefined || ad.currencyId === currencyId) &&
				(side === undefined || ad.side === side) &&
				(status === undefined || ad.status === (status === '1' ? adStatuses.completed : adStatuses.online)),
		);
	return {
		count: found.length,
		items: pageOf(fields, found, 30).map((ad) => ownAdView(store, ad)),
		hiddenFlag: found.some((ad) => ad.hiddenReason !== ''),
	};
}

function createAd(call: Call): unknown {
	const { store, fields } = call;
	const subject = {
		userId: store.merchant.userId,
		tokenId: fields.text('tokenId'),
		currencyId: fields.text('currencyId'),
		side: fields.choice('side', sides) === '1' ? (1 as const) : (0 as const),
		itemType: fields.choice('itemType', ['ORIGIN', 'BULK'] as const),
	};
	const terms = readTerms(fields);
	refuseBadTerms(store, subject, terms);
	const ad = store.ads.create(subject, terms, store.clock.now());
	call.noteEffect('adChanges');
	return { itemId: ad.id, ...noRisk };
}

function updateAd(call: Call): unknown {
	const { store, fields } = call;
	if (isStatusOnly(fields)) {
		findOwnAd(call, 'id');
		return noRisk;
	}
	const actionType = fields.choice('actionType', ['MODIFY', 'ACTIVE'] as const);
	const terms = readTerms(fields);
	const ad = findOwnAd(call, 'id');
	if (ad.isRemoved) throw new Refused(codes.adTakenOffline, 'The ad has been taken offline.');
	if (store.ads.editsLeft(ad, store.clock.now()) === 0)
		throw new Refused(codes.adTooManyEdits, 'The ad was edited too often. Try again in 5 minutes.');
	refuseBadTerms(store, ad, terms, ad);
	store.ads.edit(ad, terms, { goesOnline: actionType === 'ACTIVE', nowMs: store.clock.now() });
	call.noteEffect('adChanges');
	return noRisk;
}

/** Seen by one project: `{id, status}` without terms, with ACTIVE, is answered with 0, and nothing happens. */
function isStatusOnly(fields: Fields): boolean {
	return fields.has('status') && fields.names().every((name) => ['id', 'status', 'actionType'].includes(name));
}

/** Whether this ends an ad or pauses it is not said by the documentation: the behaviour `adCancel` decides. */
function cancelAd(call: Call): unknown {
	const { store } = call;
	const ad = findOwnAd(call, 'itemId');
	if (ad.isRemoved) throw new Refused(codes.adTakenOffline, 'The ad has been taken offline.');
	if (store.behaviour.adCancel === 'pause') store.ads.takeOffline(ad, store.clock.now());
	else store.ads.remove(ad, store.clock.now());
	call.noteEffect('adChanges');
	return {};
}

function findOwnAd({ store, fields, key }: Call, field: string): Ad {
	const ad = store.ads.find(fields.text(field));
	if (ad === undefined || ad.userId !== key.userId) throw new Refused(codes.adUnknown, 'The ad does not exist.');
	return ad;
}

function pageOf<T>(fields: Fields, found: readonly T[], max: number): T[] {
	const page = fields.intText('page', { fallback: 1, max: 1_000_000 });
	const size = fields.intText('size', { fallback: 10, max });
	return found.slice((page - 1) * size, page * size);
}
