import { AD_STATUS, simplifiedAd, termsOf } from '../../api/ad';
import { endpoints } from '../../api/endpoints';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';
import { adWrite } from './adWrite';
import { demandSensible } from './terms';

export const activate: Operation = {
	name: 'Activate',
	value: 'activate',
	action: 'Activate an ad',
	description: 'Put an ad that is offline back on the market, with the terms it has. An ad that is online stays as it is.',
	movesMoney: true,
	properties: [adIdField],
	async execute({ api, params }) {
		const id = adIdFrom(params);

		const ad = await api.call(endpoints.getAd, { itemId: id });
		if (Number(ad.status) === AD_STATUS.online) {
			return { json: { ...simplifiedAd(ad), activated: true, alreadyActive: true } };
		}
		const terms = termsOf(ad);
		demandSensible(terms);
		await adWrite(api, `activation of ad ${id}`, endpoints.updateAd, { id, actionType: 'ACTIVE', ...terms });

		const after = await api.call(endpoints.getAd, { itemId: id });
		return { json: { ...simplifiedAd(after), activated: true, alreadyActive: false } };
	},
};
