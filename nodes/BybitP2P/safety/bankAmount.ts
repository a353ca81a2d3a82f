import { currenciesOf } from './currencies';
import { compareDecimals, decimalFromInput, isDecimal, type Decimal } from './decimal';

/** What a bank's amount says, or why it was not taken. */
export type BankAmount =
	| {
			readonly amount: Decimal;
			/** What stands beside the digits, and which currencies that may mean, as ISO codes. */
			readonly currency?: CurrencyMark;
	  }
	| { readonly refused: string };

export interface CurrencyMark {
	readonly text: string;
	readonly codes: readonly string[];
}

const MAX_LENGTH = 60;
const HOW_TO_WRITE = 'Write it with a point before the decimals and nothing between the thousands, such as 1234.50.';

/**
 * Reads an amount the way banks print it: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `1,23,456.78`, `EUR 12,5`.
 *
 * Never guesses: `1.234` is refused, because it is 1234 in Berlin and 1.234 in London, and so is a word that is no currency. A
 * JavaScript number is not ambiguous and is taken as it is.
 *
 * @param own - an amount in the exchange's own spelling: the same digits are no guess then (`1.234` for `1.234` or `1.2340`).
 * @returns a positive amount, or the reason in words for the merchant.
 */
export function readBankAmount(text: unknown, own?: Decimal): BankAmount {
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
	const parts = partsOf(plain);
	if (parts === undefined) return { refused: `The amount "${shown}" cannot be read as a number. ${HOW_TO_WRITE}` };
	const currency = currencyFrom(parts.marks);
	if ('problem' in currency) return { refused: `The amount "${shown}" ${currency.problem}. ${HOW_TO_WRITE}` };
	if (parts.isNegative) return { refused: negative(shown) };
	const read = isOwn(parts.digits, own) ? { amount: parts.digits } : readDigits(parts.digits);
	if ('problem' in read) return { refused: `The amount "${shown}" ${read.problem} ${HOW_TO_WRITE}` };
	const result = positive(read.amount, shown);
	return 'amount' in result ? { ...result, ...currency } : result;
}

/** Whether an amount may be in a currency: what stands beside it is one of its signs, or there is nothing. */
export function mayBeIn(fiat: string, currency: CurrencyMark | undefined): boolean {
	return currency === undefined || currency.codes.includes(fiat.trim().toUpperCase());
}

function isOwn(digits: string, own: Decimal | undefined): boolean {
	return own !== undefined && isDecimal(digits) && isDecimal(own) && compareDecimals(digits, own) === 0;
}

function positive(amount: Decimal | undefined, shown: string): BankAmount {
	if (amount === undefined) return { refused: `The amount "${shown}" is no plain number. ${HOW_TO_WRITE}` };
	const order = compareDecimals(amount, '0');
	if (order === 0) return { refused: 'The amount is zero.' };
	return order < 0 ? { refused: negative(shown) } : { amount };
}

function negative(shown: string): string {
	return `The amount "${shown}" is negative: that is money that left the account, not a payment to you.`;
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

/**
 * From the first digit to the last, and what stands around them: a sign on one side at most, and a currency on each.
 *
 * @returns undefined for text that is not built so.
 */
function partsOf(text: string): { digits: string; marks: readonly string[]; isNegative: boolean } | undefined {
	const around = /^(\D*)(\d|\d.*\d)(\D*)$/s.exec(text);
	if (around === null) return undefined;
	const before = /^([+\-(]?)\s?([^+\-(]*?)\s?([+\-(]?)\s?$/s.exec(around[1]);
	const after = /^\s?([)-]?)\s?([^)-]*?)\s?([)-]?)$/s.exec(around[3]);
	if (before === null || after === null) return undefined;
	const signs = [before[1], before[3], after[1], after[3]].join('');
	if (!['', '+', '-', '()'].includes(signs)) return undefined;
	const marks = [before[2], after[2]].map((mark) => mark.trim()).filter((mark) => mark !== '');
	return { digits: around[2], marks, isNegative: signs === '-' || signs === '()' };
}

/** The currency that all marks agree on. */
function currencyFrom(marks: readonly string[]): { currency?: CurrencyMark } | { problem: string } {
	if (marks.length === 0) return {};
	const meanings = marks.map(currenciesOf);
	const unknown = marks.find((_mark, index) => meanings[index] === undefined);
	if (unknown !== undefined) return { problem: `contains "${unknown}", which is no currency` };
	const [first = [], second = first] = meanings;
	const codes = first.filter((code) => second.includes(code));
	return codes.length === 0
		? { problem: `names two currencies, "${marks.join('" and "')}"` }
		: { currency: { text: marks.join(' '), codes } };
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
