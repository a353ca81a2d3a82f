import type { Ids } from './ids.mts';

/** Numbers that look random and depend on the seed and the subject only. */
export class Dice {
	private state: number;

	constructor(ids: Ids, subject: string) {
		this.state = parseInt(ids.opaque(`dice ${subject}`, 8), 16) | 0;
	}

	/** 0 up to, not including, `end` (mulberry32). */
	below(end: number): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * end);
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + this.below(most - least + 1);
	}

	of<T>(choices: readonly T[]): T {
		return choices[this.below(choices.length)];
	}
}
