import type { Ad, AdTerms } from './ads.mts';
import { adStatuses, referencePrice } from './ads.mts';
import { marketAd, ownAd, preferences } from './adViews.mts';
import type { Call, Route } from './call.mts';
import { p2p } from './call.mts';
import { compare, isDecimal, multiply } from './decimal.mts';
import { bad, Fields } from './fields.mts';
import { codes, Refusal } from './refusal.mts';

export const adRoutes: readonly Route[] = [
	p2p('/v5/p2p/item/online', 'read', 'Advertising', market),
	p2p('/v5/p2p/item/personal/list', 'read', 'Advertising', ownList),
	p2p('/v5/p2p/item/info', 'read', 'Advertising', (call) => ownAd(call.world, ownAdOf(call, 'itemId'))),
	p2p('/v5/p2p/item/create', 'write', 'Advertising', create),
	p2p('/v5/p2p/item/update', 'write', 'Advertising', update),
	p2p('/v5/p2p/item/cancel', 'write', 'Advertising', cancel),
];

const sides = ['0', '1'] as const;
const noRisk = { securityRiskToken: '', riskTokenType: '', riskVersion: '', needSecurityRisk: false };

/** Ads of one side of the market, best price for the taker first; `side` is the advertisers'. */
function market({ world, fields }: Call): unknown {
	const [tokenId, currencyId, side] = [
		fields.text('tokenId'),
		fields.text('currencyId'),
		Number(fields.choice('side', sides)),
	];
	const price = (ad: Ad): string => world.ads.priceOf(ad);
	const found = world.ads
		.listed()
		.filter(
			(ad) =>
				ad.tokenId === tokenId && ad.currencyId === currencyId && ad.side === side && ad.status === adStatuses.online,
		)
		.sort((a, b) => (side === 1 ? compare(price(a), price(b)) : compare(price(b), price(a))));
	return { count: found.length, items: pageOf(fields, found, 300).map((ad) => marketAd(world, ad)) };
}

function ownList({ world, fields }: Call): unknown {
	const [itemId, tokenId, currencyId] = [
		fields.optionalText('itemId'),
		fields.optionalText('tokenId'),
		fields.optionalText('currencyId'),
	];
	const side = fields.has('side') ? Number(fields.choice('side', sides)) : undefined;
	const status = fields.has('status') ? fields.choice('status', ['1', '2'] as const) : undefined;
	const found = world.ads
		.listed()
		.filter(
			(ad) =>
				ad.userId === world.merchant.userId &&
				(itemId === undefined || ad.id === itemId) &&
				(tokenId === undefined || ad.tokenId === tokenId) &&
				(currencyId === undefined || ad.currencyId === currencyId) &&
				(side === undefined || ad.side === side) &&
				(status === undefined || ad.status === (status === '1' ? adStatuses.completed : adStatuses.online)),
		);
	return { count: found.length, items: pageOf(fields, found, 30).map((ad) => ownAd(world, ad)), hiddenFlag: false };
}

function create(call: Call): unknown {
	const { world, fields } = call;
	const subject = {
		userId: world.merchant.userId,
		tokenId: fields.text('tokenId'),
		currencyId: fields.text('currencyId'),
		side: fields.choice('side', sides) === '1' ? (1 as const) : (0 as const),
		itemType: fields.choice('itemType', ['ORIGIN', 'BULK'] as const),
	};
	const terms = termsFrom(fields);
	refuseBadTerms(call, subject, terms);
	const ad = world.ads.post(subject, terms, world.clock.now());
	call.took('adChanges');
	return { itemId: ad.id, ...noRisk };
}

function update(call: Call): unknown {
	const { world, fields } = call;
	const actionType = fields.choice('actionType', ['MODIFY', 'ACTIVE'] as const);
	const terms = termsFrom(fields);
	const ad = ownAdOf(call, 'id');
	if (ad.isRemoved) throw new Refusal(codes.adTakenOffline, 'The ad has been taken offline.');
	if (!world.ads.mayBeEdited(ad, world.clock.now()))
		throw new Refusal(codes.adTooManyEdits, 'The ad was edited too often. Try again in 5 minutes.');
	refuseBadTerms(call, ad, terms);
	world.ads.edit(ad, terms, { goesOnline: actionType === 'ACTIVE', nowMs: world.clock.now() });
	call.took('adChanges');
	return noRisk;
}

function cancel(call: Call): unknown {
	const ad = ownAdOf(call, 'itemId');
	if (ad.isRemoved) throw new Refusal(codes.adTakenOffline, 'The ad has been taken offline.');
	call.world.ads.remove(ad, call.world.clock.now());
	call.took('adChanges');
	return {};
}

function ownAdOf({ world, fields }: Call, field: string): Ad {
	const ad = world.ads.find(fields.text(field));
	if (ad?.userId !== world.merchant.userId) throw new Refusal(codes.adUnknown, 'The ad does not exist.');
	return ad;
}

/** The terms of an ad: all of them are required, all as text but for the preferences and the list of payment ids. */
function termsFrom(fields: Fields): AdTerms {
	const priceType = fields.choice('priceType', sides) === '1' ? 1 : 0;
	const [premium, price] = [
		fields.text('premium', { allowEmpty: priceType === 0 }),
		fields.text('price', { allowEmpty: priceType === 1 }),
	];
	if (premium !== '' && !isDecimal(premium)) throw bad('premium', 'must be a number, as text');
	if (price !== '' && !isDecimal(price)) throw bad('price', 'must be a number, as text');
	const paymentIds = fields.texts('paymentIds');
	if (paymentIds.length < 1 || paymentIds.length > 5) throw bad('paymentIds', 'must be 1 to 5 ids');
	const paymentPeriod = fields.text('paymentPeriod');
	if (!/^[1-9]\d{0,3}$/.test(paymentPeriod)) throw bad('paymentPeriod', 'must be minutes, as text');
	return {
		priceType,
		premium,
		price,
		minAmount: amount(fields, 'minAmount'),
		maxAmount: amount(fields, 'maxAmount'),
		remark: fields.text('remark', { allowEmpty: true, maxLength: 900 }),
		tradingPreferenceSet: preferencesFrom(fields),
		paymentIds,
		quantity: amount(fields, 'quantity'),
		paymentPeriod: Number(paymentPeriod),
	};
}

function preferencesFrom(fields: Fields): Record<string, unknown> {
	const given = fields.object('tradingPreferenceSet');
	const set = new Fields(given);
	return Object.fromEntries(
		preferences.filter((name) => set.has(name)).map((name) => [name, set.text(name, { allowEmpty: true })]),
	);
}

function amount(fields: Fields, name: string): string {
	const text = fields.text(name);
	if (!isDecimal(text) || compare(text, '0') === 0) throw bad(name, 'must be a number above 0, as text');
	return text;
}

function refuseBadTerms({ world }: Call, subject: Pick<Ad, 'side' | 'tokenId' | 'currencyId'>, terms: AdTerms): void {
	const owned = new Set(world.merchant.paymentTerms.map((term) => term.id));
	if (!terms.paymentIds.every((id) => owned.has(id)))
		throw new Refusal(codes.paymentIdUnknown, 'The payment method does not exist.');
	if (compare(terms.maxAmount, terms.minAmount) < 0) throw bad('maxAmount', 'must not be less than minAmount');

	const reference = referencePrice(subject.tokenId, subject.currencyId);
	const bounded = terms.priceType === 1 ? terms.premium : terms.price;
	const middle = terms.priceType === 1 ? '100' : reference;
	if (
		middle !== undefined &&
		(compare(bounded, multiply(middle, '0.8', 8)) < 0 || compare(bounded, multiply(middle, '1.2', 8)) > 0)
	) {
		throw new Refusal(codes.adPriceOutsideBounds, 'The price is outside the permitted range.');
	}
	const price = terms.priceType === 1 ? multiply(reference ?? '1', multiply(terms.premium, '0.01', 8), 8) : terms.price;
	if (compare(terms.minAmount, multiply(price, terms.quantity, 8)) > 0) {
		throw new Refusal(codes.adMinimumAboveTotal, 'The minimum amount is above the total of the ad.');
	}
	if (subject.side === 1 && compare(terms.quantity, world.wallet.transferBalance(subject.tokenId)) > 0) {
		throw new Refusal(codes.adBalanceTooLow, 'The balance is too low for this ad.');
	}
}

function pageOf<T>(fields: Fields, found: readonly T[], max: number): T[] {
	const page = fields.intText('page', { fallback: 1, max: 1_000_000 });
	const size = fields.intText('size', { fallback: 10, max });
	return found.slice((page - 1) * size, page * size);
}
