import { detectOrders } from '../detect/orders';
import { enteredStatus } from '../detect/trackedOrder';
import { eventRow } from './eventRow';

export const orderStatusChanged = eventRow({
	value: 'orderStatusChanged',
	name: 'Order Status Changed',
	description: 'Any change of status',
	detect: detectOrders,
	standsFor: ({ type }) => type === 'status',
	sample: { from: 'orders', event: (order) => enteredStatus(order, Number(order.status), 1) },
});
