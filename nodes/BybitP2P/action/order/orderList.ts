import type { INodeProperties } from 'n8n-workflow';

import { SIDE, sideOf, SIDES, STATUS, statusLabel, statusOf, STATUSES, type Side } from '../../api/codes';
import type { OrderListRequest } from '../../api/endpoints';
import {
	simplifiedOrder,
	simplifiedOrderInFull,
	type OrderDetails,
	type SimplifiedOrder,
} from '../../api/simplify/order';
import { orderPages, type OrderList } from '../../api/pages';
import { textOf } from '../../api/text';
import type { OrderInFull, OrderRow } from '../../api/types';
import { coinFilter, createdAfterFilter, createdBeforeFilter, fiatFilter, sideFilter } from '../../n8n/fields';
import {
	booleanFrom,
	choiceFrom,
	codeFrom,
	collectionFrom,
	idFrom,
	limitFrom,
	periodFrom,
	simplifyFrom,
} from '../../n8n/parameters';
import type { OperationContext, Output } from '../operation';
import { fetchOrder } from '../../api/fetchOne';
import { untouched } from '../../api/simplify/untouched';

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Ad ID',
			name: 'adId',
			type: 'string',
			default: '',
			description: 'Only orders of this ad. Bybit does not show the ad in lists, so each order is read by itself.',
		},
		coinFilter,
		{
			displayName: 'Counterparty ID',
			name: 'counterpartyId',
			type: 'string',
			default: '',
			description: 'Only orders with this person',
		},
		createdAfterFilter,
		createdBeforeFilter,
		fiatFilter,
		sideFilter,
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			options: STATUSES.map((status) => ({ name: statusLabel(status), value: status })).sort((a, b) =>
				a.name < b.name ? -1 : 1,
			),
			default: [],
		},
	],
};

export const listOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Include Details',
			name: 'includeDetails',
			type: 'boolean',
			default: false,
			description:
				'Whether to read each order in full, with whole real names, the ad and payment details; one call of Bybit for each order',
		},
	],
};

const NAMES_HINT =
	'Bybit cuts real names short in lists. To compare a name, turn on Include Details in the Options, or read the order with Order: Get.';

/** Says above a list that its names are no names to go by. */
export function namesHint(json: object): string | undefined {
	return 'counterpartyName' in json && !('paymentDetails' in json) ? NAMES_HINT : undefined;
}

interface Filters {
	readonly statuses: readonly number[];
	readonly side?: Side;
	readonly coin?: string;
	readonly fiat?: string;
	readonly adId?: string;
	readonly counterpartyId?: string;
	readonly createdAfterMs?: number;
	readonly createdBeforeMs?: number;
}

/** Details where the order was read in full. */
export type ListedOrder = SimplifiedOrder & Partial<OrderDetails>;

/** The orders of a list that pass the filters, newest first; no page is read beyond the limit. */
export async function listOrders(
	list: OrderList,
	{ api, params, timezone }: OperationContext,
): Promise<Output<ListedOrder>[]> {
	const limit = limitFrom(params);
	const filters = filtersFrom(collectionFrom(params, 'filters'), timezone);
	const includeDetails = booleanFrom(collectionFrom(params, 'options').includeDetails ?? false, 'Include Details');
	const simplify = simplifyFrom(params);

	const outputs: Output<ListedOrder>[] = [];
	for await (const { rows } of orderPages(api, list, askedOfExchange(filters))) {
		for (const row of rows) {
			if (!passes(row, filters)) continue;
			// The ad stands in the order in full only.
			const isFullWanted = includeDetails || filters.adId !== undefined;
			const order: OrderInFull = isFullWanted ? await fetchOrder(api, row.id) : row;
			if (filters.adId !== undefined && order.itemId !== filters.adId) continue;
			outputs.push({ json: simplify ? simplified(order, includeDetails) : untouched(order) });
			if (outputs.length >= limit) return outputs;
		}
		if (isPast(rows, filters)) return outputs;
	}
	return outputs;
}

function simplified(order: OrderInFull, includeDetails: boolean): ListedOrder {
	return includeDetails ? simplifiedOrderInFull(order) : simplifiedOrder(order);
}

function filtersFrom(fields: Readonly<Record<string, unknown>>, timezone: string | undefined): Filters {
	const statuses: readonly unknown[] = Array.isArray(fields.status)
		? fields.status
		: fields.status === undefined
			? []
			: String(fields.status)
					.split(',')
					.map((one) => one.trim());
	return {
		statuses: statuses.map((status) => STATUS[choiceFrom(status, 'Status', STATUSES)]),
		...(fields.side === undefined ? {} : { side: choiceFrom(fields.side, 'Side', SIDES) }),
		...(fields.coin === undefined ? {} : { coin: codeFrom(fields.coin, 'Coin') }),
		...(fields.fiat === undefined ? {} : { fiat: codeFrom(fields.fiat, 'Fiat') }),
		...(fields.adId === undefined ? {} : { adId: idFrom(fields.adId, 'Ad ID') }),
		...(fields.counterpartyId === undefined
			? {}
			: { counterpartyId: idFrom(fields.counterpartyId, 'Counterparty ID') }),
		...(fields.createdAfter === undefined
			? {}
			: { createdAfterMs: periodFrom(fields.createdAfter, 'Created After', timezone).fromMs }),
		...(fields.createdBefore === undefined
			? {}
			: { createdBeforeMs: periodFrom(fields.createdBefore, 'Created Before', timezone).untilMs }),
	};
}

/** The part of the filters that the exchange applies itself: one status, side, coin and dates. */
function askedOfExchange(filters: Filters): Omit<OrderListRequest, 'page' | 'size'> {
	return {
		...(filters.statuses.length === 1 ? { status: filters.statuses[0] } : {}),
		...(filters.side === undefined ? {} : { side: SIDE[filters.side] }),
		...(filters.coin === undefined ? {} : { tokenId: filters.coin }),
		...(filters.createdAfterMs === undefined ? {} : { beginTime: String(filters.createdAfterMs) }),
		...(filters.createdBeforeMs === undefined ? {} : { endTime: String(filters.createdBeforeMs) }),
	};
}

/** All filters once more: what the exchange makes of dates is assumed, and the rest it does not know. A row that does not show what is filtered does not pass. */
function passes(row: OrderRow, filters: Filters): boolean {
	const createdMs = Number(textOf(row.createDate) || Number.NaN);
	const status = statusOf(row.status);
	return (
		(filters.statuses.length === 0 || (status !== undefined && filters.statuses.includes(status))) &&
		(filters.side === undefined || sideOf(row.side) === filters.side) &&
		(filters.coin === undefined || textOf(row.tokenId).toUpperCase() === filters.coin) &&
		(filters.fiat === undefined || textOf(row.currencyId).toUpperCase() === filters.fiat) &&
		(filters.counterpartyId === undefined || textOf(row.targetUserId) === filters.counterpartyId) &&
		(filters.createdAfterMs === undefined || createdMs >= filters.createdAfterMs) &&
		(filters.createdBeforeMs === undefined || createdMs <= filters.createdBeforeMs)
	);
}

/** True when a page, newest first, has gone back beyond the first date asked for. */
function isPast(rows: readonly OrderRow[], { createdAfterMs }: Filters): boolean {
	const oldest = rows[rows.length - 1];
	return createdAfterMs !== undefined && Number(textOf(oldest?.createDate) || Number.NaN) < createdAfterMs;
}
