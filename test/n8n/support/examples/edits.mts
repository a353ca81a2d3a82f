import { type JsonObject, listOf, objectOf } from '../../../../demo/n8n/json.mts';

/** What a user does with one point of the note "What to set". */
export type Edit = (workflow: JsonObject) => JsonObject;

/** The credential of that name is there; nothing in the workflow changes. */
export const credential: Edit = (workflow) => workflow;

/** The user leaves it as it is. */
export const asItIs: Edit = (workflow) => workflow;

/** A field of the node *Settings*. */
export const setting = (field: string, value: string | number | boolean): Edit =>
	inNode('Settings', (parameters) => {
		const all = listOf(objectOf(parameters.assignments).assignments).map(objectOf);
		if (!all.some(({ name }) => name === field)) throw new Error(`Settings has no field "${field}"`);
		const assignments = all.map((one) => (one.name === field ? { ...one, value } : one));
		return { ...parameters, assignments: { assignments } };
	});

/** The parameters of one node. */
export const inNode = (node: string, change: (parameters: JsonObject) => JsonObject): Edit =>
	changed(node, (one) => ({ ...one, parameters: change(objectOf(one.parameters ?? {})) }));

/** Another Bybit credential than the one of the usual name. */
export const withCredential = (node: string, name: string): Edit =>
	changed(node, (one) => ({ ...one, credentials: { bybitP2PApi: { id: null, name } } }));

function changed(node: string, change: (one: JsonObject) => JsonObject): Edit {
	return (workflow) => {
		const nodes = listOf(workflow.nodes).map(objectOf);
		if (!nodes.some(({ name }) => name === node)) throw new Error(`The workflow has no node "${node}"`);
		return { ...workflow, nodes: nodes.map((one) => (one.name === node ? change(one) : one)) };
	};
}

/** A field of the collection Options of one node. */
export const option = (node: string, name: string, value: string | number | boolean): Edit =>
	inNode(node, (parameters) => ({ ...parameters, options: { ...objectOf(parameters.options ?? {}), [name]: value } }));

export const dryRunOff = (node: string): Edit => option(node, 'dryRun', false);

/** Several Poll Times: n8n refuses intervals under a minute, but takes each second of a minute once. */
export const pollEverySeconds = (node: string, seconds: number): Edit =>
	inNode(node, (parameters) => ({
		...parameters,
		pollTimes: {
			item: Array.from({ length: Math.floor(60 / seconds) }, (_, index) => ({
				mode: 'custom',
				cronExpression: `${index * seconds} * * * * *`,
			})),
		},
	}));

export const all =
	(...edits: readonly Edit[]): Edit =>
	(workflow) =>
		edits.reduce((edited, edit) => edit(edited), workflow);
