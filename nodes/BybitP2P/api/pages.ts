import type { BybitApi } from './client';
import { endpoints, type Endpoint, type OrderListRequest } from './endpoints';
import type { ChatMessage, Id, OrderPage, OrderRow } from './types';

/** The most the exchange gives in one page, for orders and messages alike. */
export const PAGE_SIZE = 30;

/** Which of the two order lists. */
export type OrderList = 'all' | 'pending';

/** A page of orders with the exchange's clock when it was read, milliseconds since the epoch. */
export interface TimedPage {
	readonly rows: readonly OrderRow[];
	readonly timeMs: number;
}

/**
 * The pages of an order list, newest first, read one by one as they are asked for.
 *
 * The list shifts while it is read: an order that was already given is left out of later pages.
 */
export async function* orderPages(
	api: BybitApi,
	list: OrderList,
	filters: Omit<OrderListRequest, 'page' | 'size'> = {},
): AsyncGenerator<TimedPage> {
	const endpoint: Endpoint<OrderListRequest, OrderPage> =
		list === 'pending' ? endpoints.listPendingOrders : endpoints.listOrders;
	const given = new Set<Id>();
	let countBefore = 0;
	for (let page = 1; ; page += 1) {
		const { result, timeMs } = await api.timedCall(endpoint, { page, size: PAGE_SIZE, ...filters });
		const listed = result?.items ?? [];
		const rows = listed.filter((row) => !given.has(row.id));
		rows.forEach((row) => given.add(row.id));
		yield { rows, timeMs };
		const count = result?.count ?? 0;
		// Orders left the list meanwhile and moved others up, over the edge of the page before: read that one again.
		if (page > 1 && count < countBefore) page -= Math.min(2, page);
		// A short page is the last one; the count alone proves nothing, it changes while pages are read.
		else if (listed.length < PAGE_SIZE) return;
		countBefore = count;
	}
}

/** The pages of a chat, newest message first. */
export async function* messagePages(api: BybitApi, sessionId: string): AsyncGenerator<readonly ChatMessage[]> {
	let lastId = 0n;
	for (;;) {
		const result = await api.call(endpoints.listMessages, {
			sessionId,
			lastId,
			limit: PAGE_SIZE,
		});
		const messages = result?.messages ?? [];
		yield messages;
		if (messages.length < PAGE_SIZE) return;
		const next = oldestId(messages);
		// A page that does not go further back would be read for ever.
		if (next === undefined || (lastId !== 0n && next >= lastId)) return;
		lastId = next;
	}
}

function oldestId(messages: readonly ChatMessage[]): bigint | undefined {
	const last = messages[messages.length - 1]?.id;
	return last !== undefined && /^\d+$/.test(String(last)) ? BigInt(last) : undefined;
}
