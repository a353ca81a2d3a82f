import { type Json, type JsonObject, listOf, objectOf } from '../../demo/n8n/json.mts';

/** What the green notes ask for, by the name of the parameter. */
const VALUES: Readonly<Record<string, Json>> = {
	chatId: '123456789',
	adId: { __rl: true, mode: 'id', value: '1899000000000000001' },
};

/** The workflow as somebody has it who has followed its green note: without n8n's warnings of what is still to be set. */
export function filledIn(workflow: JsonObject): JsonObject {
	const nodes = listOf(workflow.nodes)
		.map(objectOf)
		.map((node) => {
			const parameters = objectOf(node.parameters);
			const missing = Object.entries(VALUES).filter(([name]) => name in parameters && isEmpty(parameters[name]));
			return { ...node, parameters: { ...parameters, ...Object.fromEntries(missing) } };
		});
	return { ...workflow, nodes };
}

const isEmpty = (value: Json | undefined): boolean =>
	value === '' || (typeof value === 'object' && value !== null && 'value' in value && value.value === '');
