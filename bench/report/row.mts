import { ratio, shown } from './statistics.mts';

/** One thing that was measured. */
export interface Row {
	/** "100 x get, replies after 300 ms". */
	readonly what: string;
	/** The median. */
	readonly ours: number;
	/** "calls", "s", "ms", "kB". */
	readonly unit: string;
	/** Measured or counted in the same run, in the same unit. */
	readonly against?: ReadonlyArray<{ readonly name: string; readonly value: number }>;
	readonly goal?: Goal;
	/** Anything that the figures do not say: memory, refusals. */
	readonly note?: string;
}

export interface Goal {
	/** "1.1 of the floor". */
	readonly text: string;
	/** The most that `ours` may be. */
	readonly atMost: number;
	/** What was tried, shown when the goal is missed. */
	readonly tried?: string;
}

/** "met by 12 %", "missed by 3 %"; undefined without a goal. */
export function verdict({ ours, goal }: Row): string | undefined {
	if (goal === undefined) return undefined;
	if (goal.atMost === 0) return ours <= 0 ? 'met' : `missed by ${shown(ours)}`;
	const share = Math.abs(ours - goal.atMost) / goal.atMost;
	return `${isMet(goal, ours) ? 'met' : 'missed'} by ${shown(100 * share)} %`;
}

export function isMet({ atMost }: Goal, ours: number): boolean {
	return ours <= atMost;
}

/** "floor 9.3 (1.04)": the other figure, and ours as a ratio of it. */
export function comparisons({ ours, against = [] }: Row): string {
	return against
		.map(({ name, value }) => (value === 0 ? `${name} 0` : `${name} ${shown(value)} (${shown(ratio(ours, value))})`))
		.join(', ');
}
