import type { JsonObject } from '../../../demo/n8n/json.mts';
import type { Exchange } from '../../../simulator/exchange.mts';
import { TRIGGER, type MerchantWorkflowOptions, link, send, trigger } from './merchantWorkflow.mts';

/** Writes each item of the trigger into the chat of its order, as often as it comes: so the exchange counts what was emitted. */
export const echoWorkflow = (options: MerchantWorkflowOptions): JsonObject => ({
	name: 'Echo',
	nodes: [trigger(options), send('Echo', `${MARK}{{ $('${TRIGGER}').item.json.event }}`, { column: 1, options: {} })],
	connections: { [TRIGGER]: { main: [[link('Echo')]] } },
	settings: { executionOrder: 'v1' },
});

const MARK = 'emitted: ';

/** The events of an order that reached the workflow, in the order of the chat. */
export const emittedFor = (exchange: Exchange, orderId: string): readonly string[] =>
	exchange
		.messagesOf(orderId)
		.filter(({ from, content }) => from === 'merchant' && content.startsWith(MARK))
		.map(({ content }) => content.slice(MARK.length));
