import { STATUS } from '../../api/codes';
import { enteredStatus } from '../detect/trackedOrder';
import { statusEvent } from './statusEvent';

const row = statusEvent(
	{
		value: 'orderPaid',
		name: 'Order Paid',
		description: 'The buyer has marked the order as paid. Look into the bank before you release.',
	},
	[STATUS.waitingForRelease],
);

export const orderPaid = {
	...row,
	sample: {
		from: 'orders',
		// An order that was paid once serves as a sample when none is waiting now.
		event: (order) =>
			[STATUS.waitingForRelease, STATUS.completed].some((status) => status === Number(order.status))
				? enteredStatus(order, STATUS.waitingForRelease, 1)
				: undefined,
	},
} satisfies typeof row;
