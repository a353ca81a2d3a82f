import { textOf } from '../text';

/** The trading figures of an account, mine or a counterparty's, in plain names. Numbers of unknown precision stay text. */
export function figuresOf(info: Readonly<Record<string, unknown>>) {
	return {
		completionRatePercent: textOf(info.recentRate),
		completedOrders: knownCount(info.totalFinishCount),
		completedOrders30Days: knownCount(info.recentFinishCount),
		averageReleaseMinutes: textOf(info.averageReleaseTime),
		averagePaymentMinutes: textOf(info.averageTransferTime),
		goodRatingPercent: textOf(info.goodAppraiseRate),
		accountAgeDays: knownCount(info.accountCreateDays),
	};
}

/** A whole number, null where the exchange does not show: a 0 would be a statement. */
export function knownCount(value: unknown): number | null {
	const text = textOf(value);
	return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A share in percent, null where the exchange does not show. A sign at its end is passed over. */
export function knownPercent(value: unknown): number | null {
	const text = textOf(value).replace(/\s*%$/, '');
	return /^\d{1,3}(\.\d{1,12})?$/.test(text) && Number(text) <= 100 ? Number(text) : null;
}

/** True for a yes in any of the spellings of the exchange. */
export function isMarked(value: unknown): boolean {
	return ['Y', 'YES', 'TRUE', '1'].includes(textOf(value).toUpperCase());
}
