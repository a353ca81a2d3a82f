import { sideName, type Side } from '../codes';
import { isoTime, textOf } from '../text';
import type { Ad, AdTerms, Decimal, Id, PaymentTerm } from '../types';
import type { AuthorsOf } from './authors';

export const AD_STATUS = { online: 10, offline: 20, completed: 30 } as const;

/** An ad as our users see it. Amounts stay text. */
export interface SimplifiedAd {
	readonly adId: Id;
	readonly status: keyof typeof AD_STATUS | 'unknown';
	readonly statusCode: number;
	/** Of the advertiser: in an ad that sells, the advertiser sells. */
	readonly side: Side | 'unknown';
	readonly coin: string;
	readonly fiat: string;
	readonly priceType: 'fixed' | 'floating' | 'unknown';
	readonly price: Decimal;
	readonly premium: Decimal;
	readonly quantity: Decimal;
	readonly quantityLeft: Decimal;
	readonly quantityFrozen: Decimal;
	readonly minAmount: Decimal;
	readonly maxAmount: Decimal;
	readonly paymentMethods: ReadonlyArray<{ paymentId: Id; paymentType: string; name: string }>;
	readonly paymentMinutes: number;
	readonly remark: string;
	readonly advertiserId: Id;
	readonly advertiserNickname: string;
	readonly createdAt: string;
	readonly updatedAt: string;
}

export const AD_AUTHORS: AuthorsOf<SimplifiedAd> = {
	adId: 'exchange',
	status: 'exchange',
	statusCode: 'exchange',
	side: 'exchange',
	coin: 'exchange',
	fiat: 'exchange',
	priceType: 'exchange',
	price: 'exchange',
	premium: 'exchange',
	quantity: 'exchange',
	quantityLeft: 'exchange',
	quantityFrozen: 'exchange',
	minAmount: 'exchange',
	maxAmount: 'exchange',
	paymentMethods: 'exchange',
	paymentMinutes: 'exchange',
	remark: 'stranger',
	advertiserId: 'exchange',
	advertiserNickname: 'stranger',
	createdAt: 'exchange',
	updatedAt: 'exchange',
};

export function simplifiedAd(ad: Ad): SimplifiedAd {
	const statusCode = Number(ad.status ?? Number.NaN);
	const status = Object.entries(AD_STATUS).find(([, code]) => code === statusCode);
	return {
		adId: textOf(ad.id),
		status: status === undefined ? 'unknown' : (status[0] as keyof typeof AD_STATUS),
		statusCode,
		side: sideName(ad.side),
		coin: textOf(ad.tokenId),
		fiat: textOf(ad.currencyId),
		priceType: priceTypeName(ad.priceType),
		price: textOf(ad.price),
		premium: textOf(ad.premium),
		quantity: textOf(ad.quantity),
		quantityLeft: textOf(ad.lastQuantity),
		quantityFrozen: textOf(ad.frozenQuantity),
		minAmount: textOf(ad.minAmount),
		maxAmount: textOf(ad.maxAmount),
		paymentMethods: paymentMethodsOf(ad),
		paymentMinutes: Number(ad.paymentPeriod ?? 0),
		remark: textOf(ad.remark),
		advertiserId: textOf(ad.userId),
		advertiserNickname: textOf(ad.nickName),
		createdAt: isoTime(ad.createDate),
		updatedAt: isoTime(ad.updateDate),
	};
}

/** All that the exchange wants to be told in a change, as the ad has it now. */
export function termsOf(ad: Ad): AdTerms {
	return {
		priceType: textOf(ad.priceType) === '1' ? '1' : '0',
		premium: textOf(ad.premium),
		price: textOf(ad.price),
		minAmount: textOf(ad.minAmount),
		maxAmount: textOf(ad.maxAmount),
		remark: textOf(ad.remark),
		tradingPreferenceSet: Object.fromEntries(
			Object.entries(ad.tradingPreferenceSet ?? {}).map(([name, value]) => [name, textOf(value)]),
		),
		paymentIds: (ad.paymentTerms ?? []).map(({ id }) => textOf(id)).filter((id) => id !== ''),
		// The amount left, not the total: what was traded already is not offered again.
		quantity: textOf(ad.lastQuantity),
		paymentPeriod: textOf(ad.paymentPeriod),
	};
}

/** A payment method as our users see it. */
export function simplifiedPaymentMethod(term: PaymentTerm) {
	return {
		paymentId: textOf(term.id),
		paymentType: textOf(term.paymentType),
		name: textOf(term.paymentConfigVo?.paymentName),
	};
}

function paymentMethodsOf(ad: Ad): SimplifiedAd['paymentMethods'] {
	const terms = ad.paymentTerms ?? [];
	if (terms.length > 0) return terms.map(simplifiedPaymentMethod);
	// Ads of others show the types only.
	return (ad.payments ?? []).map((type) => ({ paymentId: '', paymentType: textOf(type), name: '' }));
}

function priceTypeName(priceType: unknown): SimplifiedAd['priceType'] {
	switch (textOf(priceType)) {
		case '0':
			return 'fixed';
		case '1':
			return 'floating';
		default:
			return 'unknown';
	}
}
