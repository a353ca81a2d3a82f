import type { INodeProperties } from 'n8n-workflow';

import { SIDE, STATUS, type OrderStatus, type Side } from '../../api/codes';
import type { OrderListRequest } from '../../api/endpoints';
import { simplifiedOrder } from '../../api/simplify/order';
import { orderPages, type OrderList } from '../../api/pages';
import type { OrderInFull, OrderRow } from '../../api/types';
import { coinFilter, fiatFilter, sideFilter } from '../../n8n/fields';
import { choiceFrom, codeFrom, collectionFrom, idFrom, limitFrom, simplifyFrom, timeFrom } from '../../n8n/parameters';
import type { OperationContext, Output } from '../operation';
import { fetchOrder } from '../../api/fetchOne';

const SIDES = ['buy', 'sell'] as const;
const STATUSES = Object.keys(STATUS) as OrderStatus[];

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
			description: 'Only orders of this ad. Bybit does not tell the ad in lists, so each order is read by itself.',
		},
		coinFilter,
		{
			displayName: 'Counterparty ID',
			name: 'counterpartyId',
			type: 'string',
			default: '',
			description: 'Only orders with this person',
		},
		{
			displayName: 'Created After',
			name: 'createdAfter',
			type: 'dateTime',
			default: '',
		},
		{
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			default: '',
		},
		fiatFilter,
		sideFilter,
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			options: [
				{ name: 'Appeal', value: 'appeal' },
				{ name: 'Cancelled', value: 'cancelled' },
				{ name: 'Cancelled by Exception', value: 'cancelledByException' },
				{ name: 'Completed', value: 'completed' },
				{ name: 'Objection', value: 'objection' },
				{ name: 'Paying Online', value: 'payingOnline' },
				{ name: 'Payment Failed', value: 'paymentFailed' },
				{ name: 'Waiting for Chain', value: 'waitingForChain' },
				{ name: 'Waiting for Coin Choice', value: 'waitingForCoinChoice' },
				{ name: 'Waiting for Objection', value: 'waitingForObjection' },
				{ name: 'Waiting for Payment', value: 'waitingForPayment' },
				{ name: 'Waiting for Release', value: 'waitingForRelease' },
			],
			default: [],
		},
	],
};

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

/** The orders of a list that pass the filters, newest first; no page is read beyond the limit. */
export async function listOrders(list: OrderList, { api, params }: OperationContext): Promise<Output[]> {
	const limit = limitFrom(params);
	const filters = filtersFrom(collectionFrom(params, 'filters'));
	const simplify = simplifyFrom(params);

	const outputs: Output[] = [];
	for await (const { rows } of orderPages(api, list, askedOfExchange(filters))) {
		for (const row of rows) {
			if (!passes(row, filters)) continue;
			// The ad stands in the order in full only.
			const order: OrderInFull = filters.adId === undefined ? row : await fetchOrder(api, row.id);
			if (filters.adId !== undefined && order.itemId !== filters.adId) continue;
			outputs.push({ json: simplify ? simplifiedOrder(order) : order });
			if (outputs.length >= limit) return outputs;
		}
		if (isPast(rows, filters)) return outputs;
	}
	return outputs;
}

function filtersFrom(fields: Readonly<Record<string, unknown>>): Filters {
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
		...(fields.createdAfter === undefined ? {} : { createdAfterMs: timeFrom(fields.createdAfter, 'Created After') }),
		...(fields.createdBefore === undefined
			? {}
			: { createdBeforeMs: timeFrom(fields.createdBefore, 'Created Before') }),
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

/** All filters once more: what the exchange makes of dates is assumed, and the rest it does not know. */
function passes(row: OrderRow, filters: Filters): boolean {
	const createdMs = Number(row.createDate);
	return (
		(filters.statuses.length === 0 || filters.statuses.includes(Number(row.status))) &&
		(filters.side === undefined || Number(row.side) === SIDE[filters.side]) &&
		(filters.coin === undefined || row.tokenId.toUpperCase() === filters.coin) &&
		(filters.fiat === undefined || row.currencyId.toUpperCase() === filters.fiat) &&
		(filters.counterpartyId === undefined || row.targetUserId === filters.counterpartyId) &&
		(filters.createdAfterMs === undefined || createdMs >= filters.createdAfterMs) &&
		(filters.createdBeforeMs === undefined || createdMs <= filters.createdBeforeMs)
	);
}

/** True when a page, newest first, has gone back beyond the first date asked for. */
function isPast(rows: readonly OrderRow[], { createdAfterMs }: Filters): boolean {
	const oldest = rows[rows.length - 1];
	return createdAfterMs !== undefined && oldest !== undefined && Number(oldest.createDate) < createdAfterMs;
}
