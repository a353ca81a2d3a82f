import type { INodeProperties } from 'n8n-workflow';

import { moneyOptionsField } from '../order/moneyOptions';
import { adIdField, putOnlineOption } from './adFields';
import { marketFilterFields } from './marketFilterFields';

const showFor = (...strategies: string[]) => ({ displayOptions: { show: { strategy: strategies } } });

const stepField: INodeProperties = {
	displayName: 'Step',
	name: 'step',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0.01 or 0.1%',
};

const strategyFields: INodeProperties[] = [
	{
		displayName: 'Strategy',
		name: 'strategy',
		type: 'options',
		options: [
			{
				name: 'Beat Best Competitor',
				value: 'beat',
				description:
					'A step better for the taker than the best competitor that counts and that the bounds let you beat',
			},
			{
				name: 'Follow Advertiser',
				value: 'follow',
				description: 'A step better for the taker than one advertiser, whatever the others do',
			},
			{
				name: 'Hold Rank',
				value: 'rank',
				description: 'A step better for the taker than the competitor that has the rank you want',
			},
			{
				name: 'Keep Distance to Reference Price',
				value: 'reference',
				description: 'A step in your favor from a price you give: above it where you sell, below it where you buy',
			},
		],
		default: 'beat',
		description: 'What the price is taken from',
	},
	{
		displayName: 'Rank',
		name: 'rank',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		required: true,
		description: 'The place to hold among the competitors that count; 1 is the best price',
		...showFor('rank'),
	},
	{
		displayName: 'Follow Nickname',
		name: 'followNickname',
		type: 'string',
		default: '',
		required: true,
		description: 'The nickname of the advertiser as Bybit shows it',
		...showFor('follow'),
	},
	{
		displayName: 'Reference Price',
		name: 'referencePrice',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 0.92',
		description: 'Fiat for one coin, for example from a node that reads the price of another market',
		...showFor('reference'),
	},
	{
		...stepField,
		default: '0.1%',
		description:
			'How far past the competitor, as an amount of fiat or in percent of its price: down in an ad that sells, up in one that buys. 0 matches it. A competitor that answers every step is matched as well, so that two programs do not race to their bounds.',
		...showFor('beat', 'rank'),
	},
	{
		...stepField,
		default: '0',
		description:
			'How far past the advertiser, as an amount of fiat or in percent of its price: down in an ad that sells, up in one that buys. 0 asks the same price.',
		...showFor('follow'),
	},
	{
		...stepField,
		default: '0',
		description:
			'How far from the reference price, as an amount of fiat or in percent of it: above it in an ad that sells, below it in one that buys',
		...showFor('reference'),
	},
];

export const boundsField: INodeProperties = {
	displayName: 'Bounds',
	name: 'bounds',
	type: 'collection',
	placeholder: 'Add Bound',
	default: {},
	description: 'Minimum Price and Maximum Price are required: no price outside of them is ever sent',
	options: [
		{
			displayName: 'Maximum Change Percent',
			name: 'maxChangePercent',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 2,
			description: 'Most that one run may change the price, in percent of the price before',
		},
		{
			displayName: 'Maximum Price',
			name: 'maxPrice',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.99',
			description: 'Highest price that may be asked or offered, in fiat for one coin',
		},
		{
			displayName: 'Minimum Change',
			name: 'minChange',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.005 or 0.5%',
			description: 'A smaller change is not made, as an amount of fiat or in percent of the price before',
		},
		{
			displayName: 'Minimum Price',
			name: 'minPrice',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.90',
			description: 'Lowest price that may be asked or offered, in fiat for one coin',
		},
	],
};

export const competitorsField: INodeProperties = {
	displayName: 'Competitors',
	name: 'competitors',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Which ads count as competitors. Your own ads never do.',
	options: [...marketFilterFields],
};

export const repriceOptionsField = moneyOptionsField([putOnlineOption]);

export const repriceFields: INodeProperties[] = [
	adIdField,
	...strategyFields,
	boundsField,
	competitorsField,
	repriceOptionsField,
];
