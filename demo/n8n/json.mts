export type Json = string | number | boolean | null | undefined | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function objectOf(value: unknown): JsonObject {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
	throw new Error(`An object was expected, not ${JSON.stringify(value)?.slice(0, 200)}`);
}

export function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	throw new Error(`A text was expected, not ${JSON.stringify(value)?.slice(0, 200)}`);
}

export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** n8n stores executions "flatted": one list, in which every text inside an object or a list is a place in that list. */
export function unflatted(text: string): Json {
	const flat = JSON.parse(text) as Json[];
	const known = new Map<number, Json>();
	const at = (place: number): Json => {
		const value = flat[place];
		if (typeof value !== 'object' || value === null) return value;
		if (known.has(place)) return known.get(place);
		const whole: Json[] | JsonObject = Array.isArray(value) ? [] : {};
		known.set(place, whole);
		for (const [key, part] of Object.entries(value)) {
			(whole as JsonObject)[key] = typeof part === 'string' ? at(Number(part)) : part;
		}
		return whole;
	};
	return at(0);
}
