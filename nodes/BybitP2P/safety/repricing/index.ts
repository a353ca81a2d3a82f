import type { MarketAd } from '../../api/simplify/ad';
import type { Decimal } from '../../api/types';
import { compareDecimals, isDecimal, scaleOf, trimmedDecimal } from '../decimal';
import { filterRejection } from '../marketFilter';
import { clamped, isTooSmall, isWithin, limitedPrice } from './limits';
import { answeringCompetitors, isEditLimitReached } from './memory';
import { isBetter } from './price';
import { strategyTarget, type Target } from './target';
import { withTrial } from './trial';
import type { Bounds, Competitor, OwnAd, Rejected, RepricingDecision, RepricingInput } from './types';

/**
 * The price that an ad is to have, decided from values alone.
 *
 * Invariant: a price that is to change lies within the bounds, whatever the market shows. Buy and sell mirror each other.
 */
export function repricingDecision(input: RepricingInput): RepricingDecision {
	const { own, strategy, bounds, memory, nowMs } = input;
	const { competitors, rejected } = sortedOut(input);
	const scale = priceScale(input);
	const { side, price } = own;
	const { step } = strategy;
	const answering = answeringCompetitors(memory, competitors, { side, price, step, atMs: nowMs });
	const view = { side, scale, competitors, answering, bounds };
	const tried = withTrial(strategyTarget(strategy, view), { strategy, view, own, trial: memory.trial, nowMs });
	const target = withinAnyway(tried.target, price, bounds);
	const outcome = priceOutcome(target, input, scale);
	return {
		...outcome,
		rank: rankOf(outcome.newPrice, own, competitors),
		competitors,
		rejected,
		remembered: { answering, trial: tried.trial },
		...(target.type === 'price' && target.against !== undefined ? { against: target.against } : {}),
	};
}

type PriceOutcome = Pick<RepricingDecision, 'newPrice' | 'changed' | 'isDecided' | 'reason'>;

/** The target within all limits, or the price as it is. */
function priceOutcome(target: Target, { own, bounds, memory, nowMs }: RepricingInput, scale: number): PriceOutcome {
	const { price } = own;
	const hold = (why: string): PriceOutcome => ({
		newPrice: price,
		changed: false,
		isDecided: false,
		reason: `${why}; the price stays`,
	});
	if (target.type === 'none') return hold(target.reason);
	const limited = limitedPrice(target.price, price, bounds, scale);
	if (limited.type === 'none') return hold(limited.reason);
	if (isEditLimitReached(memory, nowMs)) {
		return hold('The ad was edited ten times in the last five minutes, more than Bybit takes');
	}
	const reason = [target.reason, ...limited.notes].join('. ');
	const kept = { newPrice: price, changed: false, isDecided: true };
	if (compareDecimals(limited.price, price) === 0) return { ...kept, reason: `${reason}. The price is right already` };
	if (isTooSmall(limited.price, price, bounds)) {
		return { ...kept, reason: `${reason}. The change to ${limited.price} is below Minimum Change` };
	}
	return { newPrice: limited.price, changed: true, isDecided: true, reason };
}

/** The ads of the market on my side, without mine: those that count, best price first, and those that do not. */
function sortedOut({ own, market, filter, bounds }: RepricingInput): {
	competitors: readonly Competitor[];
	rejected: readonly Rejected[];
} {
	const competitors: Competitor[] = [];
	const rejected: Rejected[] = [];
	for (const ad of market) {
		if (isOwn(ad, own) || !isSamePair(ad, own)) continue;
		const reason = unreadable(ad) ?? filterRejection(ad, filter);
		if (reason === undefined) competitors.push(competitorOf(ad, own, bounds));
		else rejected.push({ adId: ad.adId, nickname: ad.advertiserNickname, reason });
	}
	const bestFirst = (a: Competitor, b: Competitor): number =>
		(own.side === 'sell' ? 1 : -1) * compareDecimals(a.price, b.price);
	return { competitors: competitors.sort(bestFirst), rejected };
}

function isOwn(ad: MarketAd, own: OwnAd): boolean {
	return ad.adId === own.adId || ad.advertiserId === own.userId;
}

/** Decided by the row itself, because whose side the exchange filters by is not documented. */
function isSamePair(ad: MarketAd, own: OwnAd): boolean {
	const isOtherSide = ad.side !== own.side && ad.side !== 'unknown';
	return !isOtherSide && ad.coin === own.coin && ad.fiat === own.fiat;
}

function unreadable(ad: MarketAd): string | undefined {
	if (ad.side === 'unknown') return 'Bybit does not show whether it buys or sells';
	if (ad.advertiserId === '') return 'Bybit does not show whose it is';
	const isPrice = isDecimal(ad.price) && ad.price.length <= MAX_PRICE_LENGTH && compareDecimals(ad.price, '0') > 0;
	return isPrice ? undefined : 'Its price cannot be read';
}

/** Longer text is no price, and its products would be no decimals any more. */
const MAX_PRICE_LENGTH = 20;

function competitorOf(ad: MarketAd, own: OwnAd, bounds: Bounds): Competitor {
	const bestAllowed = own.side === 'sell' ? bounds.minPrice : bounds.maxPrice;
	return {
		adId: ad.adId,
		userId: ad.advertiserId,
		nickname: ad.advertiserNickname,
		price: ad.price,
		quantityLeft: ad.quantityLeft,
		minAmount: ad.minAmount,
		maxAmount: ad.maxAmount,
		recentOrders: ad.recentOrders,
		completionRate: ad.completionRate,
		withinBounds: !isBetter(own.side, ad.price, bestAllowed),
	};
}

/** As many decimals as the exchange shows, and never fewer than my price has, which it took; else as the fixed prices of my side have. */
function priceScale({ own, market }: RepricingInput): number {
	if (own.priceScale !== undefined) return Math.max(own.priceScale, scaleOf(trimmedDecimal(own.price)));
	const taken = market.filter((ad) => isSamePair(ad, own) && ad.priceType === 'fixed' && unreadable(ad) === undefined);
	return Math.max(scaleOf(own.price), ...taken.map(({ price }) => scaleOf(price)));
}

/** A price outside the bounds goes back into them even when the market gives no other reason. */
function withinAnyway(target: Target, price: Decimal, { minPrice, maxPrice }: Bounds): Target {
	if (target.type === 'price' || isWithin(price, minPrice, maxPrice)) return target;
	return {
		type: 'price',
		price: clamped(price, minPrice, maxPrice),
		reason: `${target.reason}. The price before is outside the bounds`,
	};
}

function rankOf(price: Decimal, { side }: OwnAd, competitors: readonly Competitor[]): number {
	return 1 + competitors.filter((one) => isBetter(side, one.price, price)).length;
}
