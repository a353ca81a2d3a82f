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
import { runItems } from './n8n/runItems';
import { assertTakesAll, operationOf, resourceProperties } from './action';
import type { Operation, Output } from './action/operation';

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
		const hints = new Set<string | undefined>();
		const outputs = await runItems(
			this.getInputData().length,
			(index) => isReadOnly(this, index),
			async (index) => await outputsOrError(this, index, hints),
		);
		showHints(this, hints);
		return [outputs.flat()];
	}
}

function operationAt(host: IExecuteFunctions, index: number): Operation | undefined {
	return operationOf(host.getNodeParameter('resource', index), host.getNodeParameter('operation', index));
}

function isReadOnly(host: IExecuteFunctions, index: number): boolean {
	try {
		return operationAt(host, index)?.isReadOnly === true;
	} catch {
		// An expression that fails: told when the item is carried out.
		return false;
	}
}

/**
 * What an item gave; in its place the error where the workflow goes on after errors.
 *
 * @param hints - what the editor is to show above all results; added to.
 */
async function outputsOrError(
	host: IExecuteFunctions,
	index: number,
	hints: Set<string | undefined>,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: index };
	try {
		const outputs = await outputsOf(host, index, hints);
		return outputs.map((output) => ({ ...output, pairedItem }) as INodeExecutionData);
	} catch (error) {
		const nodeError = toNodeError(host.getNode(), error, index);
		if (!host.continueOnFail()) throw toNodeError(host.getNode(), nodeError, index);
		const { message, description } = nodeError;
		return [{ json: { error: message, details: description ?? '' }, pairedItem }];
	}
}

async function outputsOf(
	host: IExecuteFunctions,
	index: number,
	hints: Set<string | undefined>,
): Promise<readonly Output[]> {
	// As the author saved it: a value that an expression gives could be an AI agent's own.
	const saved = host.getNode().parameters;
	const isAgent = isUsedByAgent(host);
	const operation = operationAt(host, index);
	if (operation === undefined) throw unknownOperation(host.getNodeParameter('resource', index));
	if (isAgent) assertAllowedForAgent(operation, saved.allowMoneyActions);
	assertTakesAll(operation, saved);
	const params = paramsOf(host, index, operation, saved);
	const context = {
		...(await openClient(host)),
		params,
		files: filesOf(host, index),
		timezone: host.getTimezone(),
		log: (message: string) => host.logger.info(message),
	};
	const results = isAgent ? await executeForAgent(operation, context) : await operation.execute(context);
	const outputs = [results].flat();
	for (const { json } of outputs) hints.add(operation.hint?.(json));
	return outputs;
}

function unknownOperation(resource: unknown): InputError {
	return new InputError(
		`The operation does not exist for the resource "${String(resource)}", so nothing was sent`,
		'Choose the operation again in the node.',
	);
}
