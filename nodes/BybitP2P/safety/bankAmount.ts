import { compareDecimals, decimalFromInput, type Decimal } from './decimal';

/** What a bank's amount says, or why it was not taken. `currency` is the ISO code beside the digits, if there is one. */
export type BankAmount = { readonly amount: Decimal; readonly currency?: string } | { readonly refused: string };

const MAX_LENGTH = 60;
const HOW_TO_WRITE = 'Write it with a point before the decimals and nothing between the thousands, such as 1234.50.';

/** Names of currencies that banks print beside an amount and that are no ISO code. */
const CURRENCY_WORDS = new Set(
	'грн руб р ₽ тг тнг тенге лв сум сом zł zl kr kč ft lei rs rp rm tl din дин ман'.split(' '),
);
const ISO_CODES = new Set(Intl.supportedValuesOf('currency'));

/**
 * Reads an amount the way banks print it: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `1,23,456.78`, `EUR 12,5`.
 *
 * Never guesses: `1.234` is refused, because it is 1234 in Berlin and 1.234 in London. A JavaScript number is not
 * ambiguous and is taken as it is.
 *
 * @returns a positive amount, or the reason in words for the merchant.
 */
export function readBankAmount(text: unknown): BankAmount {
	if (typeof text === 'number') return positive(decimalFromInput(text), String(text));
	if (typeof text !== 'string') return { refused: 'The amount is missing.' };
	if (text.trim() === '') return { refused: 'The amount is empty.' };
	if (text.length > MAX_LENGTH) return { refused: `The amount is longer than ${MAX_LENGTH} characters.` };
	const shown = text.trim();

	const plain = plainSigns(shown);
	if (/\d[.,]?\d*\s?e[+-]?\d/i.test(plain)) {
		return {
			refused: `The amount "${shown}" is written with an exponent, as spreadsheets do; digits may be lost. ${HOW_TO_WRITE}`,
		};
	}
	const { body, currency, leftover } = withoutCurrency(plain);
	if (leftover !== undefined) {
		return { refused: `The amount "${shown}" contains "${leftover}", which is no currency. ${HOW_TO_WRITE}` };
	}
	if (/^-\s?[\d.,]|^\([\d.,\s']+\)$|\d\s?-$/.test(body)) {
		return { refused: `The amount "${shown}" is negative: that is money that left the account, not a payment to you.` };
	}
	const read = readDigits(body.replace(/^\+\s?/, ''));
	if ('problem' in read) return { refused: `The amount "${shown}" ${read.problem} ${HOW_TO_WRITE}` };
	const result = positive(read.amount, shown);
	return 'amount' in result && currency !== undefined ? { ...result, currency } : result;
}

function positive(amount: Decimal | undefined, shown: string): BankAmount {
	if (amount === undefined) return { refused: `The amount "${shown}" is no plain number. ${HOW_TO_WRITE}` };
	const order = compareDecimals(amount, '0');
	if (order === 0) return { refused: 'The amount is zero.' };
	if (order < 0) {
		return { refused: `The amount "${shown}" is negative: that is money that left the account, not a payment to you.` };
	}
	return { amount };
}

/** One sign for each meaning: Latin digits, `-`, `'` and the plain blank. */
function plainSigns(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
		.replace(/٬/g, "'")
		.replace(/[’‘ʼ`´]/g, "'")
		.replace(/[−–—‒]/g, '-')
		.replace(/[\u200e\u200f\u061c]/g, '')
		.replace(/\s/g, ' ')
		.trim();
}

/** Takes one currency off each end; `leftover` is a word that is none. */
function withoutCurrency(text: string): { body: string; currency?: string; leftover?: string } {
	const parts =
		/^([+-]?)\s?([^\d+\-('.,٫]*[.]?)\s?([+-]?[('.,٫]?\d[^\p{L}\p{Sc}]*?|)\s?(\p{L}*\p{Sc}?|\p{L}+\.)$/u.exec(text);
	if (parts === null) return { body: text };
	const [, sign, before, digits, after] = parts;
	let currency: string | undefined;
	for (const word of [before.trim(), after.trim()]) {
		if (word === '') continue;
		const found = currencyOf(word);
		if (found === undefined) return { body: text, leftover: word };
		currency = found.code ?? currency;
	}
	return { body: `${sign}${digits}`, currency };
}

function currencyOf(word: string): { code?: string } | undefined {
	const code = word.toUpperCase();
	if (ISO_CODES.has(code)) return { code };
	if (/^[A-Z]{0,2}\p{Sc}$/u.test(code)) return {};
	return CURRENCY_WORDS.has(word.toLowerCase().replace(/\.$/, '')) ? {} : undefined;
}

function readDigits(body: string): { amount: Decimal } | { problem: string } {
	if (!/^\d+([ '.,٫]\d+)*$/.test(body)) return { problem: 'cannot be read as a number.' };
	const groups = body.split(/[^\d]/);
	const marks = body.replace(/\d/g, '').split('');
	const last = marks.at(-1);
	if (last === undefined) return { amount: decimalOf(groups, '') };

	const decimals = groups.at(-1) ?? '';
	const lastIsDecimal = last !== ' ' && last !== "'" && marks.indexOf(last) === marks.length - 1;
	if (marks.length === 1 && lastIsDecimal && last !== '٫') {
		const [whole] = groups;
		if (decimals.length === 3 && whole.length <= 3 && whole !== '0') {
			return { problem: `can be read as ${Number(whole)}${decimals} or as ${Number(whole)}.${decimals}.` };
		}
		return { amount: decimalOf(groups.slice(0, 1), decimals) };
	}
	const thousands = lastIsDecimal ? groups.slice(0, -1) : groups;
	const separators = new Set(lastIsDecimal ? marks.slice(0, -1) : marks);
	if (separators.size > 1 || separators.has('٫') || !isGrouped(thousands, separators.has(','))) {
		return { problem: 'has its separators in places where no bank puts them.' };
	}
	return { amount: decimalOf(thousands, lastIsDecimal ? decimals : '') };
}

/** Thousands by three digits, or the Indian way by two before the last three. */
function isGrouped(groups: readonly string[], indianAllowed: boolean): boolean {
	if (groups.length === 1) return true;
	const [first, ...rest] = groups;
	if (first.startsWith('0') || first.length > 3) return false;
	if (rest.every((group) => group.length === 3)) return true;
	return (
		indianAllowed &&
		first.length <= 2 &&
		rest.every((group, index) => group.length === (index === rest.length - 1 ? 3 : 2))
	);
}

function decimalOf(groups: readonly string[], decimals: string): Decimal {
	const whole = groups.join('').replace(/^0+(?=\d)/, '');
	return decimals === '' ? whole : `${whole}.${decimals}`;
}
