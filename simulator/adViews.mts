import type { Ad } from './ads.mts';
import type { PaymentTerm } from './people.mts';
import type { World } from './world.mts';

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
export function ownAd(world: World, ad: Ad): Record<string, unknown> {
	const { terms } = ad;
	const owner = world.people.get(ad.userId);
	const paymentTerms = termsOf(world, ad);
	return {
		id: ad.id,
		accountId: owner.accountId,
		userId: ad.userId,
		nickName: owner.nickName,
		tokenId: ad.tokenId,
		currencyId: ad.currencyId,
		side: ad.side,
		priceType: terms.priceType,
		price: world.ads.priceOf(ad),
		premium: terms.premium,
		lastQuantity: ad.lastQuantity,
		quantity: world.ads.totalQuantity(ad),
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
		symbolInfo: {
			id: world.ids.opaque(`symbol ${ad.tokenId} ${ad.currencyId}`, 6),
			tokenId: ad.tokenId,
			currencyId: ad.currencyId,
			status: 1,
			priceUpRange: '20',
			priceDownRange: '20',
			itemDownRange: '20',
			itemUpRange: '100000',
		},
	};
}

/** An ad as everybody sees it on the market: with the advertiser's record, without account and payment details. */
export function marketAd(world: World, ad: Ad): Record<string, unknown> {
	const owner = world.people.get(ad.userId);
	const { accountId: _hidden, ...shown } = ownAd(world, ad);
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

function termsOf(world: World, ad: Ad): PaymentTerm[] {
	const owned = world.people.get(ad.userId).paymentTerms;
	return ad.terms.paymentIds.flatMap((id) => owned.filter((term) => term.id === id));
}

function preferencesShown(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries([
		...numericPreferences.map((name) => [name, Number(given[name] ?? 0)]),
		...textPreferences.map((name) => [name, String(given[name] ?? '')]),
	]);
}
