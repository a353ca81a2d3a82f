import type { BybitApi } from '../../api/client';
import { sideName, SIDE, type Side } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { adPages } from '../../api/pages';
import { learnPaymentNames, paymentName } from '../../api/paymentNames';
import { resultOf } from '../../api/result';
import { textOf } from '../../api/text';
import type { MarketRow } from '../../api/types';

export interface Market {
	readonly coin: string;
	readonly fiat: string;
	/** Of the advertisers: in an ad that sells, the advertiser sells. */
	readonly side: Side;
}

/** The most that the exchange gives in one page of the market. */
export const LARGEST_MARKET_PAGE = 300;
/** More than any market has; an exchange that gives page after page is not read for ever. */
const MAX_PAGES = 30;

/**
 * The pages of the market, in the order the exchange gives them: ads of one side, as the rows themselves say.
 *
 * Whose side the exchange filters by is not documented. When it answers with ads of the other side only, or with none, the other value
 * is asked for.
 */
export async function* marketPages(
	api: BybitApi,
	market: Market,
	pageSize = LARGEST_MARKET_PAGE,
): AsyncGenerator<readonly MarketRow[]> {
	let isFound = false;
	for (const asked of market.side === 'buy' ? [SIDE.buy, SIDE.sell] : [SIDE.sell, SIDE.buy]) {
		for await (const rows of pagesOf(api, market, asked, pageSize)) {
			const ofSide = rows.filter(({ side }) => !isOtherSide(side, market.side));
			isFound = isFound || ofSide.length > 0;
			if (ofSide.length > 0) yield ofSide;
			// A first page of the other side: so are all that follow.
			else if (!isFound) break;
		}
		if (isFound) return;
	}
}

/** Learns the names of payment types from my own methods, once a process, when the rows have a type without a name. */
export async function learnNamesFor(api: BybitApi, origin: string, rows: readonly MarketRow[]): Promise<void> {
	const isNamed = rows.every(({ payments }) => (payments ?? []).every((type) => paymentName(textOf(type)) !== ''));
	if (isNamed || askedForNames.has(origin)) return;
	askedForNames.add(origin);
	// A name is a label: the market is shown without it when it cannot be read.
	const own = await resultOf(async () => await api.call(endpoints.listPaymentMethods, {}));
	if ('value' in own) learnPaymentNames(own.value);
}

const askedForNames = new Set<string>();

async function* pagesOf(
	api: BybitApi,
	{ coin, fiat }: Market,
	side: number,
	pageSize: number,
): AsyncGenerator<readonly MarketRow[]> {
	const pages = adPages(
		pageSize,
		async (page) =>
			await api.call(endpoints.searchAds, {
				tokenId: coin,
				currencyId: fiat,
				side: String(side),
				page,
				size: String(pageSize),
			}),
	);
	let read = 0;
	for await (const ads of pages) {
		yield ads as readonly MarketRow[];
		read += 1;
		if (read >= MAX_PAGES) return;
	}
}

function isOtherSide(side: unknown, wanted: Side): boolean {
	const found = sideName(side);
	return found !== wanted && found !== 'unknown';
}
