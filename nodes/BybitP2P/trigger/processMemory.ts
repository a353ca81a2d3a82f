import type { ReportedError } from './errorThrottle';
import type { TriggerState } from './state';

/**
 * What this process knows of one trigger beside what n8n stores.
 *
 * n8n keeps the state of a poll without events in memory only, and its newer scheduler not at all. So the last state stays here, with
 * the stored form that it goes on from: as long as n8n hands over that form, or the last one itself, nothing was emitted elsewhere in
 * between. Anything else was rolled back, or written by another process, and is believed.
 */
export interface ProcessMemory {
	/** Two polls of one node never run at once. */
	isRunning: boolean;
	reported?: ReportedError;
	last?: LastPoll;
	/** When the last poll began, this machine's clock in ms. */
	lastBeganMs?: number;
	/** The log was warned that events cannot be separate executions here. */
	isTogetherLogged?: true;
	/** A start that has not succeeded yet. */
	pendingStart?: PendingStart;
}

export interface LastPoll {
	/** What n8n may have stored while nothing was emitted since, as comparable text. */
	readonly bases: readonly string[];
	readonly latest: string;
	readonly state: TriggerState;
}

/** A start that is under way: what came since is emitted as soon as it succeeds, what was there before is not. */
export interface PendingStart {
	/** This machine's clock, ms; only differences count. */
	readonly sinceMs: number;
}

const memories = new Map<string, ProcessMemory>();

/** The memory of a node of a workflow; the same one for the life of the process. */
export function processMemoryOf(workflowId: string, nodeId: string): ProcessMemory {
	const name = `${workflowId} ${nodeId}`;
	const known = memories.get(name) ?? { isRunning: false };
	memories.set(name, known);
	return known;
}

/** The newer state of this process, if what n8n hands over is what that state goes on from. */
export function newerState({ last }: ProcessMemory, handedOver: string): TriggerState | undefined {
	return last !== undefined && [...last.bases, last.latest].includes(handedOver) ? last.state : undefined;
}

/**
 * What is remembered after a poll that went well.
 *
 * @param handedOver - what n8n had stored before it.
 * @param hasEmitted - n8n stores the new state together with the events.
 */
export function afterPoll(
	{ last }: ProcessMemory,
	handedOver: string,
	next: { readonly state: TriggerState; readonly encoded: object },
	hasEmitted: boolean,
): LastPoll {
	const latest = comparable(next.encoded);
	return { bases: hasEmitted ? [latest] : basesAfter(last, handedOver), latest, state: next.state };
}

/** n8n may hand over the last state once and forget it later, so the form that is certainly stored is kept beside it. */
function basesAfter(last: LastPoll | undefined, handedOver: string): readonly string[] {
	if (last?.bases.includes(handedOver) === true) return last.bases;
	return last?.latest === handedOver ? [last.bases[0], handedOver] : [handedOver];
}

/** Plain JSON as text that is the same whatever the order of its fields: databases may change that. */
export function comparable(stored: unknown): string {
	return JSON.stringify(sorted(stored));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
