import { hasEnded, STATUS } from '../../api/codes';

/**
 * What a status says of an order whose earlier statuses are known.
 *
 * - `same`: nothing new.
 * - `forward`: a later status, entered for the first time.
 * - `unsure`: possible, yet an old list could show it too: the order in full decides.
 * - `old`: an order cannot go there, so it is an old snapshot.
 */
export type StatusStep = 'same' | 'forward' | 'unsure' | 'old';

/** How far an order is. Statuses of one rank do not follow each other in a documented order. */
const RANK: Readonly<Record<number, number>> = {
	[STATUS.waitingForChain]: 1,
	[STATUS.waitingForCoinChoice]: 1,
	[STATUS.waitingForPayment]: 1,
	[STATUS.payingOnline]: 2,
	[STATUS.waitingForRelease]: 3,
	[STATUS.cancelled]: 4,
	[STATUS.completed]: 4,
	[STATUS.paymentFailed]: 4,
	[STATUS.cancelledByException]: 4,
};
const ENDED_RANK = 4;
/** A status that nobody documents may come at any time. */
const UNKNOWN_RANK = 99;

/** From these an order may return to where it was; they may also come after its end, and one after the other. */
const DISPUTES: readonly number[] = [STATUS.appeal, STATUS.objection, STATUS.waitingForObjection];

/** @param statuses - those known so far, oldest first; at least one. */
export function statusStep(statuses: readonly number[], status: number): StatusStep {
	const last = statuses[statuses.length - 1];
	if (status === last) return 'same';
	const isKnown = statuses.includes(status);
	if (DISPUTES.includes(last)) return isFurtherBack(statuses, status) ? 'old' : 'unsure';
	// An order may be in a dispute more than once, so a list alone does not show whether it is in one now.
	if (DISPUTES.includes(status)) return 'unsure';
	if (hasEnded(last)) return mayFollowEnd(status) ? 'unsure' : 'old';
	// Since the last dispute an order goes forward only; what it was in before, it may be in again.
	const since = statuses.slice(statuses.map((one) => DISPUTES.includes(one)).lastIndexOf(true) + 1);
	const reached = highestRank(since);
	const rank = RANK[status] ?? UNKNOWN_RANK;
	if (rank < reached || since.includes(status)) return 'old';
	return rank === reached || isKnown ? 'unsure' : 'forward';
}

/** A dispute ends, or leads back to where it began, not to what was before that. */
function isFurtherBack(statuses: readonly number[], status: number): boolean {
	const rank = RANK[status] ?? UNKNOWN_RANK;
	return !DISPUTES.includes(status) && rank < Math.min(highestRank(statuses), ENDED_RANK - 1);
}

function highestRank(statuses: readonly number[]): number {
	return Math.max(0, ...statuses.map((one) => RANK[one] ?? 0));
}

/** An end may be corrected, and nobody knows what an undocumented status means. */
function mayFollowEnd(status: number): boolean {
	return hasEnded(status) || RANK[status] === undefined;
}

/** Statuses in which an order begins: being first seen there says no more than that it was created. */
export const FIRST_STATUSES: readonly number[] = [
	STATUS.waitingForChain,
	STATUS.waitingForPayment,
	STATUS.waitingForCoinChoice,
];
