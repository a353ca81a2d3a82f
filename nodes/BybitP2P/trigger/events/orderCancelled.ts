import { STATUS } from '../../api/codes';
import { statusEvent } from './statusEvent';

export const orderCancelled = statusEvent(
	{
		value: 'orderCancelled',
		name: 'Order Cancelled',
		description: 'An order ended without a trade: by a person, the deadline or Bybit',
	},
	[STATUS.cancelled, STATUS.paymentFailed, STATUS.cancelledByException],
);
