/** Turns values into plain JSON that is small, and back; what is not as it was written is refused. */
export interface Codec<T> {
	encode(value: T): unknown;
	/** @throws Unreadable unless it is what `encode` writes. */
	decode(stored: unknown): T;
}

export class Unreadable extends Error {}

export const number: Codec<number> = checked(
	(stored): stored is number => typeof stored === 'number' && Number.isFinite(stored),
);
export const text: Codec<string> = checked((stored): stored is string => typeof stored === 'string');

/** As 0 or 1. */
export const flag: Codec<boolean> = {
	encode: (value) => (value ? 1 : 0),
	decode(stored) {
		if (stored === 0 || stored === 1) return stored === 1;
		throw new Unreadable();
	},
};

export function listOf<T>(part: Codec<T>): Codec<readonly T[]> {
	return {
		encode: (values) => values.map((value) => part.encode(value)),
		decode: (stored) => asList(stored).map((value) => part.decode(value)),
	};
}

export function recordOf<T>(part: Codec<T>): Codec<Readonly<Record<string, T>>> {
	return {
		encode: (values) => mapped(values, (value) => part.encode(value)),
		decode: (stored) => mapped(asRecord(stored), (value) => part.decode(value)),
	};
}

type Required<T> = { readonly [Name in keyof T]: Codec<T[Name]> };
/** The short name under which a field is stored, and its codec. */
type Optional<T> = { readonly [Name in keyof T]-?: readonly [string, Codec<NonNullable<T[Name]>>] };

/**
 * Fields as a list in the order in which they are named here; those that may be absent follow in one object under short names.
 *
 * `rowOf({ about: text, atMs: number }, { refusals: ['r', number] })` writes `["x", 5, {"r": 1}]`.
 */
export function rowOf<Must extends object, May extends object = object>(
	required: Required<Must>,
	optional: Optional<May> = {} as Optional<May>,
): Codec<Must & Partial<May>> {
	const names = Object.entries(required) as Array<[string, Codec<unknown>]>;
	const extras = Object.entries(optional) as Array<[string, readonly [string, Codec<unknown>]]>;
	return {
		encode(value) {
			const fields = value as Readonly<Record<string, unknown>>;
			const present = extras.filter(([name]) => fields[name] !== undefined);
			const rest = Object.fromEntries(present.map(([name, [short, part]]) => [short, part.encode(fields[name])]));
			return [...names.map(([name, part]) => part.encode(fields[name])), ...(present.length === 0 ? [] : [rest])];
		},
		decode(stored) {
			const list = asList(stored);
			const rest = asRecord(list[names.length] ?? {});
			const present = extras.filter(([, [short]]) => rest[short] !== undefined);
			return Object.fromEntries([
				...names.map(([name, part], place) => [name, part.decode(list[place])]),
				...present.map(([name, [short, part]]) => [name, part.decode(rest[short])]),
			]) as Must & Partial<May>;
		},
	};
}

/** Fields under their own names; those of `optional` may be absent. */
export function objectOf<Must extends object, May extends object = object>(
	required: Required<Must>,
	optional: { readonly [Name in keyof May]-?: Codec<NonNullable<May[Name]>> } = {} as never,
): Codec<Must & Partial<May>> {
	const musts = Object.entries(required) as Array<[string, Codec<unknown>]>;
	const mays = Object.entries(optional) as Array<[string, Codec<unknown>]>;
	const convert = (fields: Readonly<Record<string, unknown>>, direction: 'encode' | 'decode') =>
		Object.fromEntries(
			[...musts, ...mays.filter(([name]) => fields[name] !== undefined)].map(([name, part]) => [
				name,
				part[direction](fields[name]),
			]),
		);
	return {
		encode: (value) => convert(value as Readonly<Record<string, unknown>>, 'encode'),
		decode: (stored) => convert(asRecord(stored), 'decode') as Must & Partial<May>,
	};
}

function checked<T>(isRight: (stored: unknown) => stored is T): Codec<T> {
	return {
		encode: (value) => value,
		decode(stored) {
			if (isRight(stored)) return stored;
			throw new Unreadable();
		},
	};
}

function mapped<T, R>(values: Readonly<Record<string, T>>, convert: (value: T) => R): Record<string, R> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(value)]));
}

function asList(stored: unknown): readonly unknown[] {
	if (Array.isArray(stored)) return stored;
	throw new Unreadable();
}

function asRecord(stored: unknown): Readonly<Record<string, unknown>> {
	if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return stored as Record<string, unknown>;
	throw new Unreadable();
}
