import type { INodeProperties } from 'n8n-workflow';

import { MARKET_AD_FIELDS, simplifiedMarketAd, type MarketAd } from '../../api/simplify/ad';
import { paymentName } from '../../api/paymentNames';
import type { MarketRow } from '../../api/types';
import { untouched } from '../../api/simplify/untouched';
import { limitField, returnAllField } from '../../n8n/fields';
import { choiceFrom, codeFrom, collectionFrom, limitFrom, locatorValue, simplifyFrom } from '../../n8n/parameters';
import { resultFields } from '../../n8n/resultFields';
import { compareDecimals, isDecimal } from '../../safety/decimal';
import { filterRejection, type MarketFilter } from '../../safety/marketFilter';
import type { Operation, OperationContext } from '../operation';
import { advertiserSideField, currencyField } from './adFields';
import { LARGEST_MARKET_PAGE, learnNamesFor, marketPages, type Market } from './market';
import { marketFilterFields, marketFilterFrom } from './marketFilterFields';

const MARKET_PAGE_SIZE = 100;
const SORTS = ['bybit', 'price', 'completionRate', 'quantity', 'recentOrders'] as const;
type Sort = (typeof SORTS)[number];

const sortField: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'options',
	options: [
		{ name: 'As Bybit Gives Them', value: 'bybit' },
		{ name: 'Best Price First', value: 'price', description: 'The best for whoever takes the ad' },
		{ name: 'Highest Completion Rate First', value: 'completionRate' },
		{ name: 'Largest Quantity First', value: 'quantity' },
		{ name: 'Most Recent Orders First', value: 'recentOrders' },
	],
	default: 'bybit',
	description: 'In which order to give the ads; for any but the order of Bybit the whole market is read',
};

/** A row of the market, as it came and as our users see it. */
interface Found {
	readonly row: MarketRow;
	readonly ad: MarketAd;
}

export const search: Operation<MarketAd> = {
	name: 'Search',
	value: 'search',
	action: 'Search ads of the market',
	description: 'List the ads of all advertisers for a coin and a currency, with the trading figures of each advertiser',
	isReadOnly: true,
	properties: [
		advertiserSideField,
		currencyField('Coin', 'USDT'),
		currencyField('Fiat', 'EUR'),
		returnAllField,
		limitField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...marketFilterFields],
		},
		sortField,
		...resultFields(MARKET_AD_FIELDS),
	],
	async execute(context) {
		const { params } = context;
		const market: Market = {
			coin: codeFrom(locatorValue(params.get('coin')), 'Coin'),
			fiat: codeFrom(locatorValue(params.get('fiat')), 'Fiat'),
			side: choiceFrom(params.get('side'), 'Side', ['buy', 'sell'] as const),
		};
		const limit = limitFrom(params);
		const filter = marketFilterFrom(collectionFrom(params, 'filters'));
		const sort = choiceFrom(params.get('sort') ?? 'bybit', 'Sort', SORTS);
		const simplify = simplifyFrom(params);

		const found = await foundAds(context, market, filter, sort === 'bybit' ? limit : Number.POSITIVE_INFINITY);

		return sorted(found, sort, market)
			.slice(0, limit)
			.map(({ row, ad }) => ({ json: simplify ? ad : untouched(row) }));
	},
};

async function foundAds(
	{ api, origin }: OperationContext,
	market: Market,
	filter: MarketFilter,
	limit: number,
): Promise<readonly Found[]> {
	const isPlain = Object.keys(filter).length === 0 && Number.isFinite(limit);
	const pageSize = isPlain ? Math.min(MARKET_PAGE_SIZE, limit) : LARGEST_MARKET_PAGE;
	const found: Found[] = [];
	for await (const rows of marketPages(api, market, pageSize)) {
		await learnNamesFor(api, origin, rows);
		found.push(
			...rows
				.map((row) => ({ row, ad: simplifiedMarketAd(row, paymentName) }))
				.filter(({ ad }) => filterRejection(ad, filter) === undefined),
		);
		if (found.length >= limit) break;
	}
	return found;
}

function sorted(found: readonly Found[], sort: Sort, { side }: Market): readonly Found[] {
	switch (sort) {
		case 'bybit':
			return found;
		case 'price':
			return byDecimal(found, ({ price }) => price, side === 'sell' ? 1 : -1);
		case 'quantity':
			return byDecimal(found, ({ quantityLeft }) => quantityLeft, -1);
		case 'completionRate':
			return byNumber(found, ({ completionRate }) => completionRate);
		case 'recentOrders':
			return byNumber(found, ({ recentOrders }) => recentOrders);
	}
}

/** What cannot be read goes last, whatever the direction. */
function byDecimal(found: readonly Found[], valueOf: (ad: MarketAd) => string, direction: 1 | -1): readonly Found[] {
	const isReadable = ({ ad }: Found): boolean => isDecimal(valueOf(ad));
	const readable = found.filter(isReadable);
	readable.sort((a, b) => direction * compareDecimals(valueOf(a.ad), valueOf(b.ad)));
	return [...readable, ...found.filter((one) => !isReadable(one))];
}

function byNumber(found: readonly Found[], valueOf: (ad: MarketAd) => number | null): readonly Found[] {
	return [...found].sort((a, b) => (valueOf(b.ad) ?? -1) - (valueOf(a.ad) ?? -1));
}
