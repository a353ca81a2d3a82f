import { type Json, type JsonObject, listOf, objectOf, textOf } from '../../demo/n8n/json.mts';

const ACTION = 'n8n-nodes-bybit-p2p.bybitP2P';
const TRIGGER = 'n8n-nodes-bybit-p2p.bybitP2PTrigger';
const CREDENTIAL = { bybitP2PApi: { id: null, name: 'Bybit P2P API' } };

/** A node to open in the editor; its name says what it shows. */
export type Subject = { readonly name: string; readonly node: JsonObject };

const byId = (value: string): JsonObject => ({ __rl: true, mode: 'id', value });

const subject = (name: string, type: string, parameters: JsonObject): Subject => ({
	name,
	node: { name, type, typeVersion: 1, parameters, credentials: CREDENTIAL },
});

/** The panels of the README, filled in as a merchant would. */
export const README_PANELS: Readonly<Record<string, Subject>> = {
	'panel-release': subject('Release the Coins', ACTION, {
		resource: 'order',
		operation: 'release',
		orderId: byId('={{ $json.orderId }}'),
		safetyChecks: {
			expectedFiatAmount: '={{ $json.amount }}',
			expectedFiat: 'EUR',
			expectedPayerName: '={{ $json.payerName }}',
			maxFiatAmount: '500',
			minMinutesSincePaid: 2,
		},
		options: { dryRun: true },
	}),
	'panel-send-message': subject('Greet the Buyer', ACTION, {
		resource: 'chat',
		operation: 'sendMessage',
		orderId: byId('={{ $json.order.orderId }}'),
		messageType: 'text',
		text: '=Hello {{ $json.order.counterpartyNickname }}, please pay {{ $json.order.fiatAmount }} {{ $json.order.fiat }}.',
		options: { skipIfSentWithinMinutes: 10 },
	}),
	'panel-reprice': subject('Reprice the Ad', ACTION, {
		resource: 'ad',
		operation: 'reprice',
		adId: byId('1899000000000000001'),
		strategy: 'rank',
		rank: 2,
		step: '0.001',
		bounds: { minPrice: '0.915', maxPrice: '0.96', maxChangePercent: 2 },
		competitors: { onlineOnly: true, minRecentOrders: 20, minCompletionRate: 95 },
		options: { dryRun: true },
	}),
	'panel-trigger': subject('New Orders and Messages', TRIGGER, {
		pollTimes: {
			item: [
				{ mode: 'custom', cronExpression: '0 * * * * *' },
				{ mode: 'custom', cronExpression: '30 * * * * *' },
			],
		},
		events: ['orderCreated', 'orderPaid', 'messageReceived'],
		filters: { side: 'sell', fiats: 'EUR', minFiatAmount: '20' },
		options: { includeOrderDetails: true },
	}),
};

/** One node for each operation, and one for each event, with every field shown that there is. */
export function everySubject(types: readonly JsonObject[]): readonly Subject[] {
	const action = propertiesOf(types, ACTION);
	const trigger = propertiesOf(types, TRIGGER);
	const resources = optionValues(action.find(({ name }) => name === 'resource'));
	const operations = resources.flatMap((resource) =>
		optionValues(
			action.find(({ name, displayOptions }) => name === 'operation' && isShown(displayOptions, { resource })),
		).map((operation) => ({ resource, operation })),
	);
	const events = optionValues(trigger.find(({ name }) => name === 'events'));
	return [
		...operations.map((chosen) =>
			subject(`${chosen.resource} ${chosen.operation}`, ACTION, { ...collectionsOf(action, chosen), ...chosen }),
		),
		...events.map((event) => subject(`trigger ${event}`, TRIGGER, { ...collectionsOf(trigger, {}), events: [event] })),
	];
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
