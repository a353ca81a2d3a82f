import { type Json, type JsonObject, listOf, objectOf, textOf } from '../../demo/n8n/json.mts';

export const ACTION = 'n8n-nodes-bybit-p2p.bybitP2P';
/** The action node under an AI agent; n8n makes it of the other. */
export const TOOL = 'n8n-nodes-bybit-p2p.bybitP2PTool';
export const TRIGGER = 'n8n-nodes-bybit-p2p.bybitP2PTrigger';
const CREDENTIAL = { bybitP2PApi: { id: null, name: 'Bybit P2P API' } };

/** A node to open in the editor; its name says what it shows. */
export type Subject = { readonly name: string; readonly node: JsonObject };

export const subject = (name: string, type: string, parameters: JsonObject): Subject => ({
	name,
	node: { name, type, typeVersion: 1, parameters, credentials: CREDENTIAL },
});

/** One node for each operation, alone and as a tool, and one for each event, with every field shown that there is. */
export function everySubject(types: readonly JsonObject[]): readonly Subject[] {
	const trigger = propertiesOf(types, TRIGGER);
	const events = optionValues(trigger.find(({ name }) => name === 'events'));
	return [
		...everyOperation(types, ACTION, ''),
		...everyOperation(types, TOOL, 'tool '),
		...events.map((event) => subject(`trigger ${event}`, TRIGGER, { ...collectionsOf(trigger, {}), events: [event] })),
	];
}

function everyOperation(types: readonly JsonObject[], type: string, prefix: string): readonly Subject[] {
	const action = propertiesOf(types, type);
	const resources = optionValues(action.find(({ name }) => name === 'resource'));
	const operations = resources.flatMap((resource) =>
		optionValues(
			action.find(({ name, displayOptions }) => name === 'operation' && isShown(displayOptions, { resource })),
		).map((operation) => ({ resource, operation })),
	);
	return operations.map((chosen) =>
		subject(`${prefix}${chosen.resource} ${chosen.operation}`, type, { ...collectionsOf(action, chosen), ...chosen }),
	);
}

/** A workflow in which each subject has a place of its own. */
export function workflowOf(name: string, subjects: readonly Subject[]): JsonObject {
	const nodes = subjects.map(({ node }, index) => ({
		...node,
		id: `subject-${index}`,
		position: [(index % 6) * 240, Math.floor(index / 6) * 200],
	}));
	return { name, nodes, connections: {}, settings: { executionOrder: 'v1' } };
}

function propertiesOf(types: readonly JsonObject[], name: string): readonly JsonObject[] {
	const found = types.find((type) => type.name === name);
	if (found === undefined) throw new Error(`n8n did not load ${name}`);
	return listOf(found.properties).map(objectOf);
}

const optionValues = (property: JsonObject | undefined): readonly string[] =>
	listOf(property?.options).map((option) => textOf(objectOf(option).value));

function isShown(displayOptions: Json, chosen: Readonly<Record<string, string>>): boolean {
	const show = objectOf(objectOf(displayOptions ?? {}).show ?? {});
	return Object.entries(show).every(
		([name, values]) => chosen[name] === undefined || listOf(values).includes(chosen[name]),
	);
}

/** The collections that are shown for this choice, with each of their fields at its default. */
function collectionsOf(properties: readonly JsonObject[], chosen: Readonly<Record<string, string>>): JsonObject {
	const shown = properties.filter(
		({ type, displayOptions }) => type === 'collection' && isShown(displayOptions, chosen),
	);
	const filled = shown.map(({ name, options }) => {
		const fields = listOf(options).map(objectOf);
		return [textOf(name), Object.fromEntries(fields.map((field) => [textOf(field.name), field.default]))];
	});
	return Object.fromEntries(filled) as JsonObject;
}
