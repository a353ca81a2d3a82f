import type { EmittedMemory } from '../state';

/** One more emission of what lasts. */
export type Repeated = EmittedMemory;

/**
 * The next emission of something that lasts, if it is due: so long after it began, and again so long after it was last emitted.
 *
 * @param known - the last emission of this event, about this or something earlier.
 * @param about - what lasts: an entry into a status, a message.
 * @returns undefined when it is not due.
 */
export function repeated(
	known: EmittedMemory | undefined,
	about: string,
	sinceMs: number,
	nowMs: number,
	repeatMs: number,
): Repeated | undefined {
	const last = known?.about === about ? known : undefined;
	if (nowMs < Math.max(sinceMs, last?.atMs ?? 0) + repeatMs) return undefined;
	return { about, repeats: (last?.repeats ?? 0) + 1, atMs: nowMs };
}
