import type { Side } from '../../api/codes';
import type { Decimal, Id } from '../../api/types';
import { absDecimal, compareDecimals, multiplyDecimals, subtractDecimals } from '../decimal';
import { amountOf, isBetter } from './price';
import { NO_TRIAL, type Trial } from './trial';
import type { Competitor, Distance } from './types';

/** The last price that was set against a competitor. */
export interface PriceSet {
	readonly userId: Id;
	readonly price: Decimal;
	readonly atMs: number;
	/** How often in a row this competitor had answered when it was set. */
	readonly answers: number;
}

/** What a process remembers of its changes of one ad. */
export interface RepricingMemory {
	/** When it was edited, by the exchange's clock, oldest first. */
	readonly editsMs: readonly number[];
	readonly setAgainst: readonly PriceSet[];
	/** Competitors that answer every step of ours with one of theirs. */
	readonly answering: readonly Id[];
	readonly trial: Trial;
}

export const EMPTY_MEMORY: RepricingMemory = { editsMs: [], setAgainst: [], answering: [], trial: NO_TRIAL };

/** The exchange allows so many edits of one ad in five minutes. */
const MAX_EDITS = 10;
/** A few seconds more, for the time between the edit and the reply that showed the clock. */
const EDIT_WINDOW_MS = 5 * 60_000 + 5_000;
/** Whoever passes us so soon after our edit answers it. */
const ANSWER_WITHIN_MS = 60 * 60_000;
/** Whoever passes us by no more than this answers later as well. */
const ANSWER_WITHIN_STEPS = '2';
/** After so many answers in a row a competitor is one that always answers. */
const ANSWERS_IN_A_ROW = 2;
/** A row ends when nothing was set against the competitor for so long, or when it falls behind. */
const ROW_ENDS_AFTER_MS = 24 * 60 * 60_000;
const MAX_COMPETITORS = 100;

/** True when one more edit would be refused. */
export function isEditLimitReached({ editsMs }: RepricingMemory, nowMs: number): boolean {
	return recentEdits(editsMs, nowMs).length >= MAX_EDITS;
}

/** The memory after an edit, whoever asked for it. */
export function withEdit(memory: RepricingMemory, nowMs: number): RepricingMemory {
	return { ...memory, editsMs: [...recentEdits(memory.editsMs, nowMs), nowMs] };
}

/** The memory after a price was set against a competitor. */
export function withPriceSet(
	memory: RepricingMemory,
	{ userId, price }: { readonly userId: Id; readonly price: Decimal },
	set: { readonly side: Side; readonly price: Decimal; readonly step: Distance; readonly atMs: number },
): RepricingMemory {
	const before = memory.setAgainst.find((one) => one.userId === userId);
	const answers = answersOf(before, price, set);
	const others = memory.setAgainst.filter((one) => one.userId !== userId);
	const now: PriceSet = { userId, price: set.price, atMs: set.atMs, answers };
	return { ...memory, setAgainst: [...others, now].slice(-MAX_COMPETITORS) };
}

/**
 * The competitors that answer our steps: again and again they pass, or draw level with, the price that we set against them, soon or by a
 * step or two. Two programs that beat each other race to the floor of one of them; so whoever answers is matched and not beaten, and
 * both come to rest at one price. One that falls behind us answers no longer.
 */
export function answeringCompetitors(
	memory: RepricingMemory,
	competitors: readonly Competitor[],
	own: { readonly side: Side; readonly price: Decimal; readonly step: Distance; readonly atMs: number },
): readonly Id[] {
	const best = new Map<Id, Competitor>();
	// Best first: of several ads of one advertiser the first one counts.
	for (const competitor of competitors) if (!best.has(competitor.userId)) best.set(competitor.userId, competitor);

	const isAnswering = ({ userId, price }: Competitor): boolean => {
		if (memory.answering.includes(userId)) return !isBetter(own.side, own.price, price);
		const set = memory.setAgainst.find((one) => one.userId === userId);
		return answersOf(set, price, own) >= ANSWERS_IN_A_ROW;
	};
	return [...best.values()]
		.filter(isAnswering)
		.map(({ userId }) => userId)
		.slice(0, MAX_COMPETITORS);
}

/** How often in a row a competitor has answered, the present moment included. */
function answersOf(
	set: PriceSet | undefined,
	price: Decimal,
	{ side, step, atMs }: { readonly side: Side; readonly step: Distance; readonly atMs: number },
): number {
	const isEnded = set === undefined || atMs - set.atMs > ROW_ENDS_AFTER_MS || isBetter(side, set.price, price);
	if (isEnded) return 0;
	const isSoon = atMs - set.atMs <= ANSWER_WITHIN_MS;
	return isSoon || isNear(price, set.price, amountOf(step, set.price)) ? set.answers + 1 : 0;
}

function isNear(price: Decimal, set: Decimal, step: Decimal): boolean {
	const distance = absDecimal(subtractDecimals(price, set));
	return compareDecimals(distance, multiplyDecimals(step, ANSWER_WITHIN_STEPS)) <= 0;
}

function recentEdits(editsMs: readonly number[], nowMs: number): readonly number[] {
	return editsMs.filter((at) => nowMs - at < EDIT_WINDOW_MS);
}
