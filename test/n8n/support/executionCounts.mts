import { textOf } from '../../../demo/n8n/json.mts';
import type { N8nRest } from '../../../demo/n8n/rest.mts';
import { emittedItems } from './merchantWorkflow.mts';

/** What n8n says about its executions: for the report only, nothing is judged by it. */
export type ExecutionCounts = {
	/** By n8n's own word for the end: success, error, crashed. */
	readonly byStatus: Readonly<Record<string, number>>;
	/** Items handed to executions whose data n8n has kept, by event. A crashed execution may have none. */
	readonly itemsByEvent: Readonly<Record<string, number>>;
	/** Items whose eventId came more than once. */
	readonly repeatedEventIds: number;
	/** Why executions failed, most frequent first. */
	readonly reasons: readonly string[];
};

export async function countExecutions(rest: N8nRest, workflowId: string): Promise<ExecutionCounts> {
	const all = await rest.allExecutionsOf(workflowId);
	const read = [];
	for (const { id } of all) read.push(await rest.execution(textOf(id)));
	const items = read.flatMap(({ runData }) => emittedItems(runData)).filter(({ event }) => event !== undefined);
	const ids = items.map(({ eventId }) => String(eventId));
	return {
		byStatus: tally(all.map(({ status }) => String(status))),
		itemsByEvent: tally(items.map(({ event }) => String(event))),
		repeatedEventIds: ids.length - new Set(ids).size,
		reasons: Object.entries(tally(read.flatMap(({ error }) => (error === null ? [] : [withoutIds(error)]))))
			.sort(([, a], [, b]) => b - a)
			.map(([reason, times]) => `${times} x ${reason}`),
	};
}

const withoutIds = (text: string): string => text.replace(/\d{6,}/g, '<id>').slice(0, 200);

function tally(names: readonly string[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}
