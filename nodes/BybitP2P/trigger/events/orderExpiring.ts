import { STATUS } from '../../api/codes';
import { detectDeadlines, expiringEvent } from '../detect/deadlines';
import { eventRow } from './eventRow';

export const orderExpiring = eventRow({
	value: 'orderExpiring',
	name: 'Order Expiring',
	description: 'The time to pay runs out soon; how soon is set in Options',
	detect: detectDeadlines,
	standsFor: ({ type }) => type === 'expiring',
	sample: {
		from: 'orders',
		event: (order) => (Number(order.status) === STATUS.waitingForPayment ? expiringEvent(order) : undefined),
	},
});
