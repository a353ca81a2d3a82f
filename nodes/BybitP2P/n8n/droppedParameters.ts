import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { InputError } from '../api/errors';
import { CHECKS, DRY_RUN, hiddenField, isCollection, noOptions, OPTIONS, type DeclaredOperation } from './hiddenFields';
import { isExpression, isRecord } from './parameters';

/** What n8n would drop before a node reads its parameters, refused by name; how it is kept stands in `hiddenFields.ts`. */

/** Whether another operation of the node declares the field: then it is left over from a change of the operation in the editor. */
export type IsDeclaredElsewhere = (collection: string, field: string) => boolean;

/**
 * Nothing that was saved for an operation is passed over.
 *
 * @param saved - `getNode().parameters`, with the copies that {@link savedCopies} makes n8n keep.
 * @throws InputError that names the field which would have been ignored.
 */
export function assertNothingDropped(
	operation: DeclaredOperation,
	saved: Readonly<Record<string, unknown>>,
	misplaced: readonly string[],
	isDeclaredElsewhere: IsDeclaredElsewhere,
): void {
	const outside = misplaced.find((name) => saved[name] !== undefined);
	if (outside !== undefined) throw ignoredParameter(operation, outside);
	assertDryRunIsKnown(operation, saved);
	const lacksOptions = operation.isMoneyAction === true && operation.properties.every(({ name }) => name !== OPTIONS);
	if (lacksOptions && saved[OPTIONS] !== undefined) assertFields(noOptions, saved[OPTIONS], () => true);
	for (const property of operation.properties) {
		const value = saved[property.name];
		if (value === undefined) continue;
		if (isCollection(property)) assertFields(property, value, leftoversOf(operation, property, isDeclaredElsewhere));
		else assertLocator(property, value);
	}
}

/** The fields of a collection that the operation declares: what n8n itself would have handed over. */
export function declaredFields({ properties }: DeclaredOperation, name: string, value: unknown): unknown {
	const collection = properties.find((property) => property.name === name && property.type === 'collection');
	if (collection === undefined || !isRecord(value)) return value;
	const names = namesIn(collection);
	return Object.fromEntries(Object.entries(value).filter(([field]) => names.includes(field)));
}

/** Which fields, not declared here, are harmless: those of another operation that say nothing about this one. */
function leftoversOf(
	{ properties }: DeclaredOperation,
	{ name: collection }: INodeProperties,
	isDeclaredElsewhere: IsDeclaredElsewhere,
): (field: string) => boolean {
	const own = new Set(properties.filter(isCollection).flatMap(namesIn));
	return (field) => collection !== CHECKS && !own.has(field) && isDeclaredElsewhere(collection, field);
}

/** A rehearsal that an operation does not know would be carried out in earnest. */
function assertDryRunIsKnown(
	{ name, isMoneyAction, properties }: DeclaredOperation,
	saved: Readonly<Record<string, unknown>>,
): void {
	const options = saved[OPTIONS];
	if (isMoneyAction !== true || !isRecord(options)) return;
	const isKnown = properties.some((property) => property.name === OPTIONS && namesIn(property).includes(DRY_RUN));
	if (isKnown || !(DRY_RUN in options) || options[DRY_RUN] === false) return;
	throw new InputError(
		`${name} has no Dry Run, but the node has it in Options, so nothing was sent`,
		'It stays from another operation, or was written by hand. Choose that operation again and remove Dry Run there, or add the node anew.',
	);
}

function assertFields(property: INodeProperties, value: unknown, isLeftover: (field: string) => boolean): void {
	const label = property.displayName;
	if (isExpression(value)) {
		throw new InputError(
			`${label} is one expression for all of its fields, so nothing was sent`,
			`A field that is missing or misspelt in its result would be ignored. Set the fields of ${label} one by one; each may be an expression.`,
		);
	}
	if (!isRecord(value)) {
		throw new InputError(
			`${label} is ${Array.isArray(value) ? 'a list' : 'a value'} and not a set of fields, so nothing was sent`,
			`It would be ignored. Set the fields of ${label} one by one.`,
		);
	}
	for (const [field, content] of Object.entries(value)) {
		const declared = optionNamed(property, field);
		if (declared !== undefined) assertContent(declared, content);
		else if (!isLeftover(field)) throw unknownField(label, field);
	}
}

/** The fields inside a field, however deep. */
function assertContent(declared: INodeProperties | INodePropertyCollection, content: unknown): void {
	if ('values' in declared) {
		const group: INodeProperties = { ...hiddenField(declared.displayName, declared.name), options: declared.values };
		for (const entry of [content].flat()) assertFields(group, entry, () => false);
	} else if (isCollection(declared)) {
		assertFields(declared, content, () => false);
	} else {
		assertLocator(declared, content);
	}
}

/** @throws InputError for a resource locator with a mode or a part that there is not. */
function assertLocator({ displayName, type, modes = [] }: INodeProperties, value: unknown): void {
	if (type !== 'resourceLocator' || !isRecord(value)) return;
	const odd = Object.keys(value).find((part) => !/^(__\w+|mode|value|cachedResult\w*)$/.test(part));
	if (odd !== undefined) throw unknownField(displayName, odd);
	if (modes.some(({ name }) => name === value.mode)) return;
	throw new InputError(
		`${displayName} has the mode "${shown(value.mode)}", which does not exist, so nothing was sent`,
		`Choose ${displayName} again in the node.`,
	);
}

function unknownField(label: string, field: string): InputError {
	return new InputError(
		`${label} has no field "${shown(field)}", so nothing was sent`,
		'It would be ignored. Correct its name. If the editor does not show it, it stays from another operation: choose that operation again and remove it there, or add the node anew.',
	);
}

function ignoredParameter({ name, properties }: DeclaredOperation, parameter: string): InputError {
	const collections = properties.filter(isCollection).map((property) => property.name);
	return new InputError(
		`${name} has no parameter "${shown(parameter)}", so nothing was sent`,
		`It would be ignored. ${collections.length === 0 ? 'Remove it' : `Its fields stand in ${collections.join(' and ')}, spelt so`}: add the node anew in the editor, or correct the workflow where it was written.`,
	);
}

function namesIn({ options = [] }: INodeProperties): string[] {
	return options.map(({ name }) => name);
}

function optionNamed(property: INodeProperties, name: string): INodeProperties | INodePropertyCollection | undefined {
	return (property.options as Array<INodeProperties | INodePropertyCollection> | undefined)?.find(
		(option) => option.name === name,
	);
}

function shown(value: unknown): string {
	return String(value).slice(0, 60);
}
