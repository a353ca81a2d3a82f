import { cancelRequestedEvent, detectCancelRequests } from '../detect/cancelRequests';
import { eventRow } from './eventRow';

export const cancelRequested = eventRow({
	value: 'cancelRequested',
	name: 'Cancel Requested',
	description: 'A seller asks you to cancel an order in which you buy',
	detect: detectCancelRequests,
	standsFor: ({ type }) => type === 'cancelRequested',
	reads: 'purchases',
	sample: {
		from: 'purchases',
		event: (order, nowMs) =>
			order.needBuyerExamineCancel === true ? cancelRequestedEvent(order, 1, nowMs) : undefined,
	},
});
