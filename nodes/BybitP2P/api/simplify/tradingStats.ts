import { textOf } from '../text';

/** The trading figures of an account, mine or a counterparty's, in plain names. Numbers of unknown precision stay text. */
export function figuresOf(info: Readonly<Record<string, unknown>>) {
	return {
		completionRatePercent: textOf(info.recentRate),
		completedOrders: countOf(info.totalFinishCount),
		completedOrders30Days: countOf(info.recentFinishCount),
		averageReleaseMinutes: textOf(info.averageReleaseTime),
		averagePaymentMinutes: textOf(info.averageTransferTime),
		goodRatingPercent: textOf(info.goodAppraiseRate),
		accountAgeDays: countOf(info.accountCreateDays),
	};
}

/** null where the exchange does not tell: a 0 would be a statement. */
function countOf(value: unknown): number | null {
	const text = textOf(value);
	return /^\d+$/.test(text) ? Number(text) : null;
}
