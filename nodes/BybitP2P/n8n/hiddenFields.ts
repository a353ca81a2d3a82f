import type { INodeProperties } from 'n8n-workflow';

import { labelOf } from './parameters';

/**
 * Fields that the editor does not show, so that n8n hands over what it would drop.
 *
 * n8n builds the parameters of a node anew from its description before each execution (`getNodeParameters`; read and tried in 2.41). A
 * field that a collection does not declare, a whole collection given by one expression, a list in its place, and a parameter that the
 * node does not declare are gone then, in `getNode().parameters` as well: a misspelt safety check would be no check at all.
 *
 * A hidden field of the same name behind a collection is handed over as it was saved, and the last of two fields of one name counts:
 * so each collection has such a copy. Parameters that the node does not declare cannot be seen, so the likely misspellings of what a
 * money action has are declared as hidden fields too.
 */

/** What is to be known of an operation here. */
export interface DeclaredOperation {
	readonly name: string;
	readonly isMoneyAction?: true;
	readonly properties: readonly INodeProperties[];
}

/** Checks of a money action: one of another operation is no harmless leftover, its author counts on it. */
export const CHECKS = 'safetyChecks';
export const OPTIONS = 'options';
export const DRY_RUN = 'dryRun';
/** What other nodes and people call such a collection. */
const USUAL_NAMES = ['additionalFields', 'additionalOptions', 'safety'] as const;

/** The hidden copies of the collections of an operation, to stand behind its fields. A money action without options gets one: Dry Run may be set there. */
export function savedCopies({ isMoneyAction, properties }: DeclaredOperation): INodeProperties[] {
	const copies = properties.filter(isCollection).map(
		({ displayName, name, displayOptions }): INodeProperties => ({
			...hiddenField(displayName, name, {}),
			...(displayOptions === undefined ? {} : { displayOptions }),
		}),
	);
	const lacksOptions = isMoneyAction === true && !copies.some(({ name }) => name === OPTIONS);
	return lacksOptions ? [...copies, noOptions] : copies;
}

export const noOptions: INodeProperties = hiddenField(labelOf(OPTIONS), OPTIONS, {});

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

export function isCollection({ type }: INodeProperties): boolean {
	return type === 'collection' || type === 'fixedCollection';
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
