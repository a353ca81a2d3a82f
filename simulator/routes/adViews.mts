import type { Ad } from '../entities/ads.mts';
import type { PaymentTerm } from '../entities/paymentTerms.mts';
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
	const { terms } = ad;
	const owner = store.users.get(ad.userId);
	const paymentTerms = adPaymentTerms(store, ad);
	return {
		id: ad.id,
		accountId: owner.accountId,
		userId: ad.userId,
		nickName: owner.nickName,
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
		hiddenReason: '',
		symbolInfo: symbolInfo(store, ad),
	};
}

function symbolInfo({ ids }: Store, { tokenId, currencyId }: Ad): Record<string, unknown> {
	return {
		id: ids.opaque(`symbol ${tokenId} ${currencyId}`, 6),
		tokenId,
		currencyId,
		status: 1,
		priceUpRange: '20',
		priceDownRange: '20',
		itemDownRange: '20',
		itemUpRange: '100000',
	};
}

/** An ad as everybody sees it on the market: with the advertiser's record, without account and payment details. */
export function marketAdView(store: Store, ad: Ad): Record<string, unknown> {
	const owner = store.users.get(ad.userId);
	const { accountId: _hidden, ...shown } = ownAdView(store, ad);
	return {
		...shown,
		paymentTerms: [],
		recentOrderNum: owner.finishedOrders % 40,
		recentExecuteRate: 90 + (owner.finishedOrders % 11),
		finishNum: owner.finishedOrders,
		isOnline: true,
		lastLogoutTime: '0',
		authTag: ['GA'],
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
