import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { booleanFrom, collectionFrom, isRecord, labelOf, type Params } from '../../n8n/parameters';

/** Options of a money action. All of them can be rehearsed. */
export type MoneyOptions = Readonly<Record<string, unknown>> & { readonly dryRun: boolean };

const dryRunOption: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to check everything and send nothing',
};

/**
 * Says above the result of a run that nothing was done.
 *
 * @param notDone - "nothing was released".
 */
export function dryRunHint(notDone: string): (json: object) => string | undefined {
	const hint = `Dry Run was on: ${notDone}. To do it, remove Dry Run from the Options.`;
	return (json) => ('dryRun' in json && json.dryRun === true ? hint : undefined);
}

/** The collection Options, with Dry Run and what else the action has. */
export function moneyOptionsField(others: readonly INodeProperties[] = []): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...others, dryRunOption].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
	};
}

/**
 * The options that are set.
 *
 * Invariant: nothing is sent in earnest because a switch could not be read.
 *
 * @throws InputError for a name that the field does not have, a Dry Run that is not true or false, and a value that its expression does
 * not give.
 */
export function moneyOptionsFrom(params: Params, field: INodeProperties): MoneyOptions {
	const options = params.get(field.name);
	if (!isRecord(options)) {
		throw new InputError('Options cannot be read, so nothing was sent', 'Set the options one by one.');
	}
	const known = (field.options ?? []).map(({ name }) => name);
	const unknown = Object.keys(options).find((name) => !known.includes(name));
	if (unknown !== undefined) {
		throw new InputError(
			`Options has no field "${unknown.slice(0, 60)}", so nothing was sent`,
			'Set the options one by one, or correct the name in the expression.',
		);
	}
	const dryRun = 'dryRun' in options && booleanFrom(options.dryRun, dryRunOption.displayName);
	return { ...collectionFrom(params, field.name), dryRun };
}

/**
 * A confirmation that only the author of the workflow can give: true as it was saved, not by an expression, which could be an AI agent's.
 *
 * @throws InputError for anything but true and false.
 */
export function isConfirmedByAuthor(params: Params, field: INodeProperties, name: string): boolean {
	const options = params.get(field.name);
	if (!isRecord(options) || !(name in options)) return false;
	const saved = params.raw?.(field.name);
	const value = isRecord(saved) ? saved[name] : options[name];
	if (typeof value === 'boolean') return value;
	throw new InputError(
		`${labelOf(name)} must be true or false, so nothing was sent`,
		'Turn it on or off by hand. An expression does not count.',
	);
}
