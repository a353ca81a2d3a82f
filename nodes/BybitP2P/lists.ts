import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { statusText } from './api/codes';
import { simplifiedOrder } from './api/order';
import { orderPages, PAGE_SIZE } from './api/pages';
import { clientOf, toNodeError } from './host';

/** Choices from the exchange, for people who would rather pick than type. */

/** The pending orders, newest first, a page at a time. */
export async function searchPendingOrders(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	try {
		const { api } = await clientOf(this);
		const results: INodeListSearchResult['results'] = [];
		const wanted = (filter ?? '').trim().toLowerCase();
		for await (const { rows } of orderPages(api, 'pending')) {
			for (const row of rows) {
				const order = simplifiedOrder(row);
				const deed = order.side === 'sell' ? 'sell' : 'buy';
				const name = `${order.counterpartyNickname}: ${deed} ${order.coinAmount} ${order.coin} for ${order.fiatAmount} ${order.fiat}, ${statusText(order.statusCode)}, …${order.orderId.slice(-6)}`;
				if (wanted !== '' && !`${name} ${order.orderId}`.toLowerCase().includes(wanted)) continue;
				results.push({ name, value: order.orderId });
			}
			if (wanted === '' && results.length >= 4 * PAGE_SIZE) break;
		}
		return { results };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
