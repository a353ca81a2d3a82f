import { limitField, returnAllField, simplifyField } from '../../n8n/fields';
import type { Operation } from '../operation';
import { filtersField, listOrders } from './orderList';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many orders',
	description: 'List orders, open and ended, newest first. Bybit gives the last 90 days, up to 180 with dates.',
	isReadOnly: true,
	properties: [returnAllField, limitField, filtersField, simplifyField],
	execute: async (context) => await listOrders('all', context),
};
