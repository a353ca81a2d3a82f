import { createHmac } from 'node:crypto';

const epochMs = 1288834974657;
const idsPerMs = 4000;

/** Order of two ids, however wide, without a float. */
export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Makes the exchange's ids: time in the high bits, a counter in the low ones, 19 digits in this century.
 * Two ids of one millisecond differ by 1024, so most of them do not survive a trip through a float.
 */
export class Ids {
	private readonly used = new Map<number, number>();
	private readonly low: bigint;

	constructor(private readonly seed: number) {
		this.low = BigInt(parseInt(this.opaque('low', 4), 16) % 1024) | 1n;
	}

	/** A unique id; ids of later moments are greater. */
	next(atMs: number): string {
		let ms = Math.max(Math.trunc(atMs), epochMs + 1);
		while ((this.used.get(ms) ?? 0) >= idsPerMs) ms += 1;
		const count = this.used.get(ms) ?? 0;
		this.used.set(ms, count + 1);
		return ((BigInt(ms - epochMs) << 22n) + BigInt(count) * 1024n + this.low).toString();
	}

	/** Hex text that depends on the seed and on `subject` only. */
	opaque(subject: string, digits: number): string {
		return createHmac('sha256', `simulator ${this.seed}`).update(subject).digest('hex').slice(0, digits);
	}
}
