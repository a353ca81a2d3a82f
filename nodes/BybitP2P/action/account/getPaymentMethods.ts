import { simplifiedPaymentMethod } from '../../api/simplify/ad';
import { endpoints } from '../../api/endpoints';
import { learnPaymentNames } from '../../api/paymentNames';
import { filledFields } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import { simplifyField } from '../../n8n/fields';
import { simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';

export const getPaymentMethods: Operation = {
	name: 'Get Payment Methods',
	value: 'getPaymentMethods',
	action: 'Get payment methods',
	description: 'List the payment methods of your account; their IDs are what an ad wants',
	isReadOnly: true,
	ownTexts: ['name', 'realName', 'details'],
	properties: [simplifyField],
	async execute({ api, params }) {
		const terms = (await api.call(endpoints.listPaymentMethods, {})) ?? [];
		learnPaymentNames(terms);
		const simplify = simplifyFrom(params);
		return terms.map((term) => ({
			json: simplify
				? { ...simplifiedPaymentMethod(term), realName: textOf(term.realName), details: filledFields(term) }
				: term,
		}));
	},
};
