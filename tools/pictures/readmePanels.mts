import type { JsonObject } from '../../demo/n8n/json.mts';
import { ACTION, type Subject, TOOL, TRIGGER, subject } from './subjects.mts';

const byId = (value: string): JsonObject => ({ __rl: true, mode: 'id', value });
const byCode = (value: string): JsonObject => ({ __rl: true, mode: 'code', value });

/** The panels of the README, filled in as a merchant would. */
export const README_PANELS: Readonly<Record<string, Subject>> = {
	'panel-release': subject('Release the Coins', ACTION, {
		resource: 'order',
		operation: 'release',
		orderId: byId('={{ $json.orderId }}'),
		safetyChecks: {
			expectedFiatAmount: '={{ $json.amount }}',
			expectedFiat: 'EUR',
			expectedPayerName: '={{ $json.payerName }}',
			maxFiatAmount: '500',
			minMinutesSincePaid: 2,
		},
		options: { dryRun: true },
	}),
	'panel-send-message': subject('Greet the Buyer', ACTION, {
		resource: 'chat',
		operation: 'sendMessage',
		orderId: byId('={{ $json.order.orderId }}'),
		messageType: 'text',
		text: '=Hello {{ $json.order.counterpartyNickname }}, please pay {{ $json.order.fiatAmount }} {{ $json.order.fiat }}.',
		options: { skipIfSentWithinMinutes: 10 },
	}),
	'panel-reprice': subject('Reprice the Ad', ACTION, {
		resource: 'ad',
		operation: 'reprice',
		adId: byId('1899000000000000001'),
		strategy: 'rank',
		rank: 2,
		step: '0.001',
		bounds: { minPrice: '0.915', maxPrice: '0.96', maxChangePercent: 2 },
		competitors: { onlineOnly: true, minRecentOrders: 20, minCompletionRate: 95 },
		options: { dryRun: true },
	}),
	'panel-trigger': subject('New Orders and Messages', TRIGGER, {
		pollTimes: {
			item: [
				{ mode: 'custom', cronExpression: '0 * * * * *' },
				{ mode: 'custom', cronExpression: '30 * * * * *' },
			],
		},
		events: ['orderCreated', 'orderPaid', 'messageReceived'],
		filters: { side: 'sell', fiats: 'EUR', minFiatAmount: '20' },
		options: { includeOrderDetails: true },
	}),
	'panel-create-ad': subject('Create an Ad', ACTION, {
		resource: 'ad',
		operation: 'create',
		side: 'sell',
		coin: byCode('USDT'),
		fiat: byCode('EUR'),
		priceType: 'fixed',
		price: '0.93',
		quantity: '1000',
		minAmount: '20',
		maxAmount: '500',
		paymentIds: ['7110'],
		preferences: { kycRequired: true, minAccountAgeDays: 30 },
		options: {},
	}),
	'panel-update-ad': subject('Update the Ad', ACTION, {
		resource: 'ad',
		operation: 'update',
		adId: byId('1899000000000000001'),
		updateFields: { quantity: '750', remark: 'I answer within minutes. Please pay from an account in your own name.' },
		preferences: { minAccountAgeDays: 60 },
		options: { putOnline: true },
	}),
	'panel-tool': subject('Release as a Tool', TOOL, {
		resource: 'order',
		operation: 'release',
		descriptionType: 'manual',
		toolDescription: 'Releases the coins of one order, after a person has approved the call',
		orderId: byId("={{ $fromAI('orderId', 'The ID of the order', 'string') }}"),
		allowMoneyActions: false,
		safetyChecks: { expectedFiatAmount: '={{ $json.amount }}', expectedPayerName: '={{ $json.payerName }}' },
	}),
};
