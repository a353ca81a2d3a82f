import { limitField, returnAllField, simplifyField } from '../../n8n/fields';
import type { Operation } from '../operation';
import { filtersField, listOrders } from './orderList';

export const getPending: Operation = {
	name: 'Get Pending',
	value: 'getPending',
	action: 'Get pending orders',
	description: 'List the orders that are still open, newest first',
	isReadOnly: true,
	properties: [returnAllField, limitField, filtersField, simplifyField],
	execute: async (context) => await listOrders('pending', context),
};
