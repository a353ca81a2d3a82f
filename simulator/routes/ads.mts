import type { Ad, AdTerms } from '../entities/ads.mts';
import { adStatuses, referencePrice } from '../entities/ads.mts';
import { compare, isDecimal, multiply } from '../entities/decimal.mts';
import { codes } from '../http/codes.mts';
import { Refused } from '../http/refused.mts';
import { marketAdView, ownAdView, preferences } from './adViews.mts';
import { badParameter, Fields } from './fields.mts';
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
	const price = (ad: Ad): string => store.ads.priceOf(ad);
	const found = store.ads
		.listed()
		.filter(
			(ad) =>
				ad.tokenId === tokenId && ad.currencyId === currencyId && ad.side === side && ad.status === adStatuses.online,
		)
		.sort((a, b) => (side === 1 ? compare(price(a), price(b)) : compare(price(b), price(a))));
	return { count: found.length, items: pageOf(fields, found, 300).map((ad) => marketAdView(store, ad)) };
}

function listOwnAds({ store, fields }: Call): unknown {
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
				ad.userId === store.merchant.userId &&
				(itemId === undefined || ad.id === itemId) &&
				(tokenId === undefined || ad.tokenId === tokenId) &&
				(currencyId === undefined || ad.currencyId === currencyId) &&
				(side === undefined || ad.side === side) &&
				(status === undefined || ad.status === (status === '1' ? adStatuses.completed : adStatuses.online)),
		);
	return { count: found.length, items: pageOf(fields, found, 30).map((ad) => ownAdView(store, ad)), hiddenFlag: false };
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
	refuseBadTerms(call, subject, terms);
	const ad = store.ads.create(subject, terms, store.clock.now());
	call.noteEffect('adChanges');
	return { itemId: ad.id, ...noRisk };
}

function updateAd(call: Call): unknown {
	const { store, fields } = call;
	const actionType = fields.choice('actionType', ['MODIFY', 'ACTIVE'] as const);
	const terms = readTerms(fields);
	const ad = findOwnAd(call, 'id');
	if (ad.isRemoved) throw new Refused(codes.adTakenOffline, 'The ad has been taken offline.');
	if (!store.ads.mayBeEdited(ad, store.clock.now()))
		throw new Refused(codes.adTooManyEdits, 'The ad was edited too often. Try again in 5 minutes.');
	refuseBadTerms(call, ad, terms);
	store.ads.edit(ad, terms, { goesOnline: actionType === 'ACTIVE', nowMs: store.clock.now() });
	call.noteEffect('adChanges');
	return noRisk;
}

function cancelAd(call: Call): unknown {
	const ad = findOwnAd(call, 'itemId');
	if (ad.isRemoved) throw new Refused(codes.adTakenOffline, 'The ad has been taken offline.');
	call.store.ads.remove(ad, call.store.clock.now());
	call.noteEffect('adChanges');
	return {};
}

function findOwnAd({ store, fields }: Call, field: string): Ad {
	const ad = store.ads.find(fields.text(field));
	if (ad?.userId !== store.merchant.userId) throw new Refused(codes.adUnknown, 'The ad does not exist.');
	return ad;
}

/** The terms of an ad: all of them are required, all as text but for the preferences and the list of payment ids. */
function readTerms(fields: Fields): AdTerms {
	const priceType = fields.choice('priceType', sides) === '1' ? 1 : 0;
	const [premium, price] = [
		fields.text('premium', { allowEmpty: priceType === 0 }),
		fields.text('price', { allowEmpty: priceType === 1 }),
	];
	if (premium !== '' && !isDecimal(premium)) throw badParameter('premium', 'must be a number, as text');
	if (price !== '' && !isDecimal(price)) throw badParameter('price', 'must be a number, as text');
	const paymentIds = fields.texts('paymentIds');
	if (paymentIds.length < 1 || paymentIds.length > 5) throw badParameter('paymentIds', 'must be 1 to 5 ids');
	const paymentPeriod = fields.text('paymentPeriod');
	if (!/^[1-9]\d{0,3}$/.test(paymentPeriod)) throw badParameter('paymentPeriod', 'must be minutes, as text');
	return {
		priceType,
		premium,
		price,
		minAmount: positiveDecimal(fields, 'minAmount'),
		maxAmount: positiveDecimal(fields, 'maxAmount'),
		remark: fields.text('remark', { allowEmpty: true, maxLength: 900 }),
		tradingPreferenceSet: readPreferences(fields),
		paymentIds,
		quantity: positiveDecimal(fields, 'quantity'),
		paymentPeriod: Number(paymentPeriod),
	};
}

function readPreferences(fields: Fields): Record<string, unknown> {
	const given = fields.object('tradingPreferenceSet');
	const set = new Fields(given);
	return Object.fromEntries(
		preferences.filter((name) => set.has(name)).map((name) => [name, set.text(name, { allowEmpty: true })]),
	);
}

function positiveDecimal(fields: Fields, name: string): string {
	const text = fields.text(name);
	if (!isDecimal(text) || compare(text, '0') === 0) throw badParameter(name, 'must be a number above 0, as text');
	return text;
}

function refuseBadTerms({ store }: Call, subject: Pick<Ad, 'side' | 'tokenId' | 'currencyId'>, terms: AdTerms): void {
	const owned = new Set(store.merchant.paymentTerms.map((term) => term.id));
	if (!terms.paymentIds.every((id) => owned.has(id)))
		throw new Refused(codes.paymentIdUnknown, 'The payment method does not exist.');
	if (compare(terms.maxAmount, terms.minAmount) < 0) throw badParameter('maxAmount', 'must not be less than minAmount');

	const reference = referencePrice(subject.tokenId, subject.currencyId);
	const bounded = terms.priceType === 1 ? terms.premium : terms.price;
	const middle = terms.priceType === 1 ? '100' : reference;
	if (
		middle !== undefined &&
		(compare(bounded, multiply(middle, '0.8', 8)) < 0 || compare(bounded, multiply(middle, '1.2', 8)) > 0)
	) {
		throw new Refused(codes.adPriceOutsideBounds, 'The price is outside the permitted range.');
	}
	const price = terms.priceType === 1 ? multiply(reference ?? '1', multiply(terms.premium, '0.01', 8), 8) : terms.price;
	if (compare(terms.minAmount, multiply(price, terms.quantity, 8)) > 0) {
		throw new Refused(codes.adMinimumAboveTotal, 'The minimum amount is above the total of the ad.');
	}
	if (subject.side === 1 && compare(terms.quantity, store.wallet.transferBalance(subject.tokenId)) > 0) {
		throw new Refused(codes.adBalanceTooLow, 'The balance is too low for this ad.');
	}
}

function pageOf<T>(fields: Fields, found: readonly T[], max: number): T[] {
	const page = fields.intText('page', { fallback: 1, max: 1_000_000 });
	const size = fields.intText('size', { fallback: 10, max });
	return found.slice((page - 1) * size, page * size);
}
