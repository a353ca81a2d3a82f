import { simplifiedAd } from '../../api/simplify/ad';
import { fetchAd } from '../../api/fetchOne';
import { simplifyField } from '../../n8n/fields';
import { simplifyFrom } from '../../n8n/parameters';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get ad',
	description: 'Read one of your ads',
	isReadOnly: true,
	properties: [adIdField, simplifyField],
	async execute({ api, params }) {
		const itemId = adIdFrom(params);

		const ad = await fetchAd(api, itemId);

		return { json: simplifyFrom(params) ? simplifiedAd(ad) : ad };
	},
};
