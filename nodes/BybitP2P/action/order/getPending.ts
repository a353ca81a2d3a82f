import { ORDER_FIELDS } from '../../api/simplify/order';
import { limitField, returnAllField } from '../../n8n/fields';
import type { Operation } from '../operation';
import { resultFields } from '../../n8n/resultFields';
import { filtersField, listOptionsField, listOrders, namesHint, type ListedOrder } from './orderList';

export const getPending: Operation<ListedOrder> = {
	name: 'Get Pending',
	value: 'getPending',
	action: 'Get pending orders',
	description: 'List the orders that are still open, newest first',
	isReadOnly: true,
	hint: namesHint,
	properties: [returnAllField, limitField, filtersField, listOptionsField, ...resultFields(ORDER_FIELDS)],
	execute: async (context) => await listOrders('pending', context),
};
