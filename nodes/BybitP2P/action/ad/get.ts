import { AD_AUTHORS, simplifiedAd, type SimplifiedAd } from '../../api/simplify/ad';
import { fetchAd } from '../../api/fetchOne';
import { untouched } from '../../api/simplify/untouched';
import { simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation } from '../operation';
import { adIdField, adIdFrom } from './adFields';

export const get: Operation<SimplifiedAd> = {
	name: 'Get',
	value: 'get',
	action: 'Get ad',
	description: 'Read one of your ads',
	isReadOnly: true,
	properties: [adIdField, ...resultFields(Object.keys(AD_AUTHORS))],
	async execute({ api, params }) {
		const itemId = adIdFrom(params);

		const ad = await fetchAd(api, itemId);

		return { json: simplifyFrom(params) ? simplifiedAd(ad) : untouched(ad) };
	},
};
