import { simplifiedAd } from '../../api/ad';
import { adInFull } from '../../api/reading';
import { simplifyField } from '../fields';
import { simplifyFrom } from '../input';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an ad',
	description: 'Read one of your ads',
	properties: [adIdField, simplifyField],
	async execute({ api, params }) {
		const itemId = adIdFrom(params);

		const ad = await adInFull(api, itemId);

		return { json: simplifyFrom(params) ? simplifiedAd(ad) : ad };
	},
};
