import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { assertAllowedForAgent, executeForAgent, isUsedByAgent } from './n8n/agentGuard';
import { InputError } from './api/errors';
import { actionBuilderHint } from './n8n/builderHints';
import { openClient } from './n8n/client';
import { toNodeError } from './n8n/errors';
import { showHints } from './n8n/hints';
import { filesOf, paramsOf } from './n8n/itemContext';
import {
	getPaymentMethods,
	getPaymentTypes,
	searchCoins,
	searchFiats,
	searchOwnAds,
	searchPendingOrders,
} from './n8n/listSearch';
import { assertTakesAll, operationOf, resourceProperties } from './action';

export class BybitP2P implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bybit P2P',
		name: 'bybitP2P',
		icon: { light: 'file:bybitP2P.svg', dark: 'file:bybitP2P.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with orders, chats, ads and payments on Bybit P2P',
		defaults: { name: 'Bybit P2P' },
		usableAsTool: true,
		builderHint: actionBuilderHint,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'bybitP2PApi', required: true }],
		properties: resourceProperties(),
	};

	methods = {
		listSearch: { searchCoins, searchFiats, searchOwnAds, searchPendingOrders },
		loadOptions: { getPaymentMethods, getPaymentTypes },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		// As the author saved it: a value that an expression gives could be an AI agent's own.
		const saved = this.getNode().parameters;
		const isAgent = isUsedByAgent(this);
		const outputs: INodeExecutionData[] = [];
		const hints = new Set<string | undefined>();

		for (let index = 0; index < items.length; index += 1) {
			try {
				const resource = this.getNodeParameter('resource', index);
				const operation = operationOf(resource, this.getNodeParameter('operation', index));
				if (operation === undefined) throw unknownOperation(resource);
				if (isAgent) assertAllowedForAgent(operation, saved.allowMoneyActions);
				assertTakesAll(operation, saved);
				const params = paramsOf(this, index, operation, saved);
				const context = {
					...(await openClient(this)),
					params,
					files: filesOf(this, index),
					timezone: this.getTimezone(),
					log: (message: string) => this.logger.info(message),
				};
				const results = isAgent ? await executeForAgent(operation, context) : await operation.execute(context);
				for (const result of [results].flat()) {
					hints.add(operation.hint?.(result.json));
					outputs.push({ ...result, pairedItem: { item: index } } as INodeExecutionData);
				}
			} catch (error) {
				const nodeError = toNodeError(this.getNode(), error, index);
				if (!this.continueOnFail()) throw toNodeError(this.getNode(), nodeError, index);
				const { message, description } = nodeError;
				outputs.push({ json: { error: message, details: description ?? '' }, pairedItem: { item: index } });
			}
		}
		showHints(this, hints);
		return [outputs];
	}
}

function unknownOperation(resource: unknown): InputError {
	return new InputError(
		`The operation does not exist for the resource "${String(resource)}", so nothing was sent`,
		'Choose the operation again in the node.',
	);
}
