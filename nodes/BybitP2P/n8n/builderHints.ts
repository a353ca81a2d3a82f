import type { IBuilderHint, IParameterBuilderHint } from 'n8n-workflow';

/** What whoever builds a workflow must know, for the assistants of n8n that do. */

const IDS_ARE_TEXT =
	'IDs and amounts are text from end to end. An ID has up to 19 digits: as a number it loses the last ones, so never convert it.';

export const actionBuilderHint: IBuilderHint = {
	searchHint: [
		'Order: Release hands over coins and cannot be undone. That an order is marked as paid is only what the buyer says: look into the bank account of the merchant first (Order: Match Payment finds the order of a payment), and pass amount, currency and payer as Safety Checks.',
		'Set On Error of a Release to Continue (using error output), so that one refused order stops no other, and tell a person about what comes out there.',
		IDS_ARE_TEXT,
	].join(' '),
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-bybit-p2p.bybitP2PTrigger',
			relationHint: 'Starts the workflow for orders, messages and ads; its order.orderId is the Order ID here',
		},
	],
};

export const triggerBuilderHint: IBuilderHint = {
	searchHint: [
		'Delivery is at least once: where a repeat does harm, put Remove Duplicates behind the trigger, on the field eventId, which is the same for the same event.',
		'The first poll after publishing emits nothing old; Order Still Open and Message Unanswered repeat what waits, so that a crash of n8n leaves nothing undone.',
		IDS_ARE_TEXT,
	].join(' '),
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-base.removeDuplicates',
			relationHint: 'Drops events that n8n delivers twice, by the field eventId, across executions',
		},
		{ nodeType: 'n8n-nodes-bybit-p2p.bybitP2P', relationHint: 'Reads the order in full, answers, and releases' },
	],
};

export const orderIdBuilderHint: IParameterBuilderHint = { propertyHint: IDS_ARE_TEXT };

export const releaseChecksBuilderHint: IParameterBuilderHint = {
	propertyHint:
		'Take the values from the payment as the bank states it, not from the order itself: an order always fits its own amount and name. Set at least expectedFiatAmount, expectedFiat and expectedPayerName.',
};
