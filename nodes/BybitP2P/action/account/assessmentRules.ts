import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { textOf } from '../../api/text';
import { collectionFrom, idFrom, isMissing, listFrom, type Params } from '../../n8n/parameters';
import type { AssessmentRules } from '../../safety/assessment/types';
import { compareDecimals, decimalFromInput } from '../../safety/decimal';
import { nameScore } from '../../safety/names';

const fields: INodeProperties[] = [
	{
		displayName: 'Blocked Counterparty IDs',
		name: 'blockedCounterpartyIds',
		type: 'string',
		default: '',
		description: 'User IDs that are blocked, separated by commas',
	},
	{
		displayName: 'Blocked Names',
		name: 'blockedNames',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Ivan Petrov, Anna Berg',
		description:
			'Real names that are blocked, separated by commas or lines. They are compared as in Match Payment: spelling, order and initials are known; a similar name gives review.',
	},
	{
		displayName: 'Countries',
		name: 'countries',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE, ES, FR',
		description: 'Countries that are allowed, as codes separated by commas; all others are blocked',
	},
	{
		displayName: 'Maximum Fiat Amount',
		name: 'maxFiatAmount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1000',
		description: 'Orders above this amount are blocked, those of trusted counterparties as well',
	},
	{
		displayName: 'Minimum Account Age Days',
		name: 'minAccountAgeDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description: 'Fewer days since the account was made are blocked',
	},
	{
		displayName: 'Minimum Completed Orders',
		name: 'minCompletedOrders',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'Fewer completed orders, of all time, are blocked',
	},
	{
		displayName: 'Minimum Completion Rate',
		name: 'minCompletionRate',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 90,
		description: 'A smaller share of completed orders in the last 30 days, in percent, is blocked',
	},
	{
		displayName: 'Trusted Counterparty IDs',
		name: 'trustedCounterpartyIds',
		type: 'string',
		default: '',
		description:
			'User IDs of whom no figures and no country are asked, separated by commas. Blocked IDs and names and Maximum Fiat Amount count for them as well.',
	},
];

export const rulesField: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	description: 'What the counterparty must be like; at least one rule',
	options: fields,
};

/** @throws InputError when there is no rule, for an empty one, and for one that cannot be read: a rule must not vanish. */
export function assessmentRulesFrom(params: Params): AssessmentRules {
	const given = collectionFrom(params, rulesField.name);
	const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
	if (unknown !== undefined) throw refusal(`Rules has no rule "${unknown.slice(0, 60)}"`, 'Correct its name.');
	for (const [name, value] of Object.entries(params.get(rulesField.name) ?? {})) {
		if (isMissing(value) || (Array.isArray(value) && value.length === 0)) {
			throw refusal(`${labelOf(name)} is empty`, 'Fill it in, or remove the rule.');
		}
	}
	if (Object.keys(given).length === 0) throw refusal('Rules is empty', 'Add a rule: without one everybody would pass.');
	const entries = Object.entries(given).map(([name, value]) => [
		name,
		readers[name as keyof AssessmentRules](value, labelOf(name)),
	]);
	return Object.fromEntries(entries) as AssessmentRules;
}

const readers: {
	readonly [Name in keyof AssessmentRules]-?: (value: unknown, label: string) => AssessmentRules[Name];
} = {
	minCompletedOrders: (value, label) => numberFrom(value, label),
	minCompletionRate: (value, label) => numberFrom(value, label, 100),
	minAccountAgeDays: (value, label) => numberFrom(value, label),
	maxFiatAmount: amountFrom,
	countries: (value, label) =>
		filled(
			listFrom(value).map((code) => countryFrom(code, label)),
			label,
		),
	blockedCounterpartyIds: idsFrom,
	blockedNames: (value, label) =>
		filled(
			namesFrom(value).map((name) => nameFrom(name, label)),
			label,
		),
	trustedCounterpartyIds: idsFrom,
};

function numberFrom(value: unknown, label: string, max = Number.MAX_SAFE_INTEGER): number {
	const number = Number(decimalFromInput(value) ?? Number.NaN);
	if (number >= 0 && number <= max) return number;
	throw refusal(`${label} is not a number from 0${max === 100 ? ' to 100' : ''}`, 'Use digits, for example 30.');
}

function amountFrom(value: unknown, label: string): string {
	const amount = decimalFromInput(value);
	if (amount !== undefined && compareDecimals(amount, '0') > 0) return amount;
	throw refusal(`${label} is not an amount above zero ("${textOf(value).slice(0, 40)}")`, 'Use for example 1500.50.');
}

function idsFrom(value: unknown, label: string): readonly string[] {
	// Not split where it is no text: a number has lost digits already, and says so.
	const ids: readonly unknown[] = typeof value === 'string' ? listFrom(value) : [value].flat();
	return filled(
		ids.map((id) => idFrom(id, label)),
		label,
	);
}

function countryFrom(code: string, label: string): string {
	const country = code.toUpperCase();
	if (/^[A-Z]{2,3}$/.test(country)) return country;
	throw refusal(`${label} holds "${code.slice(0, 40)}", which is no code of a country`, 'Use codes such as DE or DEU.');
}

function namesFrom(value: unknown): readonly string[] {
	return listFrom(typeof value === 'string' ? value.replace(/[\r\n]+/g, ',') : value);
}

function nameFrom(name: string, label: string): string {
	if (/\p{L}/u.test(name) && nameScore(name, name) > 0) return name;
	throw refusal(`${label} holds "${name.slice(0, 40)}", which cannot be compared`, 'Write the name in full.');
}

function filled<T>(list: readonly T[], label: string): readonly T[] {
	if (list.length > 0) return list;
	throw refusal(`${label} is empty`, 'Fill it in, or remove the rule.');
}

function labelOf(name: string): string {
	return fields.find((field) => field.name === name)?.displayName ?? name;
}

function refusal(what: string, advice: string): InputError {
	return new InputError(`${what}, so the counterparty was not assessed`, `Nothing was sent. ${advice}`);
}
