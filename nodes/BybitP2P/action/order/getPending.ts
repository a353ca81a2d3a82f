import { limitField, returnAllField, simplifyField } from '../../n8n/fields';
import type { Operation } from '../operation';
import { filtersField, listOptionsField, listOrders, type ListedOrder } from './orderList';

export const getPending: Operation<ListedOrder> = {
	name: 'Get Pending',
	value: 'getPending',
	action: 'Get pending orders',
	description: 'List the orders that are still open, newest first',
	properties: [returnAllField, limitField, filtersField, listOptionsField, simplifyField],
	execute: async (context) => await listOrders('pending', context),
};
