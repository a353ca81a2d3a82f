import { STATUS } from '../../api/codes';
import { statusEvent } from './statusEvent';

export const orderCompleted = statusEvent(
	{ value: 'orderCompleted', name: 'Order Completed', description: 'The coins were released' },
	[STATUS.completed],
);
