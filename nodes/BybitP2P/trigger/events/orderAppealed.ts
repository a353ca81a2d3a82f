import { STATUS } from '../../api/codes';
import { statusEvent } from './statusEvent';

export const orderAppealed = statusEvent(
	{ value: 'orderAppealed', name: 'Order Appealed', description: 'One side has called Bybit for help' },
	[STATUS.appeal],
);
