import { endpoints } from '../../api/endpoints';
import {
	COUNTERPARTY_AUTHORS,
	simplifiedCounterparty,
	type SimplifiedCounterparty,
} from '../../api/simplify/counterparty';
import { textOf } from '../../api/text';
import { fetchOrder } from '../../api/fetchOne';
import { untouched } from '../../api/simplify/untouched';
import { orderIdField } from '../../n8n/fields';
import { orderIdFrom, simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation } from '../operation';

export const getCounterparty: Operation<SimplifiedCounterparty> = {
	name: 'Get Counterparty',
	value: 'getCounterparty',
	action: 'Get counterparty of order',
	description: 'Read how the other side of an order has traded so far',
	isReadOnly: true,
	properties: [orderIdField, ...resultFields(Object.keys(COUNTERPARTY_AUTHORS))],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await fetchOrder(api, orderId);
		const info =
			(await api.call(endpoints.getCounterparty, { originalUid: textOf(order.targetUserId), orderId })) ?? {};

		return { json: simplifyFrom(params) ? simplifiedCounterparty(order, info) : untouched(info) };
	},
};
