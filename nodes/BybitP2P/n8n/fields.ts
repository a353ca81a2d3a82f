import type { INodeProperties } from 'n8n-workflow';

import { SIDES, type Side } from '../api/codes';
import { orderIdBuilderHint } from './builderHints';
import { TIMES_HINT } from './times';

/** Fields that several operations have. */

export const orderIdField: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The order to work on',
	builderHint: orderIdBuilderHint,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchPendingOrders', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1900004704665923584',
			hint: 'Text, not a number: numbers lose the last digits',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://www.bybit.com/en/p2p/order/1900004704665923584',
		},
	],
};

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

const SIDE_LABELS: Readonly<Record<Side, string>> = { buy: 'I Buy', sell: 'I Sell' };

export const sideFilter: INodeProperties = {
	displayName: 'Side',
	name: 'side',
	type: 'options',
	options: SIDES.map((side) => ({ name: SIDE_LABELS[side], value: side })),
	default: 'sell',
};

export const coinFilter: INodeProperties = {
	displayName: 'Coin',
	name: 'coin',
	type: 'string',
	default: '',
	placeholder: 'e.g. USDT',
};

export const fiatFilter: INodeProperties = {
	displayName: 'Fiat',
	name: 'fiat',
	type: 'string',
	default: '',
	placeholder: 'e.g. EUR',
};

export const createdAfterFilter: INodeProperties = {
	displayName: 'Created After',
	name: 'createdAfter',
	type: 'dateTime',
	default: '',
	description: TIMES_HINT,
};

export const createdBeforeFilter: INodeProperties = {
	displayName: 'Created Before',
	name: 'createdBefore',
	type: 'dateTime',
	default: '',
	description: TIMES_HINT,
};

/** Who may have written a message. */
export const senderChoices = [
	{ name: 'Bybit', value: 'system' },
	{ name: 'Counterparty', value: 'counterparty' },
	{ name: 'Me', value: 'me' },
];

/** What a message may be. */
export const kindChoices = [
	{ name: 'Image', value: 'image' },
	{ name: 'PDF', value: 'pdf' },
	{ name: 'Text', value: 'text' },
	{ name: 'Video', value: 'video' },
];

export const downloadFilesOption: INodeProperties = {
	displayName: 'Download Files',
	name: 'downloadFiles',
	type: 'boolean',
	default: false,
	description:
		'Whether to read images, PDFs and videos into binary data; their addresses expire after about three hours',
};

export const outputFieldOption: INodeProperties = {
	displayName: 'Output Data Field Name',
	name: 'outputField',
	type: 'string',
	default: 'data',
	description: 'The name of the output field that holds a downloaded file',
};
