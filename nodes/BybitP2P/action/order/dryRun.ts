import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { Params } from '../../n8n/parameters';

/** Rehearsal of an operation that moves money. */
export const dryRunOption: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to check everything and send nothing',
};

/**
 * Whether to rehearse only.
 *
 * @param known - the fields that Options has: a misspelt one must not be passed over.
 *
 * Invariant: nothing is carried out in earnest because a switch could not be read.
 *
 * @throws InputError when it is set and neither on nor off.
 */
export function dryRunFrom(params: Params, known: readonly string[]): boolean {
	const options = params.get('options');
	if (typeof options !== 'object' || options === null || Array.isArray(options)) {
		throw new InputError('Options cannot be read, so nothing was sent', 'Set the options one by one.');
	}
	const unknown = Object.keys(options).find((name) => !known.includes(name));
	if (unknown !== undefined) {
		throw new InputError(
			`Options has no field "${unknown.slice(0, 60)}", so nothing was sent`,
			'Set the options one by one, or correct the name in the expression.',
		);
	}
	if (!('dryRun' in options)) return false;
	const { dryRun } = options;
	if (typeof dryRun === 'boolean') return dryRun;
	throw new InputError(
		'Dry Run is neither on nor off, so nothing was sent',
		'Turn it on or off. An expression must give true or false, not text, and the item before must have that value.',
	);
}
