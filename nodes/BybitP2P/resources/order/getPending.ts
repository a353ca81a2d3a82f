import { limitField, returnAllField, simplifyField } from '../fields';
import type { Operation } from '../operation';
import { filtersField, listedOrders } from './orderList';

export const getPending: Operation = {
	name: 'Get Pending',
	value: 'getPending',
	action: 'Get pending orders',
	description: 'List the orders that are still open, newest first',
	untrusted: ['counterpartyNickname', 'counterpartyName'],
	properties: [returnAllField, limitField, filtersField, simplifyField],
	execute: async (context) => await listedOrders('pending', context),
};
