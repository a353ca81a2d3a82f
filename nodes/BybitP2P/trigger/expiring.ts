import { STATUS } from '../api/codes';
import { textOf } from '../api/text';
import type { OrderInFull, OrderRow } from '../api/types';
import type { OrderMemory } from './state';

/** The time to pay runs out soon. */
export interface ExpiringFact {
	readonly type: 'expiring';
	readonly order: OrderRow | OrderInFull;
}

/** True when the buyer has so little time left to pay, and it was not told yet. */
export function isExpiring(memory: OrderMemory, order: OrderRow | OrderInFull, withinSeconds: number): boolean {
	const left = textOf(order.transferLastSeconds);
	return (
		memory.x !== true &&
		Number(order.status) === STATUS.waitingForPayment &&
		left !== '' &&
		Number(left) <= withinSeconds
	);
}
