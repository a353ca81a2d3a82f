import { hasEnded, STATUS } from '../../api/codes';

/**
 * What a status says of an order whose earlier statuses are known.
 *
 * - `same`: nothing new.
 * - `forward`: a later status, entered for the first time.
 * - `unsure`: possible, yet an old list could show it too: the order in full decides.
 * - `old`: an order cannot go there, so it is an old picture.
 */
export type StatusStep = 'same' | 'forward' | 'unsure' | 'old';

/** How far an order is. Statuses of one rank do not follow each other in a documented order. */
const RANK: Readonly<Record<number, number>> = {
	[STATUS.waitingForChain]: 1,
	[STATUS.waitingForCoinChoice]: 1,
	[STATUS.waitingForPayment]: 1,
	[STATUS.payingOnline]: 2,
	[STATUS.waitingForRelease]: 3,
	[STATUS.cancelled]: 5,
	[STATUS.completed]: 5,
	[STATUS.paymentFailed]: 5,
	[STATUS.cancelledByException]: 5,
};

/** From these an order may return to where it was; they may also come after its end, and one after the other. */
const DISPUTES: readonly number[] = [STATUS.appeal, STATUS.objection, STATUS.waitingForObjection];

/** @param statuses - those known so far, oldest first; at least one. */
export function statusStep(statuses: readonly number[], status: number): StatusStep {
	const last = statuses[statuses.length - 1];
	if (status === last) return 'same';
	if (DISPUTES.includes(last)) return 'unsure';
	const isKnown = statuses.includes(status);
	if (hasEnded(last)) return DISPUTES.includes(status) || (!isKnown && mayFollowEnd(status)) ? 'unsure' : 'old';
	if (DISPUTES.includes(status)) return isKnown ? 'unsure' : 'forward';
	if (isKnown) return 'old';
	const reached = Math.max(0, ...statuses.filter((one) => !DISPUTES.includes(one)).map((one) => RANK[one] ?? 0));
	const rank = RANK[status];
	// A status that nobody documents may come at any time.
	if (rank === undefined) return 'forward';
	if (rank === reached) return 'unsure';
	return rank > reached ? 'forward' : 'old';
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
