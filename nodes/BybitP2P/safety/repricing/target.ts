import type { Side } from '../../api/codes';
import type { Decimal, Id } from '../../api/types';
import { compareDecimals, trimmedDecimal } from '../decimal';
import { isSameNickname } from '../marketFilter';
import { aheadOf, behind, isBetter, roundedAhead, roundedBehind } from './price';
import type { Bounds, Competitor, Distance, Strategy } from './types';

/** The price that a strategy asks for, before any limit; `none` when there is nothing to take it from. */
export type Target =
	| { readonly type: 'price'; readonly price: Decimal; readonly reason: string; readonly against?: Competitor }
	| { readonly type: 'none'; readonly reason: string };

/** What a target is taken from besides the strategy. */
export interface View {
	readonly side: Side;
	readonly scale: number;
	/** Best price first. */
	readonly competitors: readonly Competitor[];
	readonly answering: readonly Id[];
	readonly bounds: Bounds;
}

export function strategyTarget(strategy: Strategy, view: View): Target {
	switch (strategy.type) {
		case 'beat':
			return rankTarget(1, strategy.step, view);
		case 'rank':
			return rankTarget(strategy.rank, strategy.step, view);
		case 'follow':
			return followTarget(strategy.nickname, strategy.step, view);
		case 'reference':
			return referenceTarget(strategy.price, strategy.step, view);
	}
}

/**
 * Past the competitor that holds the rank. One beyond the bounds cannot be passed, so the price is taken from the first that can:
 * a lower price would gain no rank.
 */
function rankTarget(rank: number, step: Distance, view: View): Target {
	const { competitors, side, bounds } = view;
	if (competitors.length === 0) return { type: 'none', reason: 'No competitor qualifies' };
	const wanted = Math.min(rank, competitors.length) - 1;
	const index = competitors.findIndex(({ withinBounds }, place) => place >= wanted && withinBounds);
	if (index < 0) {
		const limit = side === 'sell' ? bounds.minPrice : bounds.maxPrice;
		return { type: 'price', price: limit, reason: 'The competitors are beyond the bounds' };
	}
	const passed = passing(competitors[index], step, view);
	const before = index > 0 ? competitors[index - 1] : undefined;
	// Never past the next one as well: that would be a better rank than asked for, at a worse price.
	if (before !== undefined && isBetter(side, passed.price, before.price)) {
		const price = roundedBehind(side, before.price, view.scale);
		return {
			...passed,
			price,
			reason: `Matches the competitor at ${trimmedDecimal(before.price)}: no price lies between the ranks`,
		};
	}
	return passed;
}

function followTarget(nickname: string, step: Distance, view: View): Target {
	const followed = view.competitors.find((competitor) => isSameNickname(competitor.nickname, nickname));
	if (followed !== undefined) return passing(followed, step, view);
	return { type: 'none', reason: 'The advertiser to follow is not on the market, or does not qualify' };
}

function referenceTarget(reference: Decimal, step: Distance, { side, scale }: View): Target {
	const price = roundedBehind(side, behind(side, reference, step), scale);
	return { type: 'price', price, reason: `Keeps its distance to the reference price ${reference}` };
}

function passing(competitor: Competitor, step: Distance, { side, scale, answering }: View) {
	const isMatched = answering.includes(competitor.userId);
	const price = isMatched ? competitor.price : aheadOf(side, competitor.price, step);
	return {
		type: 'price',
		price: roundedAhead(side, price, scale),
		reason: passingReason(trimmedDecimal(competitor.price), isMatched, step),
		against: competitor,
	} as const;
}

function passingReason(shown: Decimal, isAnswering: boolean, step: Distance): string {
	if (isAnswering) {
		return `Matches the competitor at ${shown}, which answers every step: two that pass each other would race to a bound`;
	}
	return compareDecimals(step.value, '0') === 0
		? `Matches the competitor at ${shown}`
		: `Passes the competitor at ${shown} by the step`;
}
