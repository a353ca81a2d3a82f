import type { Side } from '../../api/codes';
import type { MarketAd } from '../../api/simplify/ad';
import type { Decimal, Id } from '../../api/types';
import type { Tolerance } from '../decimal';
import type { MarketFilter } from '../marketFilter';
import type { RepricingMemory } from './memory';

/** An amount, or a share of the price it is taken from. Never negative. */
export type Distance = Tolerance;

/** What the price is taken from. `step` leads past a competitor in the taker's favour, and away from a reference in mine. */
export type Strategy =
	| { readonly type: 'beat'; readonly step: Distance }
	| { readonly type: 'rank'; readonly step: Distance; readonly rank: number }
	| { readonly type: 'follow'; readonly step: Distance; readonly nickname: string }
	| { readonly type: 'reference'; readonly step: Distance; readonly price: Decimal };

export interface Bounds {
	readonly minPrice: Decimal;
	readonly maxPrice: Decimal;
	/** The most that one run may change, in percent of the price before. */
	readonly maxChangePercent?: Decimal;
	/** A smaller change is not worth an edit. */
	readonly minChange?: Distance;
}

/** My ad, as read a moment ago. */
export interface OwnAd {
	readonly adId: Id;
	readonly userId: Id;
	readonly side: Side;
	readonly coin: string;
	readonly fiat: string;
	readonly price: Decimal;
	/** Decimals of a price of this pair; undefined where the exchange does not show. */
	readonly priceScale?: number;
}

export interface RepricingInput {
	readonly own: OwnAd;
	/** The ads of the market, in any order, mine among them. */
	readonly market: readonly MarketAd[];
	readonly strategy: Strategy;
	readonly filter: MarketFilter;
	readonly bounds: Bounds;
	/** What this process did to the ad before. */
	readonly memory: RepricingMemory;
	/** The exchange's clock. */
	readonly nowMs: number;
}

/** A competitor that counts, best price first in lists. */
export interface Competitor {
	readonly adId: Id;
	readonly userId: Id;
	readonly nickname: string;
	readonly price: Decimal;
	readonly quantityLeft: Decimal;
	readonly minAmount: Decimal;
	readonly maxAmount: Decimal;
	readonly recentOrders: number | null;
	readonly completionRate: number | null;
	/** My bounds allow a price as good as this one. */
	readonly withinBounds: boolean;
}

/** A competitor that does not count. */
export interface Rejected {
	readonly adId: Id;
	readonly nickname: string;
	readonly reason: string;
}

export interface RepricingDecision {
	/** The price before where nothing is to change. */
	readonly newPrice: Decimal;
	/** Whether the price is to change. */
	readonly changed: boolean;
	/** Whether there is a price at all: false where the ad is to stay as it is, offline too. */
	readonly isDecided: boolean;
	/** In words for the user; nothing that a competitor wrote is quoted. */
	readonly reason: string;
	/** One more than the number of competitors with a better price than `newPrice`. */
	readonly rank: number;
	readonly competitors: readonly Competitor[];
	readonly rejected: readonly Rejected[];
	/** The competitor that the price was set against. */
	readonly against?: Competitor;
	/** What to remember of this run, whether the price is changed or not. */
	readonly remembered: Pick<RepricingMemory, 'answering' | 'trial'>;
}
