/** A market in memory and in fast time, for the pure decisions about prices: rivals who move at random, and repricers of ours. */
import type { MarketAd } from '../../nodes/BybitP2P/api/simplify/ad';
import { repricingDecision } from '../../nodes/BybitP2P/safety/repricing';
import {
	EMPTY_MEMORY,
	withEdit,
	withPriceSet,
	type RepricingMemory,
} from '../../nodes/BybitP2P/safety/repricing/memory';
import type { RepricingDecision, RepricingInput } from '../../nodes/BybitP2P/safety/repricing/types';
import { aMarketAd, NOW_MS } from './marketBuilders.mts';

export type Random = () => number;

/** The same seed, the same run. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Side = 'buy' | 'sell';
const SCALE = 1_000;

/** Thousandths as the market writes them. */
export const shown = (thousandths: number): string => (thousandths / SCALE).toFixed(3);
export const thousandths = (price: string): number => Math.round(Number(price) * SCALE);

/** A rival; prices in thousandths. */
export interface Rival {
	readonly userId: string;
	price: number;
	move(prices: readonly number[], random: Random): void;
}

/** Moves a little around a price of its own. */
export function wanderer(userId: string, middle: number): Rival {
	return {
		userId,
		price: middle,
		move(_prices, random) {
			if (random() < 0.1) this.price = Math.round(this.price + (random() - 0.5) * 6 + (middle - this.price) * 0.1);
		},
	};
}

/** Mistypes now and then, a hundredth of the price or ten times it or a little beside, and corrects it some minutes later. */
export function mistyper(userId: string, middle: number): Rival {
	return {
		userId,
		price: middle,
		move(_prices, random) {
			if (this.price !== middle) {
				if (random() < 0.2) this.price = middle;
			} else if (random() < 0.005) {
				this.price = Math.max(1, Math.round(middle * [0.01, 10, 0.9, 1.1][Math.floor(random() * 4)]));
			}
		},
	};
}

/** Beats the best price it may beat, by one thousandth, and gives up at its floor. */
export function undercutter(userId: string, start: number, floor: number, side: Side): Rival {
	const sign = side === 'sell' ? -1 : 1;
	return {
		userId,
		price: start,
		move(prices, random) {
			if (random() > 0.3) return;
			const within = prices.filter((price) => sign * (price - floor) < 0);
			const best = sign < 0 ? Math.min(...within) : Math.max(...within);
			if (Number.isFinite(best) && sign * (best - this.price) >= 0) this.price = best + sign;
			if (sign * (this.price - floor) >= 0 || random() < 0.05) this.price = start;
		},
	};
}

/** One of our repricers with the memory of its process. */
export class Repricer {
	memory: RepricingMemory = EMPTY_MEMORY;
	price: string;
	readonly editsMs: number[] = [];

	constructor(
		readonly userId: string,
		private readonly input: Omit<RepricingInput, 'market' | 'memory' | 'nowMs'>,
	) {
		this.price = input.own.price;
	}

	run(market: readonly MarketAd[], nowMs: number): RepricingDecision {
		const own = { ...this.input.own, price: this.price };
		const decision = repricingDecision({ ...this.input, own, market, memory: this.memory, nowMs });
		this.memory = { ...this.memory, ...decision.remembered };
		if (!decision.changed) return decision;
		this.price = decision.newPrice;
		this.editsMs.push(nowMs);
		this.memory = withEdit(this.memory, nowMs);
		if (decision.against !== undefined) {
			const { side } = this.input.own;
			const { step } = this.input.strategy;
			this.memory = withPriceSet(this.memory, decision.against, { side, price: this.price, step, atMs: nowMs });
		}
		return decision;
	}

	/** As after a restart of the process. */
	forget(): void {
		this.memory = EMPTY_MEMORY;
	}

	ad(side: Side): MarketAd {
		return aMarketAd({ side, price: this.price, advertiserId: this.userId, adId: `ad of ${this.userId}` });
	}
}

/** The rows of rivals, with their price of the moment. */
export function marketOf(rivals: readonly Rival[], side: Side): () => MarketAd[] {
	const rows = rivals.map(({ userId }) => aMarketAd({ side, advertiserId: userId, adId: `ad of ${userId}` }));
	return () => rows.map((row, index) => ({ ...row, price: shown(rivals[index].price) }));
}

/** The most edits in any five minutes. */
export function mostEditsInFiveMinutes(editsMs: readonly number[]): number {
	return Math.max(0, ...editsMs.map((from) => editsMs.filter((at) => at >= from && at - from < 300_000).length));
}

export const START_MS = NOW_MS;
