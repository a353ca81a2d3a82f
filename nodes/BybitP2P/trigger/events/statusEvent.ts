import { detectOrders } from '../detect/orders';
import { enteredStatus } from '../detect/trackedOrder';
import { eventRow, type EventRow } from './eventRow';

/** An event for orders that enter one of some statuses. */
export function statusEvent<const Value extends string>(
	row: Pick<EventRow<Value>, 'value' | 'name' | 'description'>,
	statuses: readonly number[],
): EventRow<Value> {
	return eventRow({
		...row,
		detect: detectOrders,
		standsFor: ({ type, status }) => type === 'status' && status !== undefined && statuses.includes(status),
		sample: {
			from: 'orders',
			event: (order) =>
				statuses.includes(Number(order.status)) ? enteredStatus(order, Number(order.status), 1) : undefined,
		},
	});
}
