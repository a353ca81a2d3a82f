import type { INodeProperties } from 'n8n-workflow';

import { STATUSES, statusLabel } from '../api/codes';
import { downloadFilesOption, kindChoices, outputFieldOption, senderChoices, sideFilter } from '../n8n/fields';
import { hiddenField } from '../n8n/hiddenFields';
import { EVENTS } from './events';

/** The fields of the trigger, as the editor shows them. */

const statusChoices = STATUSES.map((value) => ({ name: statusLabel(value), value })).sort((a, b) =>
	a.name.localeCompare(b.name),
);

const filters: INodeProperties[] = [
	{
		displayName: 'Ad IDs',
		name: 'adIds',
		type: 'string',
		default: '',
		description: 'Only orders of these ads, separated by commas. Each order is read once more for it.',
	},
	{
		displayName: 'Coins',
		name: 'coins',
		type: 'string',
		default: '',
		placeholder: 'e.g. USDT, BTC',
		description: 'Only orders in these coins, separated by commas',
	},
	{
		displayName: 'Counterparty IDs',
		name: 'counterpartyIds',
		type: 'string',
		default: '',
		description: 'Only orders with these people, separated by commas',
	},
	{
		displayName: 'Exclude Counterparty IDs',
		name: 'excludeCounterpartyIds',
		type: 'string',
		default: '',
		description: 'No orders with these people, separated by commas',
	},
	{
		displayName: 'Fiats',
		name: 'fiats',
		type: 'string',
		default: '',
		placeholder: 'e.g. EUR, KZT',
		description: 'Only orders in these currencies, separated by commas',
	},
	{
		displayName: 'Maximum Fiat Amount',
		name: 'maxFiatAmount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5000',
	},
	{
		displayName: 'Message From',
		name: 'messageFrom',
		type: 'multiOptions',
		options: senderChoices,
		default: ['counterparty', 'system'],
		description: 'Whose messages start the workflow. With Me, a workflow that writes may start itself again.',
	},
	{
		displayName: 'Message Kinds',
		name: 'messageKinds',
		type: 'multiOptions',
		options: kindChoices,
		default: [],
		description: 'Which messages start the workflow; empty for all',
	},
	{
		displayName: 'Minimum Fiat Amount',
		name: 'minFiatAmount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 100',
	},
	sideFilter,
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: statusChoices,
		default: [],
		description: 'Only orders that are in one of these statuses when the event is found; empty for all',
	},
];

const options: INodeProperties[] = [
	downloadFilesOption,
	{
		displayName: 'Expiring Seconds',
		name: 'expiringSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 300,
		description: 'How few seconds to pay must be left for Order Expiring',
	},
	{
		displayName: 'Include Order Details',
		name: 'includeOrderDetails',
		type: 'boolean',
		default: false,
		description:
			'Whether to add what lists do not show: whole real names, payment details, the ad. Each order is read once more for it.',
	},
	outputFieldOption,
	{
		displayName: 'Repeat Every Minutes',
		name: 'repeatMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 5,
		description:
			'After how many minutes, and again after how many, Order Still Open and Message Unanswered start the workflow',
	},
	{
		displayName: 'Separate Executions',
		name: 'separateExecutions',
		type: 'boolean',
		default: false,
		description:
			'Whether each event starts an execution of its own, so that one that fails takes no other with it. For what is lost when n8n itself is stopped, use Order Still Open.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];

export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENTS.map(({ value, name, description }) => ({ name, value, description })),
		default: ['orderCreated'],
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filters,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	},
	// What n8n would drop without a word: see `hiddenFields.ts`.
	hiddenField('Filters', 'filters', {}),
	hiddenField('Options', 'options', {}),
];

/** The collections with the names and labels of what they hold. */
export const collectionFields = [
	{ name: 'filters', label: 'Filters', fields: named(filters) },
	{ name: 'options', label: 'Options', fields: named(options) },
] as const;

function named(properties: readonly INodeProperties[]): ReadonlyArray<{ name: string; label: string }> {
	return properties.map(({ name, displayName }) => ({ name, label: displayName }));
}
