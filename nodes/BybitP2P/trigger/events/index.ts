import { adStatusChanged } from './adStatusChanged';
import { cancelRequested } from './cancelRequested';
import { messageReceived } from './messageReceived';
import { messageUnanswered } from './messageUnanswered';
import { orderAppealed } from './orderAppealed';
import { orderCancelled } from './orderCancelled';
import { orderCompleted } from './orderCompleted';
import { orderCreated } from './orderCreated';
import { orderExpiring } from './orderExpiring';
import { orderOpen } from './orderOpen';
import { orderPaid } from './orderPaid';
import { orderStatusChanged } from './orderStatusChanged';

/** What a workflow can be started by, by name: fields, detection, samples and items derive from it. */
export const EVENTS = [
	adStatusChanged,
	cancelRequested,
	messageReceived,
	messageUnanswered,
	orderAppealed,
	orderCancelled,
	orderCompleted,
	orderCreated,
	orderExpiring,
	orderPaid,
	orderStatusChanged,
	orderOpen,
] as const;

export type TriggerEvent = (typeof EVENTS)[number]['value'];
