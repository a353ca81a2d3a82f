import { ORDER_FIELDS, simplifiedOrderInFull, type OrderDetails, type SimplifiedOrder } from '../../api/simplify/order';
import { fetchOrder } from '../../api/fetchOne';
import { untouched } from '../../api/simplify/untouched';
import { orderIdField } from '../../n8n/fields';
import { orderIdFrom, simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation } from '../operation';

export const get: Operation<SimplifiedOrder & OrderDetails> = {
	name: 'Get',
	value: 'get',
	action: 'Get order',
	description: 'Read one order in full, with real names and payment details',
	isReadOnly: true,
	properties: [orderIdField, ...resultFields(ORDER_FIELDS)],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await fetchOrder(api, orderId);

		return { json: simplifyFrom(params) ? simplifiedOrderInFull(order) : untouched(order) };
	},
};
