import { endpoints } from '../../api/endpoints';
import { simplifiedCounterparty } from '../../api/simplify/counterparty';
import { textOf } from '../../api/text';
import { fetchOrder } from '../../api/fetchOne';
import { orderIdField, simplifyField } from '../../n8n/fields';
import { orderIdFrom, simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';

export const getCounterparty: Operation = {
	name: 'Get Counterparty',
	value: 'getCounterparty',
	action: 'Get counterparty of order',
	description: 'Read how the other side of an order has traded so far',
	isReadOnly: true,
	properties: [orderIdField, simplifyField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await fetchOrder(api, orderId);
		const info =
			(await api.call(endpoints.getCounterparty, { originalUid: textOf(order.targetUserId), orderId })) ?? {};

		return { json: simplifyFrom(params) ? simplifiedCounterparty(order, info) : info };
	},
};
