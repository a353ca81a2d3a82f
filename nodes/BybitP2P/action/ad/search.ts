import { simplifiedAd } from '../../api/simplify/ad';
import { SIDE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { adPages } from '../../api/pages';
import { limitField, returnAllField, simplifyField } from '../../n8n/fields';
import { choiceFrom, codeFrom, limitFrom, locatorValue, simplifyFrom } from '../../n8n/parameters';
import type { Operation, Output } from '../operation';
import { advertiserSideField, currencyField } from './adFields';

/** The exchange gives up to 300 in one page of the market. */
const MARKET_PAGE_SIZE = 100;

export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search the ads of the market',
	description: 'List the ads of all advertisers for a coin and a currency, in the order Bybit gives them',
	properties: [
		advertiserSideField,
		currencyField('Coin', 'USDT'),
		currencyField('Fiat', 'EUR'),
		returnAllField,
		limitField,
		simplifyField,
	],
	async execute({ api, params }) {
		const tokenId = codeFrom(locatorValue(params.get('coin')), 'Coin');
		const currencyId = codeFrom(locatorValue(params.get('fiat')), 'Fiat');
		const side = String(SIDE[choiceFrom(params.get('side'), 'Side', ['buy', 'sell'] as const)]);
		const limit = limitFrom(params);
		const simplify = simplifyFrom(params);
		const pageSize = Math.min(MARKET_PAGE_SIZE, limit);

		const outputs: Output[] = [];
		const pages = adPages(
			pageSize,
			async (page) => await api.call(endpoints.searchAds, { tokenId, currencyId, side, page, size: String(pageSize) }),
		);
		for await (const ads of pages) {
			outputs.push(...ads.map((ad) => ({ json: simplify ? simplifiedAd(ad) : ad })));
			if (outputs.length >= limit) break;
		}
		return outputs.slice(0, limit);
	},
};
