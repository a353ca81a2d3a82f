import { InputError } from '../../api/errors';
import { codeFrom, collectionFrom, periodFrom, requiredText, textFrom, type Params } from '../../n8n/parameters';
import { mayBeIn, readBankAmount } from '../../safety/bankAmount';
import { minScoreFrom } from '../../safety/checks';
import { isTooWide, parseTolerance, TOO_WIDE } from '../../safety/decimal';
import { DEFAULT_MIN_NAME_SCORE } from '../../safety/names';
import type { BankNotice, MatchOptions } from '../../safety/paymentMatch/types';
import { isReference } from '../../safety/references';

/** A payment as the parameters give it, and how strictly it is matched. */
export interface PaymentToMatch extends MatchOptions {
	readonly notice: BankNotice;
	/** References of payments that were used before; undefined when they are not to be compared. */
	readonly usedReferences: readonly string[] | undefined;
}

const USED_REFERENCES = 'usedReferences';

/** @throws InputError for what cannot be read for certain; nothing has been read from the exchange then. */
export function paymentFrom(params: Params, timezone: string | undefined): PaymentToMatch {
	const { amount, fiat } = moneyFrom(params);
	const payerName = requiredText(params, 'payerName', 'Payer Name');
	// An empty list says that no payment was used before.
	const options = collectionFrom(params, 'options', [USED_REFERENCES]);
	const { paidAt } = options;
	const reference = options.reference === undefined ? undefined : textFrom(options.reference, 'Reference');
	const notice = {
		amount,
		fiat,
		payerName,
		...(reference === undefined ? {} : { reference }),
		...(paidAt === undefined ? {} : { paidByMs: periodFrom(paidAt, 'Paid At', timezone).untilMs }),
	};
	return {
		notice,
		usedReferences: usedReferencesFrom(options[USED_REFERENCES], reference),
		...matchOptionsFrom(options, amount),
	};
}

function moneyFrom(params: Params): { amount: string; fiat: string } {
	const read = readBankAmount(params.get('amount'));
	if ('refused' in read) throw notMatched(read.refused, 'Correct Amount; with two decimals it is always clear.');
	const fiat = codeFrom(params.get('fiat'), 'Fiat');
	if (!mayBeIn(fiat, read.currency)) {
		throw notMatched(`Amount says "${read.currency?.text}", and Fiat is ${fiat}`, 'Correct one of the two.');
	}
	return { amount: read.amount, fiat };
}

function matchOptionsFrom(options: Readonly<Record<string, unknown>>, amount: string): MatchOptions {
	const amountTolerance = parseTolerance(options.amountTolerance ?? '0');
	if (amountTolerance === undefined) {
		throw notMatched('Amount Tolerance is not an amount or a percentage', 'Use for example 0.50 or 1%.');
	}
	if (isTooWide(amountTolerance, amount)) throw notMatched(TOO_WIDE, 'Use for example 0.50 or 1%.');
	const minNameScore = minScoreFrom({ minNameScore: options.minNameScore ?? DEFAULT_MIN_NAME_SCORE });
	if (minNameScore === undefined) {
		throw notMatched(
			'Minimum Name Score is not a number above 0 and up to 1',
			`Use for example ${DEFAULT_MIN_NAME_SCORE}.`,
		);
	}
	return { amountTolerance, minNameScore };
}

/** Text with commas, or a list. */
function usedReferencesFrom(value: unknown, reference: string | undefined): readonly string[] | undefined {
	if (value === undefined) return undefined;
	if (reference === undefined || !isReference(reference)) {
		throw notMatched(
			'Used References is set, and Reference holds nothing to compare with it',
			'Fill in Reference, or remove Used References.',
		);
	}
	return [value].flat().map((one: unknown) => {
		if (typeof one !== 'number' || Number.isSafeInteger(one)) return textFrom(one, 'Used References');
		throw notMatched(
			`Used References holds a number that has lost digits (${one})`,
			'Keep references as text all the way: in a spreadsheet format the column as text.',
		);
	});
}

function notMatched(reason: string, advice: string): InputError {
	return new InputError(`The payment was not matched: ${reason}`, `Nothing was read. ${advice}`);
}
