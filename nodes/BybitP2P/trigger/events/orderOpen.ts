import { hasEnded } from '../../api/codes';
import { detectOpenOrders, openOrderEvent } from '../detect/openOrders';
import { eventRow } from './eventRow';

export const orderOpen = eventRow({
	value: 'orderOpen',
	name: 'Order Still Open',
	description:
		'An order stays open: again and again, as often as Repeat Every Minutes says, also for orders of before the activation. For what a crash has left undone.',
	detect: detectOpenOrders,
	standsFor: ({ type }) => type === 'open',
	reads: 'statusDates',
	sample: {
		from: 'orders',
		event: (order, nowMs) =>
			hasEnded(Number(order.status))
				? undefined
				: openOrderEvent(
						order,
						{},
						{ sinceMs: Number(order.createDate), nowMs, next: { about: `${order.status}:1`, repeats: 1, atMs: nowMs } },
					),
	},
});
