import type { INodeProperties } from 'n8n-workflow';

import { account } from './account';
import { ad } from './ad';
import { chat } from './chat';
import type { Operation, Resource } from './operation';
import { order } from './order';

/** What the action node can do, in the order the editor shows it. */
export const resources: readonly Resource[] = [account, ad, chat, order];

/** The fields of the action node: resource, then for each resource its operations, then for each operation its fields. */
export function resourceProperties(): INodeProperties[] {
	return [resourceField(), ...resources.map(operationField), ...resources.flatMap(fieldsOf)];
}

/** @returns undefined when a saved workflow names an operation that does not exist. */
export function operationOf(resource: unknown, operation: unknown): Operation | undefined {
	return resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
}

function resourceField(): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: 'order',
	};
}

function operationField({ value, operations, defaultOperation }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(({ name, value: operation, action, description }) => ({
			name,
			value: operation,
			action,
			description,
		})),
		default: defaultOperation,
	};
}

/** Shown to the author of a workflow in which an AI agent may call the operation. */
const allowMoneyActionsField: INodeProperties = {
	displayName: 'Allow Money Actions',
	name: 'allowMoneyActions',
	type: 'boolean',
	// Set by the author alone: an expression could hand the decision to the agent.
	noDataExpression: true,
	default: false,
	description:
		'Whether the AI agent may do this, which moves money or changes what you offer and cannot always be undone. Add a human review of the tool call if you turn it on.',
	displayOptions: { show: { '@tool': [true] } },
};

function fieldsOf(resource: Resource): INodeProperties[] {
	return resource.operations.flatMap((operation) =>
		[...operation.properties, ...(operation.isMoneyAction === true ? [allowMoneyActionsField] : [])].map(
			(property) => ({
				...property,
				displayOptions: {
					...property.displayOptions,
					show: { resource: [resource.value], operation: [operation.value], ...property.displayOptions?.show },
				},
			}),
		),
	);
}
