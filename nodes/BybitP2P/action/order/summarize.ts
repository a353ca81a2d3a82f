import type { INodeProperties } from 'n8n-workflow';

import { SIDES, statusLabel, STATUSES } from '../../api/codes';
import { InputError } from '../../api/errors';
import { coinFilter, createdAfterFilter, createdBeforeFilter, fiatFilter, sideFilter } from '../../n8n/fields';
import {
	choiceFrom,
	codeFrom,
	collectionFrom,
	listFrom,
	optionalFrom,
	periodFrom,
	textFrom,
	type Params,
} from '../../n8n/parameters';
import { summary } from '../../safety/summary';
import {
	COST_METHODS,
	GROUPINGS,
	type BookedOrder,
	type CostMethod,
	type Group,
	type Grouping,
} from '../../safety/summary/types';
import type { Operation } from '../operation';
import { bookedOrders, withPaymentMethods, type Booked } from './bookedOrders';

const groupByField: INodeProperties = {
	displayName: 'Group By',
	name: 'groupBy',
	type: 'multiOptions',
	options: [
		{ name: 'Coin', value: 'coin' },
		{ name: 'Counterparty', value: 'counterparty' },
		{ name: 'Day', value: 'day', description: 'The day on which the order was created' },
		{ name: 'Fiat', value: 'fiat' },
		{
			name: 'Payment Method',
			value: 'paymentMethod',
			description: 'Each order is read by itself, which takes a tenth of a second for each',
		},
		{ name: 'Side', value: 'side' },
	],
	default: [],
	description: 'Which orders to sum up together. Coins and currencies are always kept apart.',
};

const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		coinFilter,
		fiatFilter,
		sideFilter,
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			options: STATUSES.map((status) => ({ name: statusLabel(status), value: status })).sort((a, b) =>
				a.name < b.name ? -1 : 1,
			),
			default: ['completed'],
			description: 'Completed orders only, unless others are chosen',
		},
	],
};

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Cost Method',
			name: 'costMethod',
			type: 'options',
			options: [
				{ name: 'Average', value: 'average', description: 'Coins cost what they cost on average up to the sale' },
				{ name: 'First In, First Out', value: 'fifo', description: 'The coins bought first are sold first' },
			],
			default: 'average',
			description:
				'Adds the profit of the sales: what they brought above what their coins cost in the purchases of the same period. Fees are not taken off. Coins bought before the period are left out and counted as Coins Without Cost.',
		},
		{
			displayName: 'Timezone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description: 'Where a day begins and dates without a zone are read; empty for the time zone of the workflow',
		},
	],
};

export const summarize: Operation<Group> = {
	name: 'Summarize',
	value: 'summarize',
	action: 'Summarize orders',
	description:
		'Add up orders, coins, fiat, fees and, if asked for, the profit of a period of up to 180 days, one item for each group',
	isReadOnly: true,
	properties: [
		{ ...createdAfterFilter, required: true },
		{ ...createdBeforeFilter, description: 'Empty for now' },
		groupByField,
		filtersField,
		optionsField,
	],
	async execute(context) {
		const settings = settingsFrom(context.params, context.timezone);
		const { groupBy, costMethod, timezone } = settings;

		const listed = await bookedOrders(context, settings);
		const counts = (order: BookedOrder): boolean => isWanted(order, settings);
		const orders = groupBy.includes('paymentMethod') ? await withPaymentMethods(context, listed, counts) : listed;

		return summary(orders, { groupBy, costMethod, timezone, counts }).map((json) => ({ json }));
	},
};

interface Settings extends Booked {
	readonly groupBy: readonly Grouping[];
	readonly timezone: string;
	readonly costMethod?: CostMethod;
}

/** @throws InputError that names the field which is missing or cannot be read. */
function settingsFrom(params: Params, workflowZone = 'UTC'): Settings {
	const filters = collectionFrom(params, 'filters');
	const { costMethod, timezone: ownZone } = collectionFrom(params, 'options');
	const timezone = ownZone === undefined ? workflowZone : zoneFrom(ownZone);
	return {
		...datesFrom(params, timezone),
		groupBy: listFrom(optionalFrom(params, 'groupBy', groupByField.displayName)).map((one) =>
			choiceFrom(one, groupByField.displayName, GROUPINGS),
		),
		statuses: filters.status === undefined ? ['completed'] : listFrom(filters.status).map(statusFrom),
		...(filters.side === undefined ? {} : { side: choiceFrom(filters.side, 'Side', SIDES) }),
		...(filters.coin === undefined ? {} : { coin: codeFrom(filters.coin, 'Coin') }),
		...(filters.fiat === undefined ? {} : { fiat: codeFrom(filters.fiat, 'Fiat') }),
		...(costMethod === undefined ? {} : { costMethod: choiceFrom(costMethod, 'Cost Method', COST_METHODS) }),
		timezone,
	};
}

function datesFrom(params: Params, timezone: string): Pick<Settings, 'createdAfterMs' | 'createdBeforeMs'> {
	const [after, before] = [createdAfterFilter, createdBeforeFilter].map(({ name, displayName }) => {
		const value = optionalFrom(params, name, displayName);
		return value === undefined ? undefined : periodFrom(value, displayName, timezone);
	});
	if (after === undefined) {
		throw new InputError('Created After is empty, so nothing was sent', 'Fill in Created After, at most 180 days ago.');
	}
	if (before === undefined) return { createdAfterMs: after.fromMs };
	if (before.untilMs >= after.fromMs) return { createdAfterMs: after.fromMs, createdBeforeMs: before.untilMs };
	throw new InputError('Created Before is earlier than Created After, so nothing was sent', 'Change one of the two.');
}

function statusFrom(status: string) {
	return choiceFrom(status, 'Status', STATUSES);
}

function zoneFrom(value: unknown): string {
	const zone = textFrom(value, 'Timezone').trim();
	if (isZone(zone)) return zone;
	throw new InputError(
		`Timezone is not known ("${zone.slice(0, 40)}"), so nothing was sent`,
		'Use a name such as Europe/Berlin or UTC.',
	);
}

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: zone });
		return zone !== '';
	} catch {
		return false;
	}
}

function isWanted({ status, side, coin, fiat }: BookedOrder, wanted: Settings): boolean {
	return (
		wanted.statuses.some((one) => one === status) &&
		(wanted.side === undefined || side === wanted.side) &&
		(wanted.coin === undefined || coin.toUpperCase() === wanted.coin) &&
		(wanted.fiat === undefined || fiat.toUpperCase() === wanted.fiat)
	);
}
