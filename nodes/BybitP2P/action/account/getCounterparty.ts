import { endpoints } from '../../api/endpoints';
import { counterpartyName } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import { fetchOrder } from '../../api/fetchOne';
import { orderIdField, simplifyField } from '../../n8n/fields';
import { orderIdFrom, simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { figuresOf, isMarked } from '../../api/simplify/tradingStats';

export const getCounterparty: Operation = {
	name: 'Get Counterparty',
	value: 'getCounterparty',
	action: 'Get counterparty of order',
	description: 'Read how the other side of an order has traded so far',
	untrusted: ['nickname', 'realName'],
	properties: [orderIdField, simplifyField],
	async execute({ api, params }) {
		const orderId = orderIdFrom(params);

		const order = await fetchOrder(api, orderId);
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
				blocked: isMarked(info.blocked),
			},
		};
	},
};
