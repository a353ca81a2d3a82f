/** Numbers that look random and are the same in every run. */
export class Chance {
	constructor(private seed: number) {}

	/** 0 up to, not including, `end`. */
	below(end: number): number {
		// mulberry32
		this.seed = (this.seed + 0x6d2b79f5) | 0;
		let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * end);
	}

	is(percent: number): boolean {
		return this.below(1000) < percent * 10;
	}

	of<T>(choices: readonly T[]): T {
		return choices[this.below(choices.length)];
	}
}
