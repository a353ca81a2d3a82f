import { AD_STATUS, simplifiedAd, termsOf } from '../../api/simplify/ad';
import { endpoints } from '../../api/endpoints';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';
import { adWrite, shownAfter } from './adWrite';
import { assertConsistentTerms } from './terms';
import { fetchAd } from '../../api/fetchOne';

export const activate: Operation = {
	name: 'Activate',
	value: 'activate',
	action: 'Activate an ad',
	description:
		'Put an ad that is offline back on the market, with the terms it has. An ad that is online stays as it is.',
	isMoneyAction: true,
	properties: [adIdField],
	async execute({ api, params }) {
		const id = adIdFrom(params);

		return await api.runExclusive(`ad ${id}`, async () => {
			const ad = await fetchAd(api, id);
			if (Number(ad.status) === AD_STATUS.online) {
				return { json: { ...simplifiedAd(ad), activated: true, alreadyActive: true } };
			}
			const terms = termsOf(ad);
			assertConsistentTerms(terms);
			await adWrite(api, `activation of ad ${id}`, endpoints.updateAd, { id, actionType: 'ACTIVE', ...terms });
			return { json: { ...(await shownAfter(api, ad, terms)), activated: true, alreadyActive: false } };
		});
	},
};
