import type { OrderInFull } from '../../api/types';
import { amountChecks } from './amounts';
import type { CheckedAction, CheckFields, CheckRow } from './check';
import { personChecks } from './persons';
import { timeChecks } from './times';

export { minScoreFrom } from './persons';
export type { CheckedAction, CheckFields, CheckRow } from './check';

/** Every safety check there is, in the order results list them: a new one is one row in one of these. */
const CHECKS: readonly CheckRow[] = [...amountChecks, ...personChecks, ...timeChecks];

/** One safety check that is set, as the result of the action lists it. */
export interface Check {
	/** The name of the field it was set in. */
	readonly check: string;
	readonly expected: string;
	readonly found: string;
	readonly passed: boolean;
	/** Why it did not pass, or what the comparison rests on. */
	readonly note: string;
}

/** The checks that an action has. */
export function checksOf(action: CheckedAction): readonly CheckRow[] {
	return CHECKS.filter(({ descriptions }) => action in descriptions);
}

/**
 * Evaluates every check that is set.
 *
 * Invariant: a check never passes by being empty. A value that is missing, blank or unreadable (a column that is not there, `undefined`,
 * `NaN`, an empty name) fails it, and so does a name that the action does not know.
 *
 * @param nowMs - the exchange's clock.
 */
export function evaluateChecks(
	action: CheckedAction,
	order: OrderInFull,
	fields: CheckFields,
	nowMs: number,
): readonly Check[] {
	const rows = checksOf(action);
	const known = rows
		.filter(({ name }) => Object.hasOwn(fields, name))
		.map((row) => ({ row, finding: row.evaluate(order, fields, nowMs) }))
		.filter(({ row, finding }) => row.refines === undefined || !finding.passed)
		.map(({ row: { name }, finding: { found, passed, note = '' } }): Check => {
			return { check: name, expected: shown(fields[name]), found, passed, note };
		});
	const unknown = Object.keys(fields)
		.filter((name) => rows.every((row) => row.name !== name))
		.map((name): Check => {
			return { check: name, expected: shown(fields[name]), found: '', passed: false, note: 'There is no such check' };
		});
	return [...known, ...unknown];
}

function shown(value: unknown): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
