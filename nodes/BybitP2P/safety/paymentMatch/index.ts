import { withinTolerance } from '../decimal';
import { explainNameScore } from '../names';
import {
	ambiguousReason,
	amountReason,
	contradictionReason,
	mismatchReasons,
	noMatchReason,
	shown,
	unreadReason,
} from './reasons';
import type { BankNotice, Judged, MatchOptions, MatchVerdict, PaymentCandidate, PaymentMatch } from './types';

const OPEN_STATUSES: readonly string[] = ['waitingForPayment', 'waitingForRelease'];

// Banks round to the minute and their clocks drift.
const CLOCK_SLACK_MS = 5 * 60_000;

/**
 * Finds the one order a payment is for.
 *
 * `match` means that exactly one open order in which I sell fits in currency, amount, time and name. Never a guess: two
 * that fit are `ambiguous`, unless the reference holds the number of exactly one of them, and so is one that fits while others of the
 * amount were not read in full. A reference never makes good for a wrong amount or name. The answer does not depend on the order of
 * `candidates`.
 *
 * @param notice - `amount` has been read and is a positive decimal; an empty `payerName` never matches.
 */
export function matchPayment(
	notice: BankNotice,
	candidates: readonly PaymentCandidate[],
	options: MatchOptions,
): PaymentMatch {
	const judged = uniqueById(candidates.filter(isPaidToMe)).map((candidate) => judge(notice, candidate, options));
	const expected = judged.filter(({ finding, isPossible }) => isPossible && finding.amountMatches);
	const fitting = expected.filter(({ nameFits }) => nameFits);
	const named = fitting.filter(({ finding }) => finding.referenceMatches);
	const [chosen] = fitting.length === 1 ? fitting : named.length === 1 ? named : [];

	const { verdict, reasons } = verdictOf(notice, { judged, expected, fitting, chosen });
	const scored = verdict === 'match' && chosen !== undefined ? [chosen] : fitting.length > 0 ? fitting : expected;
	return {
		verdict,
		...(verdict === 'match' && chosen !== undefined ? { orderId: chosen.finding.orderId } : {}),
		nameScore: highest(scored.map(({ finding }) => finding.nameScore)),
		reasons,
		candidates: judged.map(({ finding }) => finding),
	};
}

/** All orders, those that the amount and time are right for, of these the ones whose name is, and the one that is left or named. */
interface Sifted {
	readonly judged: readonly Judged[];
	readonly expected: readonly Judged[];
	readonly fitting: readonly Judged[];
	readonly chosen: Judged | undefined;
}

function verdictOf(
	notice: BankNotice,
	{ judged, expected, fitting, chosen }: Sifted,
): { verdict: MatchVerdict; reasons: readonly string[] } {
	// The payer names another order than the one that fits: that is two answers, not one.
	const contradicting = judged.filter((entry) => entry.finding.referenceMatches && entry !== chosen);
	if (chosen !== undefined && contradicting.length > 0) {
		return { verdict: 'ambiguous', reasons: [contradictionReason(chosen, contradicting)] };
	}
	const unread = expected.filter(({ isRead }) => !isRead);
	if (unread.length > 0 && chosen?.finding.referenceMatches !== true) {
		return { verdict: 'ambiguous', reasons: [unreadReason(expected.length, unread.length)] };
	}
	if (chosen !== undefined) return { verdict: 'match', reasons: chosen.finding.reasons };
	if (fitting.length > 1) return { verdict: 'ambiguous', reasons: [ambiguousReason(fitting)] };
	if (expected.length > 0) return { verdict: 'nameMismatch', reasons: mismatchReasons(notice, expected) };
	return { verdict: 'noMatch', reasons: [noMatchReason(notice, judged)] };
}

function isPaidToMe({ side, status }: PaymentCandidate): boolean {
	return side === 'sell' && OPEN_STATUSES.includes(status);
}

/** Pages shift while they are read, so an order may be listed twice. */
function uniqueById(candidates: readonly PaymentCandidate[]): PaymentCandidate[] {
	const byId = new Map<string, PaymentCandidate>();
	for (const candidate of candidates) byId.set(candidate.orderId, candidate);
	return [...byId.values()].sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
}

function judge(
	notice: BankNotice,
	candidate: PaymentCandidate,
	{ amountTolerance, minNameScore }: MatchOptions,
): Judged {
	const { orderId, fiatAmount } = candidate;
	const sameFiat = isSameFiat(notice.fiat, candidate.fiat);
	const amountMatches = sameFiat && withinTolerance(notice.amount, fiatAmount, amountTolerance);
	const isTooEarly = !wasOpenBy(notice.paidByMs, candidate.createdAtMs);
	const names = nameFinding(notice.payerName, candidate.counterpartyName, minNameScore);
	const referenceMatches = isNamedIn(notice.reference, orderId);
	const reasons = [
		sameFiat
			? amountReason(notice, candidate, amountMatches)
			: `The order is in ${shown(candidate.fiat)}, the payment in ${shown(notice.fiat)}.`,
		names.reason,
	];
	if (isTooEarly) reasons.push('The payment was made before the order existed.');
	if (referenceMatches) reasons.push('The reference of the payment holds the order number.');
	return {
		finding: { orderId, amountMatches, nameScore: names.score, referenceMatches, reasons },
		isPossible: sameFiat && !isTooEarly,
		isRead: candidate.counterpartyName !== undefined,
		nameFits: names.fits,
	};
}

/** Whether an order existed when a payment was made. */
export function wasOpenBy(paidByMs: number | undefined, createdAtMs: number): boolean {
	return paidByMs === undefined || paidByMs >= createdAtMs - CLOCK_SLACK_MS;
}

function isSameFiat(a: string, b: string): boolean {
	const [codeA, codeB] = [a.trim().toUpperCase(), b.trim().toUpperCase()];
	return codeA !== '' && codeA === codeB;
}

function nameFinding(
	payer: string,
	counterparty: string | undefined,
	minNameScore: number,
): { score: number | null; fits: boolean; reason: string } {
	if (counterparty === undefined) {
		return { score: null, fits: false, reason: 'The order was not read in full, so the names were not compared.' };
	}
	if (payer.trim() === '') return { score: null, fits: false, reason: 'The bank gives no name of the payer.' };
	if (counterparty.trim() === '') {
		return {
			score: null,
			fits: false,
			reason: "Bybit does not show the buyer's full name yet, so it cannot be compared.",
		};
	}
	const { score, reasons } = explainNameScore(payer, counterparty);
	// A threshold of 0 or NaN must not let strangers through.
	const fits = score > 0 && score >= minNameScore;
	const verdict = fits ? 'The name fits' : 'The name does not fit';
	return {
		score,
		fits,
		reason: `${verdict}: ${shown(payer)} paid, ${shown(counterparty)} is expected (score ${score}, at least ${minNameScore} is needed). ${reasons.join(' ')}`,
	};
}

/** Only the whole order number counts, and only as a number of its own: a few digits could be anything. */
export function isNamedIn(reference: string | undefined, orderId: string): boolean {
	if (reference === undefined || !/^\d{6,}$/.test(orderId)) return false;
	return reference.split(/\D+/).includes(orderId);
}

function highest(scores: ReadonlyArray<number | null>): number | null {
	const known = scores.filter((score) => score !== null);
	return known.length === 0 ? null : Math.max(...known);
}
