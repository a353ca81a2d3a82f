import type { BankNotice, Judged, PaymentCandidate } from './types';

export function amountReason({ amount, fiat }: BankNotice, { fiatAmount }: PaymentCandidate, matches: boolean): string {
	const currency = fiat.trim().toUpperCase();
	return matches
		? `The amount fits: ${amount} ${currency} paid, ${fiatAmount} ${currency} expected.`
		: `The amount does not fit: ${amount} ${currency} paid, ${fiatAmount} ${currency} expected.`;
}

export function contradictionReason(chosen: Judged, contradicting: readonly Judged[]): string {
	const ids = contradicting.map(({ finding }) => finding.orderId).join(', ');
	return `Order ${chosen.finding.orderId} fits by amount and name, but the payment's reference names order ${ids}. Look at both on Bybit before you release.`;
}

export function ambiguousReason(fitting: readonly Judged[]): string {
	const ids = fitting.map(({ finding }) => finding.orderId).join(', ');
	return `${fitting.length} open orders fit by amount and name: ${ids}. The payment's reference does not name one of them, so none was chosen. Look at them on Bybit, or ask the buyer which one was paid.`;
}

export function unreadReason(fitting: number, unread: number): string {
	return `${fitting} open orders are over this amount, and ${unread} of them were not read in full: too many to compare the names of all. None was chosen. Give the order number in Reference or the time in Paid At, or look at them on Bybit.`;
}

export function mismatchReasons({ payerName }: BankNotice, expected: readonly Judged[]): string[] {
	const ids = expected.map(({ finding }) => finding.orderId).join(', ');
	const orders = expected.length === 1 ? `order ${ids}` : `orders ${ids}`;
	const found =
		payerName.trim() === ''
			? `The amount fits ${orders}, but the bank gives no name of the payer.`
			: expected.every(({ finding }) => finding.nameScore === null)
				? `The amount fits ${orders}, but Bybit does not show the buyer's full name.`
				: `The amount fits ${orders}, but the payer is not the buyer: this may be a payment by a third party.`;
	const [only] = expected;
	return [
		found,
		...(expected.length === 1 ? [only.finding.reasons[1]] : []),
		'Do not release on this payment. Compare the names yourself; if another person paid, ask the buyer in the chat, send the money back, or appeal.',
	];
}

export function noMatchReason({ amount, fiat, paidByMs }: BankNotice, judged: readonly Judged[]): string {
	const money = `${amount} ${fiat.trim().toUpperCase()}`;
	if (judged.length === 0) return `No open order waits for a payment to you, so ${money} belongs to none.`;
	const early = judged.filter(({ finding, isPossible }) => finding.amountMatches && !isPossible);
	if (paidByMs !== undefined && early.length > 0) {
		return `${money} was paid before the only orders of that amount were created, so it is not for them.`;
	}
	return `None of ${judged.length} open orders waits for ${money}. Look for an order that has ended, or one that was paid in parts.`;
}

/** Names come from strangers and go into messages: one line, not endless. */
export function shown(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	return `"${line.length > 80 ? `${line.slice(0, 80)}…` : line}"`;
}
