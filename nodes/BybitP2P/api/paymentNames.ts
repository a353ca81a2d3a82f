import { textOf } from './text';
import type { PaymentTerm } from './types';

/**
 * Names of payment types. The market shows types only, so names are learnt from every payment method that the exchange shows with its
 * name: my own and those of orders. They last for the life of the process and stand for nothing but a label.
 */
const learnt = new Map<string, string>();
/** There are some hundreds of payment types; more would be no names. */
const MAX_LEARNT = 2_000;

/** A few common ones, from a list that a public project made (seen there, not documented); what is learnt goes first. */
const COMMON: Readonly<Record<string, string>> = {
	14: 'Bank Transfer',
	51: 'Payeer',
	64: 'Raiffeisenbank',
	377: 'Balance',
	382: 'SBP',
	581: 'Tinkoff',
	582: 'Rosbank',
	583: 'Alfabank',
	585: 'Sberbank',
};

/** Remembers the names in the given payment methods; what is no list of them is passed over. */
export function learnPaymentNames(terms: unknown): void {
	if (!Array.isArray(terms)) return;
	for (const term of terms as ReadonlyArray<PaymentTerm | null | undefined>) {
		const type = textOf(term?.paymentType);
		const name = textOf(term?.paymentConfigVo?.paymentName) || textOf(term?.paymentConfig?.paymentName);
		if (type !== '' && name !== '' && (learnt.has(type) || learnt.size < MAX_LEARNT)) learnt.set(type, name);
	}
}

/** The name of a payment type; empty for one that was never seen with a name. */
export function paymentName(type: string): string {
	return learnt.get(type) ?? COMMON[type] ?? '';
}

/** Every payment type with a name, sorted by it. */
export function namedPaymentTypes(): ReadonlyArray<{ readonly type: string; readonly name: string }> {
	const names = new Map([...Object.entries(COMMON), ...learnt]);
	return [...names].map(([type, name]) => ({ type, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
