import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { InputError } from '../api/errors';
import { isExpression, isRecord, labelOf } from './parameters';

/**
 * What n8n drops before a node reads its parameters, kept and refused.
 *
 * n8n builds the parameters of a node anew from its description before each execution (`getNodeParameters`; read and tried in 2.41). A
 * field that a collection does not declare, a whole collection given by one expression, a list in its place, and a parameter that the
 * node does not declare are gone then, in `getNode().parameters` as well: a misspelt safety check would be no check at all.
 *
 * A hidden field of the same name behind a collection is handed over as it was saved, and the last of two fields of one name counts:
 * so each collection has such a copy. Parameters that the node does not declare cannot be seen, so the likely misspellings of what a
 * money action has are declared as hidden fields too.
 */

/** What this file needs to know of an operation. */
export interface DeclaredOperation {
	readonly name: string;
	readonly isMoneyAction?: true;
	readonly properties: readonly INodeProperties[];
}

/** Whether another operation of the node declares the field: then it is left over from a change of the operation in the editor. */
export type IsDeclaredElsewhere = (collection: string, field: string) => boolean;

/** Checks of a money action: one of another operation is no harmless leftover, its author counts on it. */
const CHECKS = 'safetyChecks';
const OPTIONS = 'options';
const DRY_RUN = 'dryRun';
/** What other nodes call such a collection. */
const USUAL_NAMES = ['additionalFields', 'additionalOptions'] as const;

/** The hidden copies of the collections of an operation, to stand behind its fields. A money action without options gets one: Dry Run may be set there. */
export function savedCopies({ isMoneyAction, properties }: DeclaredOperation): INodeProperties[] {
	const copies = properties.filter(isCollection).map(
		({ displayName, name, displayOptions }): INodeProperties => ({
			...hiddenField(displayName, name, {}),
			...(displayOptions === undefined ? {} : { displayOptions }),
		}),
	);
	const lacksOptions = isMoneyAction === true && !copies.some(({ name }) => name === OPTIONS);
	return lacksOptions ? [...copies, hiddenField(labelOf(OPTIONS), OPTIONS, {})] : copies;
}

/** A field that the editor does not show. One without a default is not there unless it was saved. */
export function hiddenField(
	displayName: string,
	name: string,
	byDefault?: INodeProperties['default'],
): INodeProperties {
	return { displayName, name, type: 'hidden', default: byDefault };
}

/**
 * Names of parameters that would be ignored although they say what a money action is to check or to leave out: its collections in other
 * spellings, and their fields outside of them.
 *
 * @param declared - all parameters of the node: these names are right for some operation.
 */
export function misplacedNames(
	{ isMoneyAction, properties }: DeclaredOperation,
	declared: ReadonlySet<string>,
): string[] {
	if (isMoneyAction !== true) return [];
	const collections = properties.filter(isCollection);
	const names = [
		...USUAL_NAMES,
		...[OPTIONS, CHECKS, ...collections.map(({ name }) => name)].flatMap(spellings),
		...[DRY_RUN, ...collections.flatMap(({ options = [] }) => options.map(({ name }) => name))].flatMap(plainSpellings),
	];
	return [...new Set(names)].filter((name) => !declared.has(name));
}

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

function isCollection({ type }: INodeProperties): boolean {
	return type === 'collection' || type === 'fixedCollection';
}

function namesIn({ options = [] }: INodeProperties): string[] {
	return options.map(({ name }) => name);
}

function optionNamed(property: INodeProperties, name: string): INodeProperties | INodePropertyCollection | undefined {
	return (property.options as Array<INodeProperties | INodePropertyCollection> | undefined)?.find(
		(option) => option.name === name,
	);
}

/** A name as people and language models may write it: joined, with `_` or blanks, with and without an `s`, and its last word alone. */
function spellings(name: string): string[] {
	const words = wordsOf(name);
	const last = words[words.length - 1];
	const otherLast = last.endsWith('s') ? last.slice(0, -1) : `${last}s`;
	return [words, [...words.slice(0, -1), otherLast], [last], [otherLast]].flatMap((parts) => {
		const capital = parts.map((part) => `${part[0].toUpperCase()}${part.slice(1)}`);
		const pascal = capital.join('');
		return [`${pascal[0].toLowerCase()}${pascal.slice(1)}`, pascal, capital.join(' '), ...plainJoins(parts)];
	});
}

function plainSpellings(name: string): string[] {
	return [name, ...plainJoins(wordsOf(name))];
}

function plainJoins(words: readonly string[]): string[] {
	return ['', '_'].map((joint) => words.join(joint));
}

function wordsOf(name: string): string[] {
	return name
		.replace(/([A-Z])/g, ' $1')
		.toLowerCase()
		.split(' ');
}

function shown(value: unknown): string {
	return String(value).slice(0, 60);
}
