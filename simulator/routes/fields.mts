import { codes } from '../http/codes.mts';
import { badParameter, Refused } from '../http/refused.mts';

/** Reads a request's fields with the exchange's strictness: text is text, a number is a number, absent is absent. */
export class Fields {
	constructor(
		private readonly values: Readonly<Record<string, unknown>>,
		private readonly raw = '',
	) {}

	has(name: string): boolean {
		return this.values[name] !== undefined;
	}

	names(): string[] {
		return Object.keys(this.values);
	}

	/** Required text; empty only where `allowEmpty`. */
	text(
		name: string,
		{ allowEmpty = false, maxLength = Infinity }: { allowEmpty?: boolean; maxLength?: number } = {},
	): string {
		const value = this.values[name];
		if (typeof value !== 'string') throw badParameter(name, value === undefined ? 'is missing' : 'must be text');
		if (value === '' && !allowEmpty) throw badParameter(name, 'is empty');
		if (value.length > maxLength) throw badParameter(name, `is longer than ${maxLength} characters`);
		return value;
	}

	optionalText(name: string): string | undefined {
		return this.has(name) ? this.text(name, { allowEmpty: true }) : undefined;
	}

	/** Required text out of a fixed list. */
	choice<T extends string>(name: string, allowed: readonly T[]): T {
		const value = this.text(name);
		const found = allowed.find((candidate) => candidate === value);
		if (found === undefined) throw badParameter(name, `must be one of ${allowed.join(', ')}`);
		return found;
	}

	int(name: string, { min, max, tooBig = codes.badParameter }: { min: number; max: number; tooBig?: number }): number {
		const value = this.values[name];
		if (typeof value !== 'number' || !Number.isInteger(value))
			throw badParameter(name, value === undefined ? 'is missing' : 'must be an integer');
		if (value > max) throw new Refused(tooBig, `${name} must not be greater than ${max}`);
		if (value < min) throw badParameter(name, `must not be less than ${min}`);
		return value;
	}

	optionalInt(name: string, bounds: { min: number; max: number }): number | undefined {
		return this.has(name) ? this.int(name, bounds) : undefined;
	}

	/** A page number or size that travels as text. */
	intText(name: string, { fallback, max }: { fallback: number; max: number }): number {
		if (!this.has(name)) return fallback;
		const text = this.text(name);
		if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
			throw badParameter(name, 'must be a whole number above 0, as text');
		if (Number(text) > max) throw badParameter(name, `must not be greater than ${max}`);
		return Number(text);
	}

	/**
	 * An integer of any width, read from the request's own characters: a cursor of 19 digits must not go through a float
	 * here, whatever the caller did with it before.
	 */
	cursor(name: string): bigint {
		const value = this.int(name, { min: 0, max: Infinity });
		const exact = new RegExp(`"${name}"\\s*:\\s*(\\d+)\\s*[,}]`).exec(this.raw);
		return exact === null ? BigInt(value) : BigInt(exact[1]);
	}

	object(name: string): Record<string, unknown> {
		const value = this.values[name];
		if (typeof value !== 'object' || value === null || Array.isArray(value))
			throw badParameter(name, value === undefined ? 'is missing' : 'must be an object');
		return value as Record<string, unknown>;
	}

	texts(name: string): string[] {
		const value = this.values[name];
		if (!Array.isArray(value) || !value.every((entry): entry is string => typeof entry === 'string')) {
			throw badParameter(name, value === undefined ? 'is missing' : 'must be a list of text');
		}
		return value;
	}
}
