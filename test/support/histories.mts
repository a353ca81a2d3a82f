/** Plays random histories and gathers the promises that were broken, with the seeds that show them again. */
import './historiesClock.mts';

import { playedHistory } from './randomHistory.mts';
import type { HistoryOptions } from './randomHistoryOptions.mts';

export interface HistoryKind extends HistoryOptions {
	readonly name: string;
	readonly histories: number;
}

const FIRST_SEED = 20_261_001;
/** A slow machine is not a broken promise. */
const PATIENCE_MS = 600_000;
/** So many broken ones are enough to look at. */
const SHOWN = 5;

/** A test for each kind of history; seeds are fixed, so a run is the same every time. */
export function histories(kinds: readonly HistoryKind[]): void {
	describe.each(kinds)('random histories $name', ({ name, ...kind }) => {
		it(
			'keep every promise of the trigger',
			async () => {
				const { broken, sums } = await playedKind({ ...kind, firstSeed: FIRST_SEED });
				console.info(`Histories ${name}: ${JSON.stringify(sums)}, seeds from ${FIRST_SEED}`);

				expect(broken).toEqual([]);
			},
			PATIENCE_MS,
		);
	});
}

/** Histories of one kind, one after the other, until a few are broken. */
export async function playedKind({
	histories: count,
	firstSeed,
	...options
}: HistoryOptions & { readonly histories: number; readonly firstSeed: number }) {
	const broken: string[] = [];
	const sums = { histories: 0, polls: 0, failedPolls: 0, events: 0 };
	for (let seed = firstSeed; seed < firstSeed + count && broken.length < SHOWN; seed += 1) {
		const played = await playedHistory(seed, options);
		sums.histories += 1;
		sums.polls += played.polls;
		sums.failedPolls += played.failed;
		sums.events += played.emitted;
		broken.push(...played.breaches.slice(0, 2).map((breach) => `seed ${seed}: ${breach}`));
	}
	return { broken, sums };
}

/** Every kind there is, for a run that chooses among them. */
export const KINDS = {
	calm: { name: 'undisturbed' },
	busy: { name: 'with an exchange that goes on while it is read', busy: true },
	leaps: { name: 'with days in between', leaps: true, busy: true, faults: true },
	faults: { name: 'with calls that fail', faults: true },
	details: {
		name: 'with details, separate executions and calls that fail',
		details: true,
		separate: true,
		faults: true,
		restarts: true,
	},
	restarts: { name: 'with an n8n that is killed', restarts: true, faults: true },
	rollbacks: { name: 'with an n8n that goes back to an earlier state', rollbacks: true, restarts: true },
	publishing: {
		name: 'with a workflow that is unpublished and published, and keys that change',
		publishing: true,
		keys: true,
		restarts: true,
	},
	stale: { name: 'with lists that lag', stale: true },
	oddDates: { name: 'with dates in whole seconds or far off', oddDates: true, busy: true },
	filters: { name: 'with events and filters that change', changingFilters: true, faults: true },
	all: {
		name: 'with all of it, and my own messages asked for',
		restarts: true,
		rollbacks: true,
		publishing: true,
		keys: true,
		faults: true,
		stale: true,
		oddDates: true,
		busy: true,
		asksForMine: true,
	},
} as const satisfies Readonly<Record<string, Omit<HistoryKind, 'histories'>>>;
