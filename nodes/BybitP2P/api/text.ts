/** Readers of what the exchange sends as text, number or nothing. */

/** Text without the blanks that names and ids come with; empty for what is missing. */
export function textOf(value: unknown): string {
	return value === null || value === undefined ? '' : String(value).trim();
}

/** An ID as the exchange gives it; empty for a number that may have lost its last digits, with which two people would be one. */
export function idOf(value: unknown): string {
	return typeof value === 'string' || Number.isSafeInteger(value) ? String(value).trim() : '';
}

/** ISO 8601 UTC from milliseconds as text; empty when it is no time. */
export function isoTime(ms: unknown): string {
	const number = Number(textOf(ms) || Number.NaN);
	return Number.isFinite(number) && Math.abs(number) <= 8.64e15 ? new Date(number).toISOString() : '';
}

/** A whole number from 0; 0 for what is none. */
export function countOf(value: unknown): number {
	const number = Number(value ?? 0);
	return Number.isFinite(number) ? Math.max(0, Math.floor(number)) : 0;
}
