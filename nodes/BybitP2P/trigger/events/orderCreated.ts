import { detectOrders } from '../detect/orders';
import { createdEvent } from '../detect/trackedOrder';
import { eventRow } from './eventRow';

export const orderCreated = eventRow({
	value: 'orderCreated',
	name: 'Order Created',
	description: 'Somebody opened an order',
	detect: detectOrders,
	standsFor: ({ type }) => type === 'created',
	sample: { from: 'orders', event: (order) => createdEvent(order) },
});
