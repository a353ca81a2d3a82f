import type { BybitApi } from '../api/client';
import { endpoints } from '../api/endpoints';
import { BybitError } from '../api/errors';
import { textOf } from '../api/order';
import type { Id, OrderInFull, OrderRow } from '../api/types';

/**
 * True for an order that can be followed. One that cannot must not get into the state: it would make the whole of it unreadable.
 */
export function isReadable(order: unknown): order is OrderRow {
	if (typeof order !== 'object' || order === null) return false;
	const { id, status, createDate } = order as Partial<Record<keyof OrderRow, unknown>>;
	return textOf(id) !== '' && isNumeric(status) && isNumeric(createDate);
}

/** @throws BybitError also when the reply shows no order, or another one. */
export async function orderInFull(api: BybitApi, orderId: Id): Promise<OrderInFull> {
	const order = await api.call(endpoints.getOrder, { orderId });
	if (isReadable(order) && textOf(order.id) === orderId) return order;
	throw new BybitError(endpoints.getOrder.task, undefined, 'the reply does not show it');
}

function isNumeric(value: unknown): boolean {
	return textOf(value) !== '' && Number.isFinite(Number(value));
}
