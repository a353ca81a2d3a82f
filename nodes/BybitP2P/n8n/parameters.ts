import { InputError } from '../api/errors';
import type { Id } from '../api/types';
import { decimalFromInput } from '../safety/decimal';

export { periodFrom, timeFrom, TIMES_HINT, type Period } from './times';

/** The parameters of the node for the current item, as they come: an expression may have made anything of them. */
export interface Params {
	get(name: string): unknown;
	/**
	 * As the author of the workflow saved it: an expression as its text, `={{ ... }}`.
	 *
	 * Absent where nobody saved anything: then no value comes from an expression.
	 */
	raw?(name: string): unknown;
}

/**
 * Readers of parameters. Each refuses what cannot be right before anything is sent, and names the field as the editor shows it.
 */

/** @throws InputError unless it is an order ID as text. */
export function orderIdFrom(params: Params): Id {
	const locator = params.get('orderId');
	const { mode, value } = isLocator(locator) ? locator : { mode: 'id', value: locator };
	const known = choiceFrom(mode, 'The mode of Order ID', ['list', 'id', 'url']);
	return idFrom(known === 'url' ? idInUrl(value) : value, 'Order ID');
}

/**
 * An ID of the exchange: digits as text.
 *
 * @throws InputError for numbers and scientific notation, which have lost digits already, and for all that is no ID.
 */
export function idFrom(value: unknown, label: string): Id {
	if (isMissing(value)) {
		throw new InputError(
			`${label} is empty, so nothing was sent`,
			`Fill in ${label}. If it is an expression, check that the item before has that value.`,
		);
	}
	if (typeof value === 'number' || typeof value === 'bigint') {
		throw new InputError(
			`${label} arrived as a number (${value}), so nothing was sent`,
			'IDs of Bybit have up to 19 digits, and numbers lose the last ones. Keep the ID as text all the way: in a spreadsheet format the column as text, in JSON put it in quotes.',
		);
	}
	if (typeof value !== 'string') {
		throw new InputError(
			`${label} is not text, so nothing was sent`,
			`Point the expression at the ID itself, for example {{ $json.order.orderId }}.`,
		);
	}
	const id = value.trim();
	if (/^\d+([.,]\d+)?e\+?\d+$/i.test(id)) {
		throw new InputError(
			`${label} is in scientific notation ("${id}"), so nothing was sent`,
			'A spreadsheet has rounded the ID: its last digits are lost. Format the column as text and copy the ID again.',
		);
	}
	if (!/^\d{1,24}$/.test(id)) {
		throw new InputError(
			`${label} is not an ID of Bybit ("${shown(id)}"), so nothing was sent`,
			'An ID consists of digits only. Copy it from the order on Bybit, or take it from the trigger.',
		);
	}
	return id;
}

/** @throws InputError when it is missing, blank, or no text. */
export function requiredText(params: Params, name: string, label: string): string {
	const value = params.get(name);
	if (isMissing(value) || Number.isNaN(value)) {
		throw new InputError(
			`${label} is empty, so nothing was sent`,
			`Fill in ${label}. If it is an expression, check that the item before has that value.`,
		);
	}
	return textFrom(value, label);
}

/** Text as it is, or a number as text. @throws InputError for what would go out as "[object Object]", "true" or "NaN". */
export function textFrom(value: unknown, label: string): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new InputError(
		`${label} is not text, so nothing was sent`,
		'Point the expression at the text itself, for example {{ $json.text }}.',
	);
}

/** The code of a coin or a currency. @throws InputError unless it looks like one. */
export function codeFrom(value: unknown, label: string): string {
	const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
	if (/^[A-Z0-9]{2,12}$/.test(code)) return code;
	throw new InputError(
		isMissing(value)
			? `${label} is empty, so nothing was sent`
			: `${label} is not a code ("${shown(String(value))}"), so nothing was sent`,
		label === 'Fiat' ? 'Use for example EUR.' : 'Use for example USDT.',
	);
}

/** One of the words the contract knows. @throws InputError for any other. */
export function choiceFrom<T extends string>(value: unknown, label: string, choices: readonly T[]): T {
	const found = choices.find((choice) => choice === value);
	if (found !== undefined) return found;
	throw new InputError(
		`${label} cannot be "${shown(String(value ?? ''))}", so nothing was sent`,
		`Use one of: ${choices.join(', ')}.`,
	);
}

/** @throws InputError for anything but true and false: text such as "false" would count as true. */
export function booleanFrom(value: unknown, label: string): boolean {
	if (typeof value === 'boolean') return value;
	throw new InputError(
		`${label} must be true or false, so nothing was sent`,
		'Turn it on or off. An expression must give true or false, not text, and the item before must have that value.',
	);
}

/** How many results to give. @throws InputError unless it is a whole number from 1. */
export function limitFrom(params: Params): number {
	if (booleanFrom(optionalFrom(params, 'returnAll', 'Return All') ?? false, 'Return All')) {
		return Number.POSITIVE_INFINITY;
	}
	const limit = Number(decimalFromInput(optionalFrom(params, 'limit', 'Limit') ?? 50) ?? Number.NaN);
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw new InputError(
		'Limit is not a whole number from 1, so nothing was sent',
		'Set Limit to 1 or more, or turn on Return All.',
	);
}

/** True unless turned off. */
export function simplifyFrom(params: Params): boolean {
	return booleanFrom(optionalFrom(params, 'simplify', 'Simplify') ?? true, 'Simplify');
}

/**
 * A parameter that may be left empty.
 *
 * @returns undefined when its author left it empty.
 * @throws InputError when an expression left it empty: what somebody set must not vanish.
 */
export function optionalFrom(params: Params, name: string, label: string): unknown {
	const value = params.get(name);
	if (!isBlank(value)) return value;
	if (isExpression(params.raw?.(name))) throw emptyExpression(label);
	return undefined;
}

/**
 * The fields of a collection that are filled; a field that its author left empty is as good as none.
 *
 * @param mayBeEmptyLists - fields in which an expression may give a list of nothing, because it then says just that.
 * @throws InputError when it is no collection, and for a field whose expression gives nothing: a filter or a condition that somebody set
 * must not vanish.
 */
export function collectionFrom(
	params: Params,
	name: string,
	mayBeEmptyLists: readonly string[] = [],
): Readonly<Record<string, unknown>> {
	const fields = params.get(name) ?? {};
	if (!isRecord(fields)) {
		const label = labelOf(name);
		throw new InputError(
			`${label} cannot be read, so nothing was sent`,
			`Set the fields of ${label} one by one; an expression for all of them must give an object.`,
		);
	}
	const raw = params.raw?.(name);
	const saved = isRecord(raw) ? raw : {};
	for (const [field, value] of Object.entries(fields)) {
		if (Array.isArray(value) && mayBeEmptyLists.includes(field)) continue;
		const isVanished = value === undefined || value === null || (isBlank(value) && isExpression(saved[field]));
		if (isVanished) throw emptyExpression(labelOf(field));
	}
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isMissing(value)));
}

function emptyExpression(label: string): InputError {
	return new InputError(
		`${label} is empty: its expression gives nothing, so nothing was sent`,
		'Check that the item before has that value, or remove the field.',
	);
}

/** True for what the author of the workflow left to an expression. */
export function isExpression(raw: unknown): boolean {
	return typeof raw === 'string' ? raw.startsWith('=') : Array.isArray(raw) && raw.some(isExpression);
}

/** True for nothing, for text without a visible character, and for a list of nothing else. */
export function isBlank(value: unknown): boolean {
	return Array.isArray(value) ? value.every(isMissing) : isMissing(value);
}

/** True for an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The label of a field as the editor shows it: "adIds" is "Ad IDs", "minAmount" is "Minimum Amount". */
export function labelOf(name: string): string {
	const words = name.replace(/([A-Z]|\d+)/g, ' $1').trim();
	return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
		.replace(/\bId(s?)\b/g, 'ID$1')
		.replace(/\b(Api|Kyc|Url)\b/g, (acronym) => acronym.toUpperCase())
		.replace(/^Min /, 'Minimum ')
		.replace(/^Max /, 'Maximum ');
}

/** The parts of comma-separated text, or of a list that an expression gave. */
export function listFrom(value: unknown): readonly string[] {
	const parts: readonly unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	return parts.map((part) => String(part ?? '').trim()).filter((part) => part !== '');
}

/** The value inside a resource locator, or the value itself where a saved workflow holds none. */
export function locatorValue(value: unknown): unknown {
	return isLocator(value) ? value.value : value;
}

/** True for nothing at all, and for text without a visible character. */
export function isMissing(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && !/[^\s\p{Cc}\p{Cf}\p{Z}]/u.test(value));
}

function isLocator(value: unknown): value is { mode: string; value: unknown } {
	return typeof value === 'object' && value !== null && 'mode' in value && 'value' in value;
}

/** The long number in the address of an order's page; of several the one that is named as the order. Else the address itself, which is no ID. */
function idInUrl(url: unknown): unknown {
	if (typeof url !== 'string') return url;
	const numbers = new Set(url.match(/\d{8,}/g));
	if (numbers.size === 1) return [...numbers][0];
	const named = new Set([...url.matchAll(/order(?:id|no)?[/=](\d{8,})(?!\d)/gi)].map(([, id]) => id));
	return named.size === 1 ? [...named][0] : url;
}

function shown(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
