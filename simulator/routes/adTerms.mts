import type { Ad, AdTerms } from '../entities/ads.mts';
import { adStatuses } from '../entities/ads.mts';
import { compare, isDecimal, multiply, subtract } from '../entities/decimal.mts';
import type { Pair } from '../entities/pairs.mts';
import { priceBand, priceBandPercent } from '../entities/pairs.mts';
import { codes } from '../http/codes.mts';
import { badParameter, Refused } from '../http/refused.mts';
import type { Store } from '../store.mts';
import { preferences } from './adViews.mts';
import { Fields } from './fields.mts';

const priceTypes = ['0', '1'] as const;

/** The terms of an ad: all of them are required, all as text but for the preferences and the list of payment ids. */
export function readTerms(fields: Fields): AdTerms {
	const priceType = fields.choice('priceType', priceTypes) === '1' ? 1 : 0;
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

/** What the exchange does not let an ad have. `self` is the ad that is edited. */
export function refuseBadTerms(
	store: Store,
	subject: Pick<Ad, 'side' | 'tokenId' | 'currencyId'>,
	terms: AdTerms,
	self?: Ad,
): void {
	const owned = new Set(store.merchant.paymentTerms.map((term) => term.id));
	if (!terms.paymentIds.every((id) => owned.has(id)))
		throw new Refused(codes.paymentIdUnknown, 'The payment method does not exist.');
	if (compare(terms.maxAmount, terms.minAmount) < 0) throw badParameter('maxAmount', 'must not be less than minAmount');

	const pair = store.pairs.get(subject.tokenId, subject.currencyId);
	const price = priceUnder(terms, pair);
	refuseOutsideBand(terms, pair);
	if (compare(terms.minAmount, multiply(price, terms.quantity, 8)) > 0)
		throw new Refused(codes.adMinimumAboveTotal, 'The minimum amount is above the total of the ad.');
	if (subject.side === 1 && compare(terms.quantity, store.wallet.transferBalance(subject.tokenId)) > 0)
		throw new Refused(codes.adBalanceTooLow, 'The balance is too low for this ad.');
	if (store.behaviour.ownAdGap) refuseCloseToOwn(store, subject, price, self);
}

function refuseOutsideBand({ priceType, premium, price }: AdTerms, pair: Pair): void {
	const band = priceType === 1 ? priceBandPercent : priceBand(pair);
	const bounded = priceType === 1 ? premium : price;
	if (band !== undefined && (compare(bounded, band.min) < 0 || compare(bounded, band.max) > 0))
		throw new Refused(codes.adPriceOutsideBounds, 'The price is outside the permitted range.');
}

/** One project saw that own ads need a distance of 1 % to each other. */
function refuseCloseToOwn(
	{ ads, merchant }: Store,
	{ side, tokenId, currencyId }: Pick<Ad, 'side' | 'tokenId' | 'currencyId'>,
	price: string,
	self: Ad | undefined,
): void {
	const isClose = (other: string): boolean => {
		const distance = compare(price, other) < 0 ? subtract(other, price) : subtract(price, other);
		return compare(distance, multiply(other, '0.01', 8)) < 0;
	};
	const others = ads
		.listed()
		.filter(
			(ad) =>
				ad !== self &&
				ad.userId === merchant.userId &&
				ad.status === adStatuses.online &&
				ad.side === side &&
				ad.tokenId === tokenId &&
				ad.currencyId === currencyId,
		);
	if (others.some((ad) => isClose(ads.priceOf(ad))))
		throw new Refused(codes.adPriceTooClose, 'The price is too close to that of another ad of yours.');
}

function priceUnder({ priceType, premium, price }: AdTerms, { referencePrice = '1' }: Pair): string {
	return priceType === 1 ? multiply(referencePrice, multiply(premium, '0.01', 8), 8) : price;
}
