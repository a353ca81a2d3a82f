/**
 * When the workflow was published last, kept apart from the state.
 *
 * With durable cursors n8n polls at publishing, but stores nothing of that poll. So a later poll, in another process or after a restart,
 * finds no state, or the one of before the workflow was unpublished. The workflow's own static data is stored at publishing in every
 * case: this mark in it says from when on things are new.
 */

import { isRecord } from '../n8n/parameters';

const NAME = 'bybitP2PTrigger';

/** @returns the exchange time from which on orders are new, ms; undefined when nothing is marked. */
export function markedStart(workflowData: unknown, nodeId: string): number | undefined {
	const marks = isRecord(workflowData) ? workflowData[NAME] : undefined;
	const mark = isRecord(marks) ? marks[nodeId] : undefined;
	return typeof mark === 'number' && Number.isFinite(mark) ? mark : undefined;
}

export function markStart(workflowData: Record<string, unknown>, nodeId: string, sinceMs: number): void {
	const marks = isRecord(workflowData[NAME]) ? workflowData[NAME] : {};
	workflowData[NAME] = { ...marks, [nodeId]: sinceMs };
}
