import type { BybitApi } from './client';
import { endpoints, type Endpoint, type OrderListRequest } from './endpoints';
import type { Ad, AdPage, ChatMessage, ChatSession, Id, OrderPage, OrderRow } from './types';

/** The most the exchange gives in one page, for orders and messages alike. */
export const PAGE_SIZE = 30;

/** One page as read, and where the next one begins; undefined after the last. */
interface FetchedPage<Row, Cursor> {
	readonly rows: readonly Row[];
	readonly next: Cursor | undefined;
}

/**
 * The pages of a list, read one by one as they are asked for.
 *
 * Lists shift while they are read, and whether a cursor counts in is not documented: a row that an earlier page gave is left out. The
 * list ends when there is no next page, or after more than `maxRepeated` pages in a row without anything new, because the exchange may
 * give the same page again and again.
 *
 * @param fetchPage - reads the page at a cursor.
 * @param keyOf - what distinguishes two rows; a row without a key is never left out.
 */
async function* pagesFrom<Row, Cursor, Extra extends object = object>(
	first: Cursor,
	fetchPage: (cursor: Cursor) => Promise<FetchedPage<Row, Cursor> & Extra>,
	keyOf: (row: Row) => string | undefined,
	maxRepeated = 0,
): AsyncGenerator<FetchedPage<Row, Cursor> & Extra> {
	const given = new Set<string>();
	let repeated = 0;
	for (let cursor: Cursor | undefined = first; cursor !== undefined && repeated <= maxRepeated; ) {
		const page: FetchedPage<Row, Cursor> & Extra = await fetchPage(cursor);
		const rows = page.rows.filter((row) => {
			const key = keyOf(row);
			if (key === undefined) return true;
			const isFresh = !given.has(key);
			given.add(key);
			return isFresh;
		});
		yield { ...page, rows };
		repeated = rows.length === 0 ? repeated + 1 : 0;
		cursor = page.next;
	}
}

/** Which of the two order lists. */
export type OrderList = 'all' | 'pending';

/** A page of orders with the exchange's clock when it was read, milliseconds since the epoch. */
export interface TimedPage {
	readonly rows: readonly OrderRow[];
	readonly timeMs: number;
}

/** A count that goes up and down would be read for ever. */
const MAX_STEPS_BACK = 10;
/** So many pages of orders in a row may bring nothing new: pages are read again when orders leave the list. */
const MAX_REPEATED_PAGES = 20;

/**
 * The pages of an order list, newest first.
 *
 * When orders leave the list while it is read, others move up over the edges of pages that were read: those pages are read again.
 */
export async function* orderPages(
	api: BybitApi,
	list: OrderList,
	filters: Omit<OrderListRequest, 'page' | 'size'> = {},
): AsyncGenerator<TimedPage> {
	const endpoint: Endpoint<OrderListRequest, OrderPage> =
		list === 'pending' ? endpoints.listPendingOrders : endpoints.listOrders;
	let countBefore = 0;
	let stepsBack = 0;
	const fetchPage = async (page: number) => {
		const { result, timeMs } = await api.timedCall(endpoint, { page, size: PAGE_SIZE, ...filters });
		const rows = objectsIn(result?.items);
		const listed = lengthOf(result?.items);
		const count = result?.count ?? countBefore;
		const left = page > 1 ? countBefore - count : 0;
		countBefore = count;
		if (left > 0 && stepsBack < MAX_STEPS_BACK) {
			stepsBack += 1;
			return { rows, timeMs, next: Math.max(1, page - Math.ceil(left / PAGE_SIZE)) };
		}
		// A short page is the last one; the count alone proves nothing, it changes while pages are read.
		return { rows, timeMs, next: listed < PAGE_SIZE ? undefined : page + 1 };
	};
	yield* pagesFrom<OrderRow, number, TimedPage>(1, fetchPage, ({ id }) => id, MAX_REPEATED_PAGES);
}

/** The pages of a chat, newest message first. */
export async function* messagePages(api: BybitApi, sessionId: string): AsyncGenerator<readonly ChatMessage[]> {
	for await (const { messages } of timedMessagePages(api, sessionId)) yield messages;
}

/** The same, with the exchange's clock when each page was read, milliseconds since the epoch. */
export async function* timedMessagePages(
	api: BybitApi,
	sessionId: string,
): AsyncGenerator<{ readonly messages: readonly ChatMessage[]; readonly timeMs: number }> {
	const fetchPage = async (lastId: bigint) => {
		const request = { sessionId, lastId, limit: PAGE_SIZE };
		const { result, timeMs } = await api.timedCall(endpoints.listMessages, request);
		return { ...rowsAndOlder(result?.messages, lastId, PAGE_SIZE), timeMs };
	};
	const byId = ({ id }: ChatMessage): string | undefined => id;
	const pages = pagesFrom<ChatMessage, bigint, { timeMs: number }>(0n, fetchPage, byId, Number.POSITIVE_INFINITY);
	for await (const { rows, timeMs } of pages) yield { messages: rows, timeMs };
}

/**
 * The pages of a list of ads.
 *
 * @param fetchPage - reads one page; page numbers are text here.
 */
export async function* adPages(
	pageSize: number,
	fetchPage: (page: string) => Promise<AdPage | null | undefined>,
): AsyncGenerator<readonly Ad[]> {
	const fetchNumbered = async (page: number) => {
		const items = (await fetchPage(String(page)))?.items;
		return { rows: objectsIn(items), next: lengthOf(items) < pageSize ? undefined : page + 1 };
	};
	for await (const { rows } of pagesFrom<Ad, number>(1, fetchNumbered, ({ id }) => id)) yield rows;
}

/** The exchange takes 20 here; 50 was refused (913100009), seen on a live account. */
export const CHAT_PAGE_SIZE = 20;

/** The pages of the list of chats, newest first. @param readStatus - 0 unread, 1 read, 2 all. */
export async function* chatPages(api: BybitApi, readStatus: number): AsyncGenerator<readonly ChatSession[]> {
	const fetchPage = async (lastId: bigint) => {
		const result = await api.call(endpoints.listChats, { lastId, size: CHAT_PAGE_SIZE, readStatus });
		return rowsAndOlder(result?.chatSession, lastId, CHAT_PAGE_SIZE);
	};
	const pages = pagesFrom<ChatSession, bigint>(0n, fetchPage, ({ sessionId }) => sessionId, Number.POSITIVE_INFINITY);
	for await (const { rows } of pages) yield rows;
}

/**
 * The rows of a page, and the cursor of the next, older one: the id of the last row.
 *
 * There is none after a short page, nor when the page does not go further back than its own cursor: it would be read for ever.
 */
function rowsAndOlder<Row extends { readonly id?: Id }>(
	listed: readonly Row[] | null | undefined,
	lastId: bigint,
	pageSize: number,
): FetchedPage<Row, bigint> {
	const rows = objectsIn(listed);
	const last = rows[rows.length - 1]?.id;
	if (lengthOf(listed) < pageSize || last === undefined || !/^\d+$/.test(String(last)))
		return { rows, next: undefined };
	const next = BigInt(last);
	return { rows, next: lastId !== 0n && next >= lastId ? undefined : next };
}

/** What a list holds that can be a row: one odd entry must not cost all others. */
function objectsIn<Row>(listed: readonly Row[] | null | undefined): readonly Row[] {
	return Array.isArray(listed) ? listed.filter((row) => typeof row === 'object' && row !== null) : [];
}

function lengthOf(listed: unknown): number {
	return Array.isArray(listed) ? listed.length : 0;
}
