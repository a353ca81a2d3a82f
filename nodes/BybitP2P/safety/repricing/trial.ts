import type { Decimal } from '../../api/types';
import { absDecimal, compareDecimals, multiplyDecimals, subtractDecimals, trimmedDecimal } from '../decimal';
import { amountOf, isBetter } from './price';
import { strategyTarget, type Target, type View } from './target';
import type { OwnAd, Strategy } from './types';

/**
 * Two programs that match each other stay where they are, also when everybody else has gone back up. So one that is level with a
 * competitor that answers every step tries the price that the others leave: one that answers follows within a minute or two. Where
 * it does not follow, the price goes back, and the next trial comes after twice the time.
 */
export interface Trial {
	readonly waitMs: number;
	/** When the two came level, or the trial began. */
	readonly sinceMs?: number;
	/** The price that was left for the trial; only while it runs. */
	readonly from?: Decimal;
}

const FIRST_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 4 * 60 * 60_000;
/** So long a competitor may take to follow. */
const LASTS_MS = 6 * 60_000;
/** A gap of so few steps is not worth a trial. */
const MIN_GAP_STEPS = '2';

export const NO_TRIAL: Trial = { waitMs: FIRST_WAIT_MS };

/** What to do now about a trial: the target, unless one begins or runs. */
export function withTrial(
	target: Target,
	{ strategy, view, own, trial, nowMs }: { strategy: Strategy; view: View; own: OwnAd; trial: Trial; nowMs: number },
): { readonly target: Target; readonly trial: Trial } {
	const { sinceMs = nowMs } = trial;
	if (trial.from !== undefined) {
		if (isFollowed(target, trial.from, view)) return { target, trial: NO_TRIAL };
		if (nowMs - sinceMs < LASTS_MS) return { target: staying(own.price), trial };
		return { target, trial: { waitMs: Math.min(2 * trial.waitMs, LONGEST_WAIT_MS), sinceMs: nowMs } };
	}
	const above = isLevel(target, own, view) ? priceOfOthers(strategy, view) : undefined;
	if (above === undefined || !isWorthATrial(above.price, own, strategy))
		return { target, trial: { waitMs: trial.waitMs } };
	if (nowMs - sinceMs < trial.waitMs) return { target, trial: { ...trial, sinceMs } };
	return { target: above, trial: { ...trial, sinceMs: nowMs, from: own.price } };
}

/** The competitor moved away from the price that was left, or somebody else is the one to pass. */
function isFollowed(target: Target, from: Decimal, { side, answering }: View): boolean {
	if (target.type === 'none' || target.against === undefined || !answering.includes(target.against.userId)) return true;
	return isBetter(side, from, target.against.price);
}

function isLevel(target: Target, { price }: OwnAd, { answering }: View): boolean {
	return (
		target.type === 'price' &&
		target.against !== undefined &&
		answering.includes(target.against.userId) &&
		compareDecimals(target.price, price) === 0
	);
}

/** What the strategy would ask for if those that answer were not there. */
function priceOfOthers(strategy: Strategy, view: View): Extract<Target, { type: 'price' }> | undefined {
	const competitors = view.competitors.filter(({ userId }) => !view.answering.includes(userId));
	const target = strategyTarget(strategy, { ...view, competitors });
	if (target.type === 'none' || target.against === undefined) return undefined;
	const reason = `Tries the price that the others leave (${trimmedDecimal(target.price)}): a competitor that answers every step may follow`;
	// Not set against anybody: it is no step of a price war.
	return { type: 'price', price: target.price, reason };
}

function isWorthATrial(above: Decimal, { side, price }: OwnAd, { step }: Strategy): boolean {
	if (!isBetter(side, price, above)) return false;
	const gap = absDecimal(subtractDecimals(above, price));
	return compareDecimals(gap, multiplyDecimals(amountOf(step, price), MIN_GAP_STEPS)) > 0;
}

function staying(price: Decimal): Target {
	return { type: 'price', price, reason: 'Waits whether the competitor that answers every step follows' };
}
