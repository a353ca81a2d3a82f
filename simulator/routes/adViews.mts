import type { Ad } from '../entities/ads.mts';
import type { Pair } from '../entities/pairs.mts';
import { adsPerSide, paymentPeriods, priceBandPercent } from '../entities/pairs.mts';
import type { PaymentTerm } from '../entities/paymentTerms.mts';
import { changedRow } from '../entities/rowChange.mts';
import type { Store } from '../store.mts';

/** These preferences are numbers in replies and text in requests; the others are text both ways. */
const numericPreferences = [
	'hasUnPostAd',
	'isKyc',
	'isEmail',
	'isMobile',
	'hasRegisterTime',
	'registerTimeThreshold',
	'orderFinishNumberDay30',
	'hasOrderFinishNumberDay30',
	'hasCompleteRateDay30',
	'hasNationalLimit',
];
const textPreferences = ['completeRateDay30', 'nationalLimit'];
export const preferences: readonly string[] = [...numericPreferences, ...textPreferences];

/** An ad as its owner sees it. */
export function ownAdView(store: Store, ad: Ad): Record<string, unknown> {
	return changedRow({ accountId: store.users.get(ad.userId).accountId, ...shownAd(store, ad) }, ad.rowChange);
}

/** An ad as everybody sees it on the market: with the advertiser's record, without account and payment details. */
export function marketAdView(store: Store, ad: Ad): Record<string, unknown> {
	const owner = store.users.get(ad.userId);
	const row = {
		...shownAd(store, ad),
		paymentTerms: [],
		recentOrderNum: owner.recentOrders,
		recentExecuteRate: owner.completionRate,
		finishNum: owner.finishedOrders,
		isOnline: owner.isOnline,
		lastLogoutTime: String(owner.lastLogoutAt),
		authTag: owner.authTag,
	};
	return changedRow(row, ad.rowChange);
}

function shownAd(store: Store, ad: Ad): Record<string, unknown> {
	const { terms } = ad;
	const paymentTerms = adPaymentTerms(store, ad);
	return {
		id: ad.id,
		userId: ad.userId,
		nickName: store.users.get(ad.userId).nickName,
		tokenId: ad.tokenId,
		currencyId: ad.currencyId,
		side: ad.side,
		priceType: terms.priceType,
		price: store.ads.priceOf(ad),
		premium: terms.premium,
		lastQuantity: ad.lastQuantity,
		quantity: store.ads.totalQuantity(ad),
		frozenQuantity: ad.frozenQuantity,
		executedQuantity: ad.executedQuantity,
		minAmount: terms.minAmount,
		maxAmount: terms.maxAmount,
		remark: terms.remark,
		status: ad.status,
		createDate: String(ad.createdAt),
		updateDate: String(ad.updatedAt),
		payments: paymentTerms.map((term) => String(term.paymentType)),
		paymentTerms,
		tradingPreferenceSet: preferencesShown(terms.tradingPreferenceSet),
		feeRate: '0',
		paymentPeriod: terms.paymentPeriod,
		itemType: ad.itemType,
		version: ad.version,
		hiddenReason: ad.hiddenReason,
		symbolInfo: symbolInfo(store.pairs.get(ad.tokenId, ad.currencyId)),
	};
}

function adPaymentTerms(store: Store, ad: Ad): PaymentTerm[] {
	const owned = store.users.get(ad.userId).paymentTerms;
	return ad.terms.paymentIds.flatMap((id) => owned.filter((term) => term.id === id));
}

function preferencesShown(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries([
		...numericPreferences.map((name) => [name, Number(given[name] ?? 0)]),
		...textPreferences.map((name) => [name, String(given[name] ?? '')]),
	]);
}

/**
 * Scales, price band in percent of the reference price, payment periods and ads a side, in the fields that a public project
 * recorded in October 2025; the documentation only names `symbolInfo`.
 */
function symbolInfo({ id, coin, fiat, coinScale, fiatScale }: Pair): Record<string, unknown> {
	return {
		id,
		exchangeId: '301',
		orgId: '9001',
		tokenId: coin,
		currencyId: fiat,
		status: 1,
		lowerLimitAlarm: Number(priceBandPercent.min),
		upperLimitAlarm: Number(priceBandPercent.max),
		itemDownRange: priceBandPercent.min,
		itemUpRange: priceBandPercent.max,
		currencyMinQuote: '2',
		currencyMaxQuote: '50000',
		currencyLowerMaxQuote: '2',
		tokenMinQuote: '1',
		tokenMaxQuote: '50000',
		kycCurrencyLimit: '0',
		itemSideLimit: adsPerSide,
		buyFeeRate: '',
		sellFeeRate: '',
		orderAutoCancelMinute: 15,
		orderFinishMinute: 10,
		tradeSide: 9,
		currency: { id, exchangeId: '0', orgId: '9001', currencyId: fiat, scale: fiatScale },
		token: { id: '1', exchangeId: '0', orgId: '9001', tokenId: coin, scale: coinScale, sequence: 1 },
		buyAd: { paymentPeriods },
		sellAd: { paymentPeriods },
	};
}
