import { simplifiedOrderInFull } from '../../api/order';
import { orderInFull } from '../../api/reading';
import { orderIdField, simplifyField } from '../fields';
import { orderIdFrom, simplifyFrom } from '../input';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an order',
	description: 'Read one order in full, with real names and payment details',
	untrusted: ['counterpartyNickname', 'counterpartyName', 'paymentDetails', 'remark', 'appeal'],
	properties: [orderIdField, simplifyField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await orderInFull(api, orderId);

		return { json: simplifyFrom(params) ? simplifiedOrderInFull(order) : order };
	},
};
