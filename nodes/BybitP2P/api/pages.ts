import type { BybitApi } from './client';
import { endpoints, type Endpoint, type OrderListRequest } from './endpoints';
import type { Ad, AdPage, ChatMessage, ChatSession, Id, OrderPage, OrderRow } from './types';

/** The most the exchange gives in one page, for orders and messages alike. */
export const PAGE_SIZE = 30;

/** A count that goes up and down would be read for ever. */
const MAX_STEPS_BACK = 10;
/** So many pages in a row without anything new: the exchange gives the same page again and again. */
const MAX_REPEATED_PAGES = 20;

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
	let stepsBack = 0;
	let repeatedPages = 0;
	for (let page = 1; ; page += 1) {
		const { result, timeMs } = await api.timedCall(endpoint, { page, size: PAGE_SIZE, ...filters });
		const listed = result?.items ?? [];
		const rows = listed.filter((row) => !given.has(row.id));
		rows.forEach((row) => given.add(row.id));
		yield { rows, timeMs };
		const count = result?.count ?? countBefore;
		// Orders left the list meanwhile and moved others up, over the edges of pages that were read: read those again.
		if (page > 1 && count < countBefore && stepsBack < MAX_STEPS_BACK) {
			stepsBack += 1;
			page = Math.max(0, page - 1 - Math.ceil((countBefore - count) / PAGE_SIZE));
		} else if (listed.length < PAGE_SIZE) {
			// A short page is the last one; the count alone proves nothing, it changes while pages are read.
			return;
		}
		countBefore = count;
		repeatedPages = rows.length === 0 ? repeatedPages + 1 : 0;
		if (repeatedPages > MAX_REPEATED_PAGES) return;
	}
}

/** The pages of a chat, newest message first. A message that a page repeats is left out: whether the cursor counts in is not documented. */
export async function* messagePages(api: BybitApi, sessionId: string): AsyncGenerator<readonly ChatMessage[]> {
	const given = new Set<Id>();
	let lastId = 0n;
	for (;;) {
		const result = await api.call(endpoints.listMessages, {
			sessionId,
			lastId,
			limit: PAGE_SIZE,
		});
		const messages = result?.messages ?? [];
		const fresh = messages.filter(({ id }) => !given.has(id));
		fresh.forEach(({ id }) => given.add(id));
		yield fresh;
		if (messages.length < PAGE_SIZE) return;
		const next = oldestId(messages);
		// A page that does not go further back would be read for ever.
		if (next === undefined || (lastId !== 0n && next >= lastId)) return;
		lastId = next;
	}
}

/** The cursor of the next page: the id of the last row. */
function oldestId(rows: ReadonlyArray<{ readonly id?: Id }>): bigint | undefined {
	const last = rows[rows.length - 1]?.id;
	return last !== undefined && /^\d+$/.test(String(last)) ? BigInt(last) : undefined;
}

/**
 * The pages of a list of ads; an ad that was already given is left out of later pages.
 *
 * @param fetchPage - reads one page; page numbers are text here.
 */
export async function* adPages(
	pageSize: number,
	fetchPage: (page: string) => Promise<AdPage | null | undefined>,
): AsyncGenerator<readonly Ad[]> {
	const given = new Set<Id>();
	for (let page = 1; ; page += 1) {
		const listed = (await fetchPage(String(page)))?.items ?? [];
		const ads = listed.filter(({ id }) => !given.has(id));
		ads.forEach(({ id }) => given.add(id));
		yield ads;
		// A page of nothing new: the list is at its end, or the exchange gives the same page again and again.
		if (listed.length < pageSize || ads.length === 0) return;
	}
}

/** The exchange takes 20 here; 50 was refused (913100009), seen on a live account. */
const CHAT_PAGE_SIZE = 20;

/** The pages of the list of chats, newest first. @param readStatus - 0 unread, 1 read, 2 all. */
export async function* chatPages(api: BybitApi, readStatus: number): AsyncGenerator<readonly ChatSession[]> {
	const given = new Set<string>();
	let lastId = 0n;
	for (;;) {
		const result = await api.call(endpoints.listChats, { lastId, size: CHAT_PAGE_SIZE, readStatus });
		const listed = result?.chatSession ?? [];
		const chats = listed.filter(({ sessionId }) => sessionId === undefined || !given.has(sessionId));
		chats.forEach(({ sessionId }) => given.add(sessionId ?? ''));
		yield chats;
		const next = oldestId(listed);
		if (listed.length < CHAT_PAGE_SIZE || next === undefined || (lastId !== 0n && next >= lastId)) return;
		lastId = next;
	}
}
