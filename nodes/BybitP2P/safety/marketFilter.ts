import type { MarketAd } from '../api/simplify/ad';
import type { Decimal } from '../api/types';
import { compareDecimals, isDecimal, multiplyDecimals } from './decimal';

/** Which ads of the market count. What is left out asks nothing. */
export interface MarketFilter {
	/** Fiat: an order of this amount must be possible. */
	readonly amount?: Decimal;
	/** At least one of these. */
	readonly paymentTypes?: readonly string[];
	readonly onlineOnly?: boolean;
	readonly verifiedOnly?: boolean;
	/** Of the last 30 days. */
	readonly minRecentOrders?: number;
	/** Percent. */
	readonly minCompletionRate?: number;
	/** Coins left. */
	readonly minQuantity?: Decimal;
	/** Compared without regard to case. */
	readonly excludeNicknames?: readonly string[];
}

type Rule = (ad: MarketAd, filter: MarketFilter) => string | undefined;

/**
 * Why an ad does not pass a filter; undefined when it passes. A figure that the exchange does not show does not pass.
 *
 * The words quote nothing that an advertiser wrote.
 */
export function filterRejection(ad: MarketAd, filter: MarketFilter): string | undefined {
	for (const rule of RULES) {
		const reason = rule(ad, filter);
		if (reason !== undefined) return reason;
	}
	return undefined;
}

const RULES: readonly Rule[] = [
	nicknameRule,
	onlineRule,
	verifiedRule,
	recentOrdersRule,
	completionRateRule,
	quantityRule,
	amountRule,
	paymentTypeRule,
];

function nicknameRule({ advertiserNickname }: MarketAd, { excludeNicknames = [] }: MarketFilter): string | undefined {
	return excludeNicknames.some((nickname) => isSameNickname(nickname, advertiserNickname))
		? 'Its nickname is excluded'
		: undefined;
}

/** Nicknames are compared as a person reads them. */
export function isSameNickname(one: string, other: string): boolean {
	return comparable(one) === comparable(other);
}

function comparable(nickname: string): string {
	return nickname.normalize('NFKC').trim().toLowerCase();
}

function onlineRule({ online }: MarketAd, { onlineOnly = false }: MarketFilter): string | undefined {
	if (!onlineOnly || online === true) return undefined;
	return online === null ? 'Bybit does not show whether it is online' : 'It is not online';
}

function verifiedRule({ verified }: MarketAd, { verifiedOnly = false }: MarketFilter): string | undefined {
	return verifiedOnly && !verified ? 'It is not a Verified Advertiser' : undefined;
}

function recentOrdersRule({ recentOrders }: MarketAd, { minRecentOrders }: MarketFilter): string | undefined {
	if (minRecentOrders === undefined) return undefined;
	if (recentOrders === null) return 'Bybit does not show its orders of the last 30 days';
	return recentOrders < minRecentOrders
		? `It has ${recentOrders} orders in the last 30 days, fewer than ${minRecentOrders}`
		: undefined;
}

function completionRateRule({ completionRate }: MarketAd, { minCompletionRate }: MarketFilter): string | undefined {
	if (minCompletionRate === undefined) return undefined;
	if (completionRate === null) return 'Bybit does not show its completion rate';
	return completionRate < minCompletionRate
		? `Its completion rate is ${completionRate} %, below ${minCompletionRate} %`
		: undefined;
}

function quantityRule({ quantityLeft }: MarketAd, { minQuantity }: MarketFilter): string | undefined {
	if (minQuantity === undefined) return undefined;
	if (!isAmount(quantityLeft)) return 'Bybit does not show how many coins are left';
	return compareDecimals(quantityLeft, minQuantity) < 0
		? `It has ${quantityLeft} coins left, fewer than ${minQuantity}`
		: undefined;
}

function amountRule(ad: MarketAd, { amount }: MarketFilter): string | undefined {
	if (amount === undefined) return undefined;
	const { minAmount, maxAmount, quantityLeft, price } = ad;
	if (![minAmount, maxAmount, quantityLeft, price].every(isAmount)) return 'Bybit does not show its order limits';
	if (compareDecimals(amount, minAmount) < 0) return `It takes orders from ${minAmount}, above ${amount}`;
	if (compareDecimals(amount, maxAmount) > 0) return `It takes orders up to ${maxAmount}, below ${amount}`;
	// The upper limit stays as the advertiser set it when coins run out.
	return compareDecimals(amount, multiplyDecimals(quantityLeft, price)) > 0
		? `It has ${quantityLeft} coins left, too few for ${amount}`
		: undefined;
}

/** Longer text is no amount of the market, and the product of two such would be no decimal any more. */
const MAX_AMOUNT_LENGTH = 30;

function isAmount(text: unknown): text is Decimal {
	return isDecimal(text) && text.length <= MAX_AMOUNT_LENGTH && compareDecimals(text, '0') >= 0;
}

function paymentTypeRule({ paymentMethods }: MarketAd, { paymentTypes = [] }: MarketFilter): string | undefined {
	if (paymentTypes.length === 0) return undefined;
	return paymentMethods.some(({ paymentType }) => paymentTypes.includes(paymentType))
		? undefined
		: 'It takes none of the payment methods';
}
