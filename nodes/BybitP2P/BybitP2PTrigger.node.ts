import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { triggerBuilderHint } from './n8n/builderHints';
import { triggerHints } from './n8n/hints';
import { poll } from './trigger/poll';
import { triggerProperties } from './trigger/fields';

export class BybitP2PTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bybit P2P Trigger',
		name: 'bybitP2PTrigger',
		icon: { light: 'file:bybitP2P.svg', dark: 'file:bybitP2P.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens to an order or in a chat on Bybit P2P',
		defaults: { name: 'Bybit P2P Trigger' },
		polling: true,
		hints: triggerHints,
		builderHint: triggerBuilderHint,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bybitP2PApi', required: true }],
		properties: triggerProperties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
