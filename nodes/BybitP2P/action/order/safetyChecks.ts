import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import type { OrderInFull } from '../../api/types';
import { isRecord, type Params } from '../../n8n/parameters';
import {
	checksOf,
	evaluateChecks,
	type Check,
	type CheckedAction,
	type CheckFields,
	type CheckRow,
} from '../../safety/checks';

/** What the checks say about an order, as the result of the action shows it. */
export interface SafetyReport {
	readonly checksPassed: boolean;
	readonly checks: readonly Check[];
}

/** What must be true of an order before the action, besides that Bybit would allow it. */
export function safetyChecksField(action: CheckedAction): INodeProperties {
	const rows = [...checksOf(action)].sort((a, b) => (a.label < b.label ? -1 : 1));
	return {
		displayName: 'Safety Checks',
		name: 'safetyChecks',
		type: 'collection',
		placeholder: 'Add Check',
		default: {},
		description: 'All that are added must pass, or nothing is sent. A check whose value is empty does not pass.',
		options: rows.map((row) => checkField(row, action)),
	};
}

function checkField({ name, label, field, descriptions }: CheckRow, action: CheckedAction): INodeProperties {
	const description = descriptions[action] ?? '';
	return { displayName: label, name, ...field, ...(description === '' ? {} : { description }) };
}

/** All that are added, empty ones as well: an empty value must fail its check, not remove it. @throws InputError */
export function checkFieldsFrom(params: Params, action: CheckedAction): CheckFields {
	const fields = params.get('safetyChecks');
	if (!isRecord(fields)) {
		throw new InputError('Safety Checks cannot be read, so nothing was sent', 'Set the checks one by one.');
	}
	const unknown = Object.keys(fields).find((name) => checksOf(action).every((row) => row.name !== name));
	if (unknown !== undefined) {
		throw new InputError(
			`Safety Checks has no field "${unknown.slice(0, 60)}", so nothing was sent`,
			'Set the checks one by one, or correct the name in the expression.',
		);
	}
	return fields;
}

export function safetyReport(
	action: CheckedAction,
	order: OrderInFull,
	fields: CheckFields,
	nowMs: number,
): SafetyReport {
	const checks = evaluateChecks(action, order, fields, nowMs);
	return { checksPassed: checks.every(({ passed }) => passed), checks };
}

/**
 * Names every check that does not pass, with what was expected and found.
 *
 * @param notDone - "Order 7 was not released".
 */
export function failedChecks(action: CheckedAction, notDone: string, { checks }: SafetyReport): InputError {
	const failing = checks.filter(({ passed }) => !passed);
	const labels = new Map(checksOf(action).map(({ name, label }) => [name, label]));
	const named = failing.map(
		({ check, expected, found, note }) =>
			`${labels.get(check) ?? check}: expected "${expected}", found "${found}"${note === '' ? '' : ` (${note})`}`,
	);
	return new InputError(
		`${notDone}: ${failing.length === 1 ? 'a safety check does' : `${failing.length} safety checks do`} not pass. ${named.join('; ')}`,
		'Nothing was sent. Look into your bank account and at the order before you do it by hand.',
	);
}
