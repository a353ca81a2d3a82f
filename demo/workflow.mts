import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tools/install/layout.mjs';
import { type JsonObject, listOf, objectOf } from './n8n/json.mts';

/** The name under which the examples look for their credential. */
export const CREDENTIAL_NAME = 'Bybit P2P API';
export const CREDENTIAL_TYPE = 'bybitP2PApi';

export const POLL_EVERY_SECONDS = 5;

/** An example as users import it: `examples/<name>.json`. */
export const exampleWorkflow = (name: string): JsonObject =>
	objectOf(JSON.parse(readFileSync(join(ROOT, 'examples', `${name}.json`), 'utf8')));

/** The example with Dry Run off and the exchange asked every five seconds: a rehearsal has simulated money and little time. */
export function rehearsal(workflow: JsonObject): JsonObject {
	const nodes = listOf(workflow.nodes)
		.map(objectOf)
		.map((node) => {
			const parameters = objectOf(node.parameters);
			if (node.type === 'n8n-nodes-bybit-p2p.bybitP2PTrigger')
				return { ...node, parameters: { ...parameters, pollTimes: everyFewSeconds() } };
			if (parameters.operation === 'release')
				return { ...node, parameters: { ...parameters, options: { ...objectOf(parameters.options), dryRun: false } } };
			return node;
		});
	return { ...workflow, nodes };
}

/** n8n refuses intervals under a minute, but takes several times, each once a minute at its own second. */
function everyFewSeconds(): JsonObject {
	const seconds = Array.from({ length: 60 / POLL_EVERY_SECONDS }, (_, index) => index * POLL_EVERY_SECONDS);
	return { item: seconds.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })) };
}
