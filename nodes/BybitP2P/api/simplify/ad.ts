import { sideName, type Side } from '../codes';
import { isoTime, textOf } from '../text';
import type { Ad, AdTerms, Decimal, Id, MarketRow, PaymentTerm } from '../types';
import type { AuthorsOf } from './authors';
import { knownCount, knownPercent } from './tradingStats';

export const AD_STATUS = { online: 10, offline: 20, completed: 30 } as const;

/** What all ads have, mine and those of others. Amounts stay text. */
interface CommonAd {
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

/** One of my ads, as our users see it. */
export interface SimplifiedAd extends CommonAd {
	/** In the words of the exchange; empty while the ad is shown. */
	readonly hiddenReason: string;
}

/** An ad of the market with the record of its advertiser; null where the exchange does not show. */
export interface MarketAd extends CommonAd {
	/** Of the last 30 days. */
	readonly recentOrders: number | null;
	/** Percent of the orders of the last 30 days. */
	readonly completionRate: number | null;
	readonly online: boolean | null;
	/** ISO 8601 UTC; empty where the exchange does not show. */
	readonly lastOnlineAt: string;
	/** The advertiser is a Verified Advertiser. */
	readonly verified: boolean;
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
	hiddenReason: 'exchange',
};

export const MARKET_AD_AUTHORS: AuthorsOf<Omit<MarketAd, keyof SimplifiedAd>> = {
	recentOrders: 'exchange',
	completionRate: 'exchange',
	online: 'exchange',
	lastOnlineAt: 'exchange',
	verified: 'exchange',
};

/** All that an ad of the market holds, as our users see it. */
export const MARKET_AD_FIELDS: readonly string[] = [
	...Object.keys(AD_AUTHORS).filter((name) => name !== 'hiddenReason'),
	...Object.keys(MARKET_AD_AUTHORS),
];

export function simplifiedAd(ad: Ad): SimplifiedAd {
	return { ...commonAd(ad), hiddenReason: textOf(ad.hiddenReason) };
}

/** @param nameOf - the name of a payment type; the market shows types only. */
export function simplifiedMarketAd(row: MarketRow, nameOf: (paymentType: string) => string): MarketAd {
	const ad = commonAd(row);
	return {
		...ad,
		paymentMethods: ad.paymentMethods.map((method) => ({ ...method, name: method.name || nameOf(method.paymentType) })),
		recentOrders: knownCount(row.recentOrderNum),
		completionRate: knownPercent(row.recentExecuteRate),
		online: typeof row.isOnline === 'boolean' ? row.isOnline : null,
		lastOnlineAt: lastOnlineAt(row.lastLogoutTime),
		verified: Array.isArray(row.authTag) && row.authTag.includes(VERIFIED_TAG),
	};
}

const VERIFIED_TAG = 'VA';
/** Less than this is a time in seconds: as milliseconds it would lie in 1973 or before. */
const SECONDS_BELOW = 100_000_000_000;

function lastOnlineAt(time: unknown): string {
	const since = Number(textOf(time) || Number.NaN);
	if (!(since > 0)) return '';
	return isoTime(since < SECONDS_BELOW ? since * 1000 : since);
}

function commonAd(ad: Ad): CommonAd {
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

/** All that the exchange expects in a change, as the ad has it now. */
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
		name: textOf(term.paymentConfigVo?.paymentName) || textOf(term.paymentConfig?.paymentName),
	};
}

function paymentMethodsOf(ad: Ad): CommonAd['paymentMethods'] {
	const terms = ad.paymentTerms ?? [];
	if (terms.length > 0) return terms.map(simplifiedPaymentMethod);
	// Ads of others show the types only.
	return (ad.payments ?? []).map((type) => ({ paymentId: '', paymentType: textOf(type), name: '' }));
}

function priceTypeName(priceType: unknown): CommonAd['priceType'] {
	switch (textOf(priceType)) {
		case '0':
			return 'fixed';
		case '1':
			return 'floating';
		default:
			return 'unknown';
	}
}
