import { AD_AUTHORS, simplifiedAd, type SimplifiedAd } from '../../api/simplify/ad';
import { SIDE } from '../../api/codes';
import { endpoints, type OwnAdsRequest } from '../../api/endpoints';
import { adPages, PAGE_SIZE } from '../../api/pages';
import { untouched } from '../../api/simplify/untouched';
import { coinFilter, fiatFilter, limitField, returnAllField, sideFilter } from '../../n8n/fields';
import { choiceFrom, codeFrom, collectionFrom, limitFrom, simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import type { Operation, Output } from '../operation';

export const getMany: Operation<SimplifiedAd> = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many ads',
	description: 'List your own ads',
	isReadOnly: true,
	properties: [
		returnAllField,
		limitField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				coinFilter,
				fiatFilter,
				sideFilter,
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Available', value: 'available' },
						{ name: 'Sold Out', value: 'soldOut' },
					],
					default: 'available',
				},
			],
		},
		...resultFields(Object.keys(AD_AUTHORS)),
	],
	async execute({ api, params }) {
		const limit = limitFrom(params);
		const filters = filtersFrom(collectionFrom(params, 'filters'));
		const simplify = simplifyFrom(params);

		const outputs: Output<SimplifiedAd>[] = [];
		const pages = adPages(
			PAGE_SIZE,
			async (page) => await api.call(endpoints.listOwnAds, { ...filters, page, size: String(PAGE_SIZE) }),
		);
		for await (const ads of pages) {
			outputs.push(...ads.map((ad) => ({ json: simplify ? simplifiedAd(ad) : untouched(ad) })));
			if (outputs.length >= limit) break;
		}
		return outputs.slice(0, limit);
	},
};

function filtersFrom(fields: Readonly<Record<string, unknown>>): Omit<OwnAdsRequest, 'page' | 'size'> {
	const { coin, fiat, side, status } = fields;
	return {
		...(coin === undefined ? {} : { tokenId: codeFrom(coin, 'Coin') }),
		...(fiat === undefined ? {} : { currencyId: codeFrom(fiat, 'Fiat') }),
		...(side === undefined ? {} : { side: String(SIDE[choiceFrom(side, 'Side', ['buy', 'sell'] as const)]) }),
		...(status === undefined
			? {}
			: { status: choiceFrom(status, 'Status', ['available', 'soldOut'] as const) === 'soldOut' ? '1' : '2' }),
	};
}
