import { readFileSync } from 'node:fs';
import { objectOf } from '../../../demo/n8n/json.mts';

/** What n8n wrote into its log when a poll had failed; only with durable cursors does it back off. */
export type Backoff = { readonly cause: string; readonly type: string; readonly delayMs: number };

/** The failed polls of a log in JSON, oldest first. */
export const backoffsIn = (log: string): readonly Backoff[] =>
	readFileSync(log, 'utf8')
		.split('\n')
		.filter((line) => line.includes('Poll failed; backing off'))
		.map((line) => objectOf(objectOf(JSON.parse(line)).metadata))
		.map(({ cause, type, delayMs }) => ({ cause: String(cause), type: String(type), delayMs: Number(delayMs) }));
