import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { simplifiedAd, simplifiedPaymentMethod } from '../api/simplify/ad';
import type { BybitApi } from '../api/client';
import { statusText } from '../api/codes';
import { endpoints } from '../api/endpoints';
import { filledFields, simplifiedOrder } from '../api/simplify/order';
import { adPages, orderPages, PAGE_SIZE } from '../api/pages';
import { learnPaymentNames, namedPaymentTypes } from '../api/paymentNames';
import type { Ad } from '../api/types';
import { openClient } from './client';
import { toNodeError } from './errors';

/** Choices from the exchange, for people who would rather pick than type. */

interface Choice {
	readonly name: string;
	readonly value: string;
	/** What a search also looks at. */
	readonly hidden?: string;
}

/** So many choices are enough to look through; a search goes on to the end. */
const ENOUGH = 120;

/** The pending orders, newest first. */
export async function searchPendingOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await searchChoices(this, filter, async function* (api) {
		for await (const { rows } of orderPages(api, 'pending')) {
			for (const row of rows) {
				const order = simplifiedOrder(row);
				yield {
					name: `${order.counterpartyNickname}: ${order.side} ${order.coinAmount} ${order.coin} for ${order.fiatAmount} ${order.fiat}, ${statusText(order.statusCode)}, …${order.orderId.slice(-6)}`,
					value: order.orderId,
					hidden: order.orderId,
				};
			}
		}
	});
}

/** My own ads. */
export async function searchOwnAds(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await searchChoices(this, filter, async function* (api) {
		for await (const one of ownAds(api)) {
			const ad = simplifiedAd(one);
			yield {
				name: `${ad.side} ${ad.quantityLeft} ${ad.coin} at ${ad.price} ${ad.fiat}, ${ad.status}, …${ad.adId.slice(-6)}`,
				value: ad.adId,
				hidden: ad.adId,
			};
		}
	});
}

/** The coins of my own ads. */
export async function searchCoins(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await searchChoices(this, filter, (api) => distinct(api, ({ tokenId }) => tokenId));
}

/** The currencies of my own ads. */
export async function searchFiats(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await searchChoices(this, filter, (api) => distinct(api, ({ currencyId }) => currencyId));
}

/** My own payment methods, for an ad. */
export async function getPaymentMethods(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const { api } = await openClient(this);
		const terms = (await api.call(endpoints.listPaymentMethods, {})) ?? [];
		return terms.map((term) => {
			const { paymentId, name } = simplifiedPaymentMethod(term);
			const { bankName, accountNo } = filledFields(term);
			const details = [bankName, accountNo].filter((part) => typeof part === 'string').join(' ');
			return { name: `${name} ${details}`.trim(), value: paymentId };
		});
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

/** The payment types that have a name, for a search of the market. */
export async function getPaymentTypes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	try {
		const { api } = await openClient(this);
		learnPaymentNames((await api.call(endpoints.listPaymentMethods, {})) ?? []);
		return namedPaymentTypes().map(({ type, name }) => ({ name, value: type }));
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

async function searchChoices(
	host: ILoadOptionsFunctions,
	filter: string | undefined,
	choices: (api: BybitApi) => AsyncGenerator<Choice>,
): Promise<INodeListSearchResult> {
	try {
		const { api } = await openClient(host);
		const wanted = (filter ?? '').trim().toLowerCase();
		const results: INodeListSearchResult['results'] = [];
		for await (const { name, value, hidden = '' } of choices(api)) {
			if (wanted !== '' && !`${name} ${hidden}`.toLowerCase().includes(wanted)) continue;
			results.push({ name, value });
			if (results.length >= ENOUGH) break;
		}
		return { results };
	} catch (error) {
		throw toNodeError(host.getNode(), error);
	}
}

async function* ownAds(api: BybitApi): AsyncGenerator<Ad> {
	const pages = adPages(
		PAGE_SIZE,
		async (page) => await api.call(endpoints.listOwnAds, { page, size: String(PAGE_SIZE) }),
	);
	for await (const ads of pages) yield* ads;
}

async function* distinct(api: BybitApi, codeOf: (ad: Ad) => string): AsyncGenerator<Choice> {
	const given = new Set<string>();
	for await (const ad of ownAds(api)) {
		const code = codeOf(ad);
		if (given.has(code)) continue;
		given.add(code);
		yield { name: code, value: code };
	}
}
