import type { INodeProperties } from 'n8n-workflow';

import { assertNothingDropped } from '../n8n/droppedParameters';
import { hiddenField, misplacedNames, savedCopies } from '../n8n/hiddenFields';
import { account } from './account';
import { ad } from './ad';
import { chat } from './chat';
import type { Operation, Resource } from './operation';
import { order } from './order';

/** What the action node can do, in the order the editor shows it. */
export const resources: readonly Resource[] = [account, ad, chat, order];

/** The fields of the action node: resource, then for each resource its operations, then for each operation its fields. */
export function resourceProperties(): INodeProperties[] {
	return [
		resourceField(),
		...resources.map(operationField),
		...resources.flatMap(fieldsOf),
		...resources.flatMap(misplacedFieldsOf),
	];
}

/** @returns undefined when a saved workflow names an operation that does not exist. */
export function operationOf(resource: unknown, operation: unknown): Operation | undefined {
	return resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
}

/**
 * Nothing that was saved for an operation is ignored.
 *
 * @param saved - `getNode().parameters`.
 * @throws InputError that names what would have been.
 */
export function assertTakesAll(operation: Operation, saved: Readonly<Record<string, unknown>>): void {
	const misplaced = misplacedOf.get(operation) ?? misplacedNames(operation, parameterNames());
	misplacedOf.set(operation, misplaced);
	assertNothingDropped(operation, saved, misplaced, isDeclaredElsewhere);
}

const misplacedOf = new Map<Operation, readonly string[]>();

function parameterNames(): ReadonlySet<string> {
	const own = operations().flatMap(({ properties }) => properties.map(({ name }) => name));
	return new Set(['resource', 'operation', allowMoneyActionsField.name, ...own]);
}

function isDeclaredElsewhere(collection: string, field: string): boolean {
	return operations().some(({ properties }) =>
		properties.some(({ name, options = [] }) => name === collection && options.some((option) => option.name === field)),
	);
}

function operations(): readonly Operation[] {
	return resources.flatMap((resource) => resource.operations);
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
		[
			...operation.properties,
			...savedCopies(operation),
			...(operation.isMoneyAction === true ? [allowMoneyActionsField] : []),
		].map((property) => shownFor(resource, [operation], property)),
	);
}

/** Hidden fields under the names that would be ignored; see `n8n/hiddenFields.ts`. */
function misplacedFieldsOf(resource: Resource): INodeProperties[] {
	const declared = parameterNames();
	const takers = new Map<string, Operation[]>();
	for (const operation of resource.operations) {
		for (const name of misplacedNames(operation, declared)) takers.set(name, [...(takers.get(name) ?? []), operation]);
	}
	return [...takers].map(([name, of]) => shownFor(resource, of, hiddenField(name, name)));
}

function shownFor(resource: Resource, of: readonly Operation[], property: INodeProperties): INodeProperties {
	return {
		...property,
		displayOptions: {
			...property.displayOptions,
			show: {
				resource: [resource.value],
				operation: of.map(({ value }) => value),
				...property.displayOptions?.show,
			},
		},
	};
}
