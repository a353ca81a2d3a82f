import { AD_STATUS, simplifiedAd, termsOf, type SimplifiedAd } from '../../api/simplify/ad';
import { fetchAd } from '../../api/fetchOne';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';
import { changeAd } from './adWrite';
import { assertConsistentTerms, assertTermsShown } from './terms';

type ActivatedAd = SimplifiedAd & { readonly activated: boolean; readonly alreadyActive: boolean };

export const activate: Operation<ActivatedAd> = {
	name: 'Activate',
	value: 'activate',
	action: 'Activate ad',
	description:
		'Put an ad that is offline back on the market, with the terms it has. An ad that is online stays as it is.',
	isMoneyAction: true,
	properties: [adIdField],
	async execute({ api, origin, params }) {
		const id = adIdFrom(params);

		return await api.runExclusive(`ad ${id}`, async () => {
			const before = await fetchAd(api, id);
			if (Number(before.status) === AD_STATUS.online) {
				return { json: { ...simplifiedAd(before), activated: true, alreadyActive: true } };
			}
			assertTermsShown(before);
			const terms = termsOf(before);
			assertConsistentTerms(terms);
			const what = `activation of ad ${id}`;
			const after = await changeAd({ api, origin }, { what, before, terms, actionType: 'ACTIVE' });
			return { json: { ...simplifiedAd(after), activated: true, alreadyActive: false } };
		});
	},
};
