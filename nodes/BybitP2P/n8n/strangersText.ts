import { AD_AUTHORS, MARKET_AD_AUTHORS } from '../api/simplify/ad';
import type { Author } from '../api/simplify/authors';
import { CHAT_AUTHORS } from '../api/simplify/chat';
import { COUNTERPARTY_AUTHORS } from '../api/simplify/counterparty';
import { MESSAGE_AUTHORS } from '../api/simplify/message';
import { ORDER_AUTHORS, ORDER_DETAILS_AUTHORS } from '../api/simplify/order';

/** Where texts of strangers go in what an AI agent gets: it must not take them for instructions. */
export const UNTRUSTED_FIELD = 'untrustedCounterpartyContent';

const SHAPES: ReadonlyArray<Readonly<Record<string, Author>>> = [
	AD_AUTHORS,
	CHAT_AUTHORS,
	COUNTERPARTY_AUTHORS,
	MARKET_AD_AUTHORS,
	MESSAGE_AUTHORS,
	ORDER_AUTHORS,
	ORDER_DETAILS_AUTHORS,
];

/**
 * The same result with all that a stranger may have written inside one field whose name says so.
 *
 * Invariant: text stays outside only where the shapes, or the operation, say who wrote it. A field that nobody thought of goes inside, so
 * that forgetting one hides nothing and exposes nothing.
 *
 * @param ownTexts - fields whose text comes from the merchant, though a stranger writes a field of that name elsewhere.
 */
export function withStrangersTextApart(json: object, ownTexts: readonly string[] = []): object {
	const { own, strange } = partsOf(json, ownTexts);
	return Object.keys(strange).length === 0 ? own : { ...own, [UNTRUSTED_FIELD]: strange };
}

interface Parts {
	readonly own: Record<string, unknown>;
	readonly strange: Record<string, unknown>;
}

function partsOf(json: object, ownTexts: readonly string[]): Parts {
	const parts: Parts = { own: {}, strange: {} };
	for (const [name, value] of Object.entries(json)) {
		switch (ownTexts.includes(name) ? 'exchange' : authorOf(name)) {
			case 'exchange':
				parts.own[name] = value;
				break;
			case 'stranger':
				parts.strange[name] = value;
				break;
			case undefined:
				placeUndeclared(parts, name, value);
		}
	}
	return parts;
}

/** Of a name that two shapes share with different authors, the stranger counts. */
function authorOf(name: string): Author | undefined {
	const authors = SHAPES.filter((shape) => Object.hasOwn(shape, name)).map((shape) => shape[name]);
	return authors.includes('stranger') ? 'stranger' : authors[0];
}

function placeUndeclared({ own, strange }: Parts, name: string, value: unknown): void {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		if (isHarmless(value)) own[name] = value;
		else strange[name] = value;
		return;
	}
	const parts = partsOf(value, []);
	const isStrange = Object.keys(parts.strange).length > 0;
	if (isStrange) strange[name] = parts.strange;
	if (!isStrange || Object.keys(parts.own).length > 0) own[name] = parts.own;
}

/** What cannot carry words: numbers, also as text, times, true and false, and lists of such. */
function isHarmless(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isHarmless);
	if (typeof value === 'string') return /^(-?\d+(\.\d+)?|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)?$/.test(value);
	if (typeof value !== 'object' || value === null) return true;
	return Object.keys(partsOf(value, []).strange).length === 0;
}
