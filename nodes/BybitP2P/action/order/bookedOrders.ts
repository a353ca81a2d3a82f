import { SIDE, STATUS, type OrderStatus, type Side } from '../../api/codes';
import type { OrderListRequest } from '../../api/endpoints';
import { BybitError, InputError } from '../../api/errors';
import { fetchOrder } from '../../api/fetchOne';
import { orderPages } from '../../api/pages';
import { paymentName } from '../../api/paymentNames';
import { resultOf } from '../../api/result';
import { simplifiedOrder, simplifiedOrderInFull } from '../../api/simplify/order';
import { textOf } from '../../api/text';
import type { OrderRow } from '../../api/types';
import type { BookedOrder, CostMethod } from '../../safety/summary/types';
import type { OperationContext } from '../operation';

/** Which orders a summary rests on. */
export interface Booked {
	readonly createdAfterMs: number;
	readonly createdBeforeMs?: number;
	readonly statuses: readonly OrderStatus[];
	readonly side?: Side;
	readonly coin?: string;
	/** The exchange does not filter by it. */
	readonly fiat?: string;
	readonly costMethod?: CostMethod;
}

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;
/** Room for "180 days ago" to be asked for as a whole day. */
const HISTORY_SLACK_MS = DAY_MS;
const PAGES_BETWEEN_MESSAGES = 20;
const ORDERS_BETWEEN_MESSAGES = 200;
/** Reads under way at once; how many leave in a second is the rate limit's matter. */
const AT_ONCE = 5;

/**
 * The orders of a period, with those that only show what coins have cost.
 *
 * @throws InputError for a period that the exchange does not show any more: its sums would be too small.
 */
export async function bookedOrders({ api, log }: OperationContext, booked: Booked): Promise<readonly BookedOrder[]> {
	const { createdAfterMs, createdBeforeMs = Number.POSITIVE_INFINITY } = booked;
	const orders: BookedOrder[] = [];
	let pages = 0;
	for await (const { rows, timeMs } of orderPages(api, 'all', askedOfExchange(booked))) {
		assertInHistory(createdAfterMs, timeMs);
		for (const row of rows) {
			const createdMs = createdAt(row);
			if (createdMs >= createdAfterMs && createdMs <= createdBeforeMs) orders.push(simplifiedOrder(row));
		}
		pages += 1;
		if (pages % PAGES_BETWEEN_MESSAGES === 0) log?.(`Bybit P2P: ${orders.length} orders read for the summary`);
		// Newest first: all that follow are older.
		if (rows.length > 0 && createdAt(rows[rows.length - 1]) < createdAfterMs) break;
	}
	return orders;
}

/** The same orders, those that count with their payment method: only an order in full shows it. */
export async function withPaymentMethods(
	{ api, log }: OperationContext,
	orders: readonly BookedOrder[],
	counts: (order: BookedOrder) => boolean,
): Promise<readonly BookedOrder[]> {
	const wanted = orders.filter(counts);
	const read: BookedOrder[] = [];
	for (let from = 0; from < wanted.length; from += AT_ONCE) {
		const some = wanted.slice(from, from + AT_ONCE);
		read.push(...(await Promise.all(some.map(async (order) => ({ ...order, ...(await methodOf(order)) })))));
		if (read.length % ORDERS_BETWEEN_MESSAGES === 0) {
			log?.(`Bybit P2P: payment methods of ${read.length} of ${wanted.length} orders read for the summary`);
		}
	}
	return [...orders.filter((order) => !counts(order)), ...read];

	/** An order that the exchange does not show in full is summed without a method; all else stops the summary. */
	async function methodOf({ orderId }: BookedOrder): Promise<{ paymentMethod?: string }> {
		const full = await resultOf(async () => await fetchOrder(api, orderId));
		if ('value' in full) {
			const { paymentMethod, paymentType } = simplifiedOrderInFull(full.value);
			return { paymentMethod: paymentMethod || paymentName(paymentType) };
		}
		const { error } = full;
		if (error instanceof BybitError && !error.isAccessDenied && !error.isRateLimited) return {};
		throw error;
	}
}

/** The part that the exchange filters itself. Purchases of every status asked for say nothing about a cost: completed ones do. */
function askedOfExchange(booked: Booked): Omit<OrderListRequest, 'page' | 'size'> {
	const { statuses, side, coin, costMethod, createdAfterMs, createdBeforeMs } = booked;
	const needed = new Set(costMethod === undefined ? statuses : [...statuses, 'completed' as const]);
	const [only] = needed;
	return {
		...(needed.size === 1 ? { status: STATUS[only] } : {}),
		...(side === undefined || costMethod !== undefined ? {} : { side: SIDE[side] }),
		...(coin === undefined ? {} : { tokenId: coin }),
		beginTime: String(createdAfterMs),
		...(createdBeforeMs === undefined ? {} : { endTime: String(createdBeforeMs) }),
	};
}

function assertInHistory(createdAfterMs: number, nowMs: number): void {
	if (nowMs - createdAfterMs <= HISTORY_DAYS * DAY_MS + HISTORY_SLACK_MS) return;
	throw new InputError(
		`The orders were not summarized: Bybit shows orders of the last ${HISTORY_DAYS} days only`,
		'Choose a later Created After. Keep the summaries of earlier months yourself, for example in a Data Table.',
	);
}

function createdAt({ createDate }: OrderRow): number {
	return Number(textOf(createDate) || Number.NaN);
}
