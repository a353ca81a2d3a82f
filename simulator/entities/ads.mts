import { add, compare, multiply, subtract, sum } from './decimal.mts';
import type { Ids } from './ids.mts';
import { compareIds } from './ids.mts';
import type { Pairs } from './pairs.mts';
import type { RowChange } from './rowChange.mts';

export const adStatuses = { online: 10, offline: 20, completed: 30 } as const;

/** What an advertiser decides about an ad; `quantity` is what is on offer. */
export interface AdTerms {
	readonly priceType: 0 | 1;
	readonly premium: string;
	readonly price: string;
	readonly minAmount: string;
	readonly maxAmount: string;
	readonly remark: string;
	readonly tradingPreferenceSet: Readonly<Record<string, unknown>>;
	readonly paymentIds: readonly string[];
	readonly quantity: string;
	readonly paymentPeriod: number;
}

export interface AdSubject {
	readonly userId: string;
	readonly tokenId: string;
	readonly currencyId: string;
	/** The advertiser's side: 0 buys, 1 sells. */
	readonly side: 0 | 1;
	readonly itemType: string;
}

export interface Ad extends AdSubject {
	readonly id: string;
	readonly createdAt: number;
	terms: AdTerms;
	lastQuantity: string;
	frozenQuantity: string;
	executedQuantity: string;
	status: number;
	updatedAt: number;
	version: number;
	/** Removed by the advertiser: in no list any more. */
	isRemoved: boolean;
	/** Why the ad is not shown on the market; empty when it is. */
	hiddenReason: string;
	rowChange?: RowChange;
	/** Moments of the edits that count towards the limit. */
	edits: number[];
}

export interface AdChange extends Pick<Ad, 'terms' | 'lastQuantity' | 'status' | 'hiddenReason' | 'rowChange'> {
	readonly nowMs: number;
}

const editsAllowed = 10;
const editWindowMs = 5 * 60 * 1000;

export class Ads {
	private readonly byId = new Map<string, Ad>();
	/** Newest first; undefined after an ad was added. */
	private sorted: readonly Ad[] | undefined;

	constructor(
		private readonly ids: Ids,
		private readonly pairs: Pairs,
	) {}

	create(subject: AdSubject, terms: AdTerms, nowMs: number): Ad {
		const ad: Ad = {
			...subject,
			id: this.ids.next(nowMs),
			createdAt: nowMs,
			terms,
			lastQuantity: terms.quantity,
			frozenQuantity: '0',
			executedQuantity: '0',
			status: adStatuses.online,
			updatedAt: nowMs,
			version: 0,
			isRemoved: false,
			hiddenReason: '',
			edits: [],
		};
		this.byId.set(ad.id, ad);
		this.sorted = undefined;
		return ad;
	}

	find(id: string): Ad | undefined {
		return this.byId.get(id);
	}

	/** Newest first, without removed ones. */
	listed(): Ad[] {
		this.sorted ??= [...this.byId.values()].sort((a, b) => compareIds(b.id, a.id));
		return this.sorted.filter((ad) => !ad.isRemoved);
	}

	edit(ad: Ad, terms: AdTerms, { goesOnline, nowMs }: { goesOnline: boolean; nowMs: number }): void {
		ad.terms = terms;
		ad.lastQuantity = terms.quantity;
		if (goesOnline) ad.status = adStatuses.online;
		this.touch(ad, nowMs);
		ad.edits.push(nowMs);
	}

	/** Edits that the limit still allows now. */
	editsLeft(ad: Ad, nowMs: number): number {
		ad.edits = ad.edits.filter((at) => at > nowMs - editWindowMs);
		return Math.max(0, editsAllowed - ad.edits.length);
	}

	/** Puts new values in, without the limit of edits. */
	change(ad: Ad, { nowMs, ...values }: AdChange): void {
		Object.assign(ad, values);
		this.touch(ad, nowMs);
	}

	takeOffline(ad: Ad, nowMs: number): void {
		ad.status = adStatuses.offline;
		this.touch(ad, nowMs);
	}

	remove(ad: Ad, nowMs: number): void {
		ad.isRemoved = true;
		this.takeOffline(ad, nowMs);
	}

	/** An order takes its coins out of the offer (as far as they reach) and freezes them. */
	freeze(id: string, quantity: string, nowMs: number): void {
		const ad = this.byId.get(id);
		if (ad === undefined) return;
		ad.lastQuantity = compare(ad.lastQuantity, quantity) < 0 ? '0' : subtract(ad.lastQuantity, quantity);
		ad.frozenQuantity = add(ad.frozenQuantity, quantity);
		if (ad.lastQuantity === '0') ad.status = adStatuses.completed;
		this.touch(ad, nowMs);
	}

	/** The order ended: its coins are executed, or go back into the offer. */
	unfreeze(id: string, quantity: string, { executed, nowMs }: { executed: boolean; nowMs: number }): void {
		const ad = this.byId.get(id);
		if (ad === undefined) return;
		ad.frozenQuantity = subtract(ad.frozenQuantity, quantity);
		if (executed) ad.executedQuantity = add(ad.executedQuantity, quantity);
		else {
			ad.lastQuantity = add(ad.lastQuantity, quantity);
			if (ad.status === adStatuses.completed && !ad.isRemoved) ad.status = adStatuses.online;
		}
		this.touch(ad, nowMs);
	}

	/** The price now: fixed, or the market's times the premium in percent. */
	priceOf(ad: Ad): string {
		const { referencePrice, fiatScale } = this.pairs.get(ad.tokenId, ad.currencyId);
		return ad.terms.priceType === 1 && referencePrice !== undefined
			? multiply(referencePrice, multiply(ad.terms.premium, '0.01', 6), fiatScale)
			: ad.terms.price;
	}

	totalQuantity(ad: Ad): string {
		return sum([ad.lastQuantity, ad.frozenQuantity, ad.executedQuantity]);
	}

	private touch(ad: Ad, nowMs: number): void {
		ad.updatedAt = nowMs;
		ad.version += 1;
	}
}
