import { InputError } from '../api/errors';
import { isBlank, isRecord, type Params } from '../n8n/parameters';
import { collectionFields } from './fields';

/** The parameters of the trigger, as n8n gives them and as they were saved. */
export interface SavedParams extends Params {
	/** As saved: an expression is text that begins with `=`. */
	raw(name: string): unknown;
}

/**
 * Refuses what somebody set and n8n does not hand over: a filter that vanishes would let everything through.
 *
 * n8n drops fields of a collection that it does not know, and a whole collection given by one expression; an expression may give
 * nothing.
 *
 * @throws InputError that names the field.
 */
export function assertNothingDropped(params: SavedParams): void {
	for (const { name, label, fields } of collectionFields) {
		const saved = params.raw(name);
		if (isExpression(saved) || Array.isArray(saved)) {
			throw new InputError(
				`${label} cannot be read as a whole, so nothing was read`,
				`Set the fields of ${label} one by one; each may be an expression.`,
			);
		}
		for (const [field, rawValue] of Object.entries(isRecord(saved) ? saved : {})) {
			const known = fields.find((one) => one.name === field);
			if (known === undefined) {
				throw new InputError(
					`${label} has no field "${field}", so nothing was read`,
					`Use one of: ${fields.map((one) => one.name).join(', ')}.`,
				);
			}
			const values = params.get(name);
			if (isExpression(rawValue) && isBlank(isRecord(values) ? values[field] : undefined)) {
				throw new InputError(
					`${known.label} is empty: its expression gives nothing, so nothing was read`,
					'Check the expression, or remove the field.',
				);
			}
		}
	}
}

function isExpression(saved: unknown): boolean {
	return typeof saved === 'string' && saved.startsWith('=');
}
