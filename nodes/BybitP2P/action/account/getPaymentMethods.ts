import { simplifiedPaymentMethod } from '../../api/simplify/ad';
import { endpoints } from '../../api/endpoints';
import { learnPaymentNames } from '../../api/paymentNames';
import { filledFields } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import { untouched } from '../../api/simplify/untouched';
import { simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation } from '../operation';

type OwnPaymentMethod = ReturnType<typeof simplifiedPaymentMethod> & {
	readonly realName: string;
	/** The filled fields, in the exchange's names. */
	readonly details: Readonly<Record<string, unknown>>;
};

export const getPaymentMethods: Operation<OwnPaymentMethod> = {
	name: 'Get Payment Methods',
	value: 'getPaymentMethods',
	action: 'Get payment methods',
	description: 'List the payment methods of your account; their IDs are what an ad wants',
	isReadOnly: true,
	ownTexts: ['name', 'realName', 'details'],
	properties: [...resultFields(['paymentId', 'paymentType', 'name', 'realName', 'details'])],
	async execute({ api, params }) {
		const terms = (await api.call(endpoints.listPaymentMethods, {})) ?? [];
		learnPaymentNames(terms);
		const simplify = simplifyFrom(params);
		return terms.map((term) => ({
			json: simplify
				? { ...simplifiedPaymentMethod(term), realName: textOf(term.realName), details: filledFields(term) }
				: untouched(term),
		}));
	},
};
