import { ORDER_FIELDS } from '../../api/simplify/order';
import { limitField, returnAllField } from '../../n8n/fields';
import type { Operation } from '../operation';
import { resultFields } from '../../n8n/resultFields';
import { filtersField, listOptionsField, listOrders, namesHint, type ListedOrder } from './orderList';

export const getMany: Operation<ListedOrder> = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many orders',
	description: 'List orders, open and ended, newest first. Bybit gives the last 90 days, up to 180 with dates.',
	isReadOnly: true,
	hint: namesHint,
	properties: [returnAllField, limitField, filtersField, listOptionsField, ...resultFields(ORDER_FIELDS)],
	execute: async (context) => await listOrders('all', context),
};
