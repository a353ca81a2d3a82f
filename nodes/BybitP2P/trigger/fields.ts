import type { INodeProperties } from 'n8n-workflow';

import { downloadFilesOption, kindChoices, outputFieldOption, senderChoices, sideFilter } from '../n8n/fields';

/** The fields of the trigger, as the editor shows them. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			{
				name: 'Cancel Requested',
				value: 'cancelRequested',
				description: 'A seller asks you to cancel an order in which you buy',
			},
			{
				name: 'Message Received',
				value: 'messageReceived',
				description: 'The counterparty or Bybit wrote into the chat of an order',
			},
			{ name: 'Order Appealed', value: 'orderAppealed', description: 'One side has called Bybit for help' },
			{
				name: 'Order Cancelled',
				value: 'orderCancelled',
				description: 'An order ended without a trade: by a person, the deadline or Bybit',
			},
			{ name: 'Order Completed', value: 'orderCompleted', description: 'The coins were released' },
			{ name: 'Order Created', value: 'orderCreated', description: 'Somebody opened an order' },
			{
				name: 'Order Expiring',
				value: 'orderExpiring',
				description: 'The time to pay runs out soon; how soon is set in Options',
			},
			{
				name: 'Order Paid',
				value: 'orderPaid',
				description: 'The buyer has marked the order as paid. Look into the bank before you release.',
			},
			{ name: 'Order Status Changed', value: 'orderStatusChanged', description: 'Any change of status' },
		],
		default: ['orderCreated'],
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
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
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
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
					'Whether to add what lists do not tell: whole real names, payment details, the ad. Each order is read once more for it.',
			},
			outputFieldOption,
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean',
				default: true,
				description: 'Whether to return a simplified version of the response instead of the raw data',
			},
		],
	},
];
