import { endpoints } from '../../api/endpoints';
import { counterpartyName } from '../../api/order';
import { textOf } from '../../api/text';
import { orderInFull } from '../../api/reading';
import { orderIdField, simplifyField } from '../fields';
import { orderIdFrom, simplifyFrom } from '../input';
import type { Operation } from '../operation';
import { figuresOf } from './figures';

export const getCounterparty: Operation = {
	name: 'Get Counterparty',
	value: 'getCounterparty',
	action: 'Get the counterparty of an order',
	description: 'Read how the other side of an order has traded so far',
	untrusted: ['nickname', 'realName'],
	properties: [orderIdField, simplifyField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await orderInFull(api, orderId);
		const info =
			(await api.call(endpoints.getCounterparty, { originalUid: textOf(order.targetUserId), orderId })) ?? {};

		if (!simplifyFrom(params)) return { json: info };
		return {
			json: {
				orderId,
				counterpartyId: textOf(order.targetUserId),
				nickname: textOf(order.targetNickName),
				// From the order, which has it whole; the figures come with a masked one.
				realName: counterpartyName(order),
				kycLevel: textOf(info.kycLevel),
				country: textOf(info.kycCountryCode),
				...figuresOf(info),
				blocked: ['Y', 'TRUE', '1'].includes(textOf(info.blocked).toUpperCase()),
			},
		};
	},
};
