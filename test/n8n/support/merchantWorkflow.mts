import { type JsonObject, listOf, objectOf } from '../../../demo/n8n/json.mts';
import { CREDENTIAL_NAME } from '../../../demo/workflow.mts';

export const TRIGGER = 'Bybit';

/** Long enough that a message is never sent twice in a test, however far its clock is moved. */
const ONCE = { skipIfSentWithinMinutes: 1440 } as const;

/** What the workflow writes into the chat of an order; the order stands in it, since a chat belongs to a person. */
export const TEXTS = {
	greeting: (orderId: string) => `Hello! Your order ${orderId} is here, please pay in your own name.`,
	answer: (orderId: string) => `Thank you for your message about order ${orderId}.`,
	thanks: (orderId: string) => `Your coins of order ${orderId} are released. See you again!`,
} as const;

export type MerchantWorkflowOptions = {
	readonly events: readonly string[];
	readonly options?: JsonObject;
	/** n8n polls once a minute at each of these seconds. */
	readonly pollSeconds: readonly number[];
};

/**
 * Greets, answers, releases and thanks, with operations that are harmless to repeat only, so that it may run twice for one order.
 * It holds contract names and nothing else.
 */
export function merchantWorkflow(options: MerchantWorkflowOptions): JsonObject {
	const nodes = [
		trigger(options),
		isTrue('Message?', "={{ $json.event.startsWith('message') }}", 1),
		send('Answer', TEXTS.answer(ORDER_ID), { column: 2, options: ONCE }),
		send('Greet', TEXTS.greeting(ORDER_ID), { column: 2, options: ONCE }),
		isTrue('Paid?', `={{ $('${TRIGGER}').item.json.order.status === 'waitingForRelease' }}`, 3),
		release(4),
		send('Thank', TEXTS.thanks(ORDER_ID), { column: 5, options: ONCE }),
	];
	return {
		name: 'Greet, answer, release, thank',
		nodes,
		connections: {
			[TRIGGER]: to('Message?'),
			'Message?': { main: [[link('Answer')], [link('Greet')]] },
			Greet: to('Paid?'),
			'Paid?': { main: [[link('Release')], []] },
			Release: to('Thank'),
		},
		settings: { executionOrder: 'v1' },
	};
}

/** n8n refuses intervals under a minute, but takes several times, each once a minute at its own second. */
export const everySeconds = (seconds: number): readonly number[] =>
	Array.from({ length: Math.floor(60 / seconds) }, (_, index) => index * seconds);

const ORDER_ID = `{{ $('${TRIGGER}').item.json.order.orderId }}`;

export const link = (node: string): JsonObject => ({ node, type: 'main', index: 0 });
const to = (node: string): JsonObject => ({ main: [[link(node)]] });

const credentials = { bybitP2PApi: { id: null, name: CREDENTIAL_NAME } };

export function trigger({ events, options = {}, pollSeconds }: MerchantWorkflowOptions): JsonObject {
	return {
		id: 'b1f00000-0000-4000-8000-000000000000',
		name: TRIGGER,
		type: 'n8n-nodes-bybit-p2p.bybitP2PTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			pollTimes: {
				item: pollSeconds.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })),
			},
			events: [...events],
			filters: { side: 'sell', messageFrom: ['counterparty'] },
			options,
		},
		credentials,
	};
}

function bybit(name: string, column: number, parameters: JsonObject): JsonObject {
	return {
		id: `b1f00000-0000-4000-8000-0000000000${name.length}${column}`,
		name,
		type: 'n8n-nodes-bybit-p2p.bybitP2P',
		typeVersion: 1,
		position: [column * 200, 0],
		parameters: { ...parameters, orderId: { __rl: true, mode: 'id', value: `=${ORDER_ID}` } },
		credentials,
	};
}

export const send = (
	name: string,
	text: string,
	{ column, options }: { column: number; options: JsonObject },
): JsonObject =>
	bybit(name, column, {
		resource: 'chat',
		operation: 'sendMessage',
		messageType: 'text',
		text: `=${text}`,
		options,
	});

const release = (column: number): JsonObject =>
	bybit('Release', column, {
		resource: 'order',
		operation: 'release',
		safetyChecks: {
			expectedFiatAmount: `={{ $('${TRIGGER}').item.json.order.fiatAmount }}`,
			expectedFiat: `={{ $('${TRIGGER}').item.json.order.fiat }}`,
		},
	});

function isTrue(name: string, leftValue: string, column: number): JsonObject {
	return {
		id: `b1f00000-0000-4000-8000-0000000001${name.length}${column}`,
		name,
		type: 'n8n-nodes-base.if',
		typeVersion: 2.2,
		position: [column * 200, 0],
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{
						id: `b1f00000-0000-4000-8000-0000000002${name.length}${column}`,
						leftValue,
						rightValue: '',
						operator: { type: 'boolean', operation: 'true', singleValue: true },
					},
				],
				combinator: 'and',
			},
			options: {},
		},
	};
}

/** The items that the trigger handed to an execution. */
export function emittedItems(runData: JsonObject): readonly JsonObject[] {
	const run = objectOf(listOf(runData[TRIGGER])[0] ?? {});
	const [output] = listOf(objectOf(run.data ?? {}).main);
	return listOf(output).map((item) => objectOf(objectOf(item).json));
}
