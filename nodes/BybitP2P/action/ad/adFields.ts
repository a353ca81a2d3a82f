import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../api/errors';
import { collectionFrom, idFrom, isMissing, locatorValue } from '../../n8n/parameters';
import type { Params } from '../../n8n/parameters';

export const adIdField: INodeProperties = {
	displayName: 'Ad',
	name: 'adId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The ad to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchOwnAds', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1898988222063644672',
			hint: 'Text, not a number: numbers lose the last digits',
		},
	],
};

export function adIdFrom(params: Params): string {
	return idFrom(locatorValue(params.get('adId')), 'Ad');
}

/** With the terms in the same call: an ad that came online first would stand there with the old ones. */
export const putOnlineOption: INodeProperties = {
	displayName: 'Put Online',
	name: 'putOnline',
	type: 'boolean',
	default: false,
	description: 'Whether to bring an ad that is offline online, with its new terms in the same call',
};

/**
 * The fields of a collection of which none may be blank: one that is passed over would leave the rest to be carried out without it.
 *
 * @param properties - its fields, for the labels.
 * @throws InputError that names the blank field.
 */
export function filledCollectionFrom(
	params: Params,
	name: string,
	properties: readonly INodeProperties[],
): Readonly<Record<string, unknown>> {
	const fields = collectionFrom(params, name);
	const blank = Object.entries(params.get(name) ?? {}).find(([, value]) => isMissing(value))?.[0];
	if (blank === undefined) return fields;
	const label = properties.find((property) => property.name === blank)?.displayName ?? blank;
	throw new InputError(
		`${label} is empty, so nothing was sent`,
		`Fill in ${label}, or remove the field. If it is an expression, check that the item before has that value.`,
	);
}

/** A coin or a currency, picked from those of own ads or typed. */
export function currencyField(kind: 'Coin' | 'Fiat', example: string): INodeProperties {
	return {
		displayName: kind,
		name: kind.toLowerCase(),
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: `search${kind}s`, searchable: true },
			},
			{ displayName: 'By Code', name: 'code', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
}

export const advertiserSideField: INodeProperties = {
	displayName: 'Side',
	name: 'side',
	type: 'options',
	options: [
		{ name: 'Buy', value: 'buy', description: 'The advertiser buys coins' },
		{ name: 'Sell', value: 'sell', description: 'The advertiser sells coins' },
	],
	default: 'sell',
	description: 'What the advertiser does',
};

/** The fields of an ad that can be set when it is made and changed later, without those that must be there from the start. */
export const optionalTermFields: INodeProperties[] = [
	{
		displayName: 'Maximum Amount',
		name: 'maxAmount',
		type: 'string',
		default: '',
		description: 'The most fiat for one order, e.g. 5000',
	},
	{
		displayName: 'Minimum Amount',
		name: 'minAmount',
		type: 'string',
		default: '',
		description: 'The least fiat for one order, e.g. 100',
	},
	{
		displayName: 'Payment Method Names or IDs',
		name: 'paymentIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPaymentMethods' },
		default: [],
		description:
			'Your own payment methods, at most 5. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Payment Minutes',
		name: 'paymentMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 15,
		description: 'How long the buyer has to pay, in minutes',
	},
	{
		displayName: 'Premium',
		name: 'premium',
		type: 'string',
		default: '',
		description: 'Percent of the market price, for a floating price, e.g. 101.5',
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'string',
		default: '',
		description: 'Fiat for one coin, for a fixed price',
	},
	{
		displayName: 'Price Type',
		name: 'priceType',
		type: 'options',
		options: [
			{ name: 'Fixed', value: 'fixed' },
			{ name: 'Floating', value: 'floating' },
		],
		default: 'fixed',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		default: '',
		description: 'Coins to trade; in a change the amount that is left, not the total',
	},
	{
		displayName: 'Remark',
		name: 'remark',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What the other side reads, at most 900 characters',
	},
	{
		displayName: 'Preferences (JSON)',
		name: 'tradingPreferences',
		type: 'json',
		default: '{}',
		description:
			'All of who may trade, in the names of Bybit, e.g. {"isKyc": "1"}; what is set under Trading Preferences counts before it',
	},
];
