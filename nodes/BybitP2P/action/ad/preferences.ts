import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { textOf } from '../../api/text';
import type { AdTerms } from '../../api/types';
import { compareDecimals, decimalFromInput } from '../../safety/decimal';
import { booleanFrom, listFrom, textFrom, type Params } from '../../n8n/parameters';
import { filledCollectionFrom } from './adFields';

/** Who may trade on an ad, in words of our own; the exchange has a switch beside each value. */

type PreferenceSet = AdTerms['tradingPreferenceSet'];

const NONE = 'none';

const preferenceFields: INodeProperties[] = [
	{
		displayName: 'Email Required',
		name: 'emailRequired',
		type: 'boolean',
		default: true,
		description: 'Whether the other side must have bound an email address',
	},
	{
		displayName: 'KYC Required',
		name: 'kycRequired',
		type: 'boolean',
		default: true,
		description: 'Whether the other side must have proved who they are',
	},
	{
		displayName: 'Minimum Account Age Days',
		name: 'minAccountAgeDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description: 'How many days ago the other side must have registered at least; 0 for any time',
	},
	{
		displayName: 'Minimum Completion Rate',
		name: 'minCompletionRate',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 90,
		description: 'Percent of the orders of the last 30 days that the other side has completed at least; 0 for any',
	},
	{
		displayName: 'Minimum Recent Orders',
		name: 'minRecentOrders',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'How many orders the other side has completed in the last 30 days at least; 0 for any',
	},
	{
		displayName: 'Mobile Required',
		name: 'mobileRequired',
		type: 'boolean',
		default: true,
		description: 'Whether the other side must have bound a mobile number',
	},
	{
		displayName: 'No Ads Required',
		name: 'noAdsRequired',
		type: 'boolean',
		default: true,
		description: 'Whether the other side must have no ads of their own',
	},
	{
		displayName: 'Restricted Countries',
		name: 'restrictedCountries',
		type: 'string',
		default: '',
		placeholder: 'e.g. ARG, USA',
		description: `Countries of three letters, separated by commas, that Bybit is to restrict by KYC; "${NONE}" for none`,
	},
];

export const preferencesField: INodeProperties = {
	displayName: 'Trading Preferences',
	name: 'preferences',
	type: 'collection',
	placeholder: 'Add Preference',
	default: {},
	description: 'Who may trade. What is not added stays as it is; in a new ad it asks nothing.',
	options: preferenceFields,
};

/** The names of the exchange for each field; it wants text. */
const written: Readonly<Record<string, (value: unknown, label: string) => PreferenceSet>> = {
	emailRequired: (value, label) => ({ isEmail: switchFrom(value, label) }),
	kycRequired: (value, label) => ({ isKyc: switchFrom(value, label) }),
	mobileRequired: (value, label) => ({ isMobile: switchFrom(value, label) }),
	noAdsRequired: (value, label) => ({ hasUnPostAd: switchFrom(value, label) }),
	minAccountAgeDays: (value, label) => atLeast('hasRegisterTime', 'registerTimeThreshold', wholeFrom(value, label)),
	minRecentOrders: (value, label) =>
		atLeast('hasOrderFinishNumberDay30', 'orderFinishNumberDay30', wholeFrom(value, label)),
	minCompletionRate: (value, label) => atLeast('hasCompleteRateDay30', 'completeRateDay30', percentFrom(value, label)),
	restrictedCountries: (value, label) => {
		const countries = countriesFrom(value, label);
		return { hasNationalLimit: countries.length > 0 ? '1' : '0', nationalLimit: countries.join(',') };
	},
};

/**
 * The preferences that are set, in the exchange's names; none when no field is set.
 *
 * @throws InputError that names the field which cannot be read.
 */
export function preferenceSetFrom(params: Params): PreferenceSet {
	const fields = filledCollectionFrom(params, preferencesField.name, preferenceFields);
	return Object.assign(
		{},
		...preferenceFields
			.filter(({ name }) => fields[name] !== undefined)
			.map(({ name, displayName }) => written[name](fields[name], displayName)),
	) as PreferenceSet;
}

/** The terms with these preferences; the others stay. */
export function withPreferences(terms: AdTerms, preferences: PreferenceSet): AdTerms {
	return { ...terms, tradingPreferenceSet: { ...terms.tradingPreferenceSet, ...preferences } };
}

function switchFrom(value: unknown, label: string): string {
	return booleanFrom(value, label) ? '1' : '0';
}

function atLeast(switchName: string, valueName: string, value: string): PreferenceSet {
	return { [switchName]: compareDecimals(value, '0') > 0 ? '1' : '0', [valueName]: value };
}

function wholeFrom(value: unknown, label: string): string {
	const number = Number(decimalFromInput(value) ?? Number.NaN);
	if (Number.isSafeInteger(number) && number >= 0) return String(number);
	throw refusal(label, value, 'a whole number from 0', 'Use for example 10, or 0 to ask nothing.');
}

function percentFrom(value: unknown, label: string): string {
	const percent = decimalFromInput(value);
	const isPercent = percent !== undefined && compareDecimals(percent, '0') >= 0 && compareDecimals(percent, '100') <= 0;
	if (isPercent) return percent;
	throw refusal(label, value, 'a percentage from 0 to 100', 'Use for example 95, or 0 to ask nothing.');
}

/** The separator is assumed: the documentation speaks of one code. */
function countriesFrom(value: unknown, label: string): readonly string[] {
	const countries = listFrom(Array.isArray(value) ? value : textFrom(value, label)).map((one) => one.toUpperCase());
	if (countries.length === 1 && countries[0] === NONE.toUpperCase()) return [];
	if (countries.length > 0 && countries.every((one) => /^[A-Z]{3}$/.test(one))) return countries;
	throw refusal(label, value, 'a list of countries of three letters', `Use for example ARG, USA, or "${NONE}".`);
}

function refusal(label: string, value: unknown, wanted: string, advice: string): InputError {
	return new InputError(`${label} is not ${wanted} ("${textOf(value).slice(0, 40)}"), so nothing was sent`, advice);
}
