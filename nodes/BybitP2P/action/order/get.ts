import { simplifiedOrderInFull } from '../../api/simplify/order';
import { fetchOrder } from '../../api/fetchOne';
import { orderIdField, simplifyField } from '../../n8n/fields';
import { orderIdFrom, simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get order',
	description: 'Read one order in full, with real names and payment details',
	isReadOnly: true,
	properties: [orderIdField, simplifyField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await fetchOrder(api, orderId);

		return { json: simplifyFrom(params) ? simplifiedOrderInFull(order) : order };
	},
};
