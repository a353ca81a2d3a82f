import type { BybitApi } from './client';
import { endpoints } from './endpoints';
import { BybitError } from './errors';
import { learnPaymentNames } from './paymentNames';
import { textOf } from './text';
import type { Ad, Id, OrderInFull, OrderRow, PersonalInfo } from './types';

/**
 * True for an order that can be followed. One that cannot must not get into the state: it would make the whole of it unreadable.
 */
export function isReadable(order: unknown): order is OrderRow {
	if (typeof order !== 'object' || order === null) return false;
	const { id, status, createDate } = order as Partial<Record<keyof OrderRow, unknown>>;
	return textOf(id) !== '' && isNumeric(status) && isNumeric(createDate);
}

/** One order. @throws BybitError also when the reply shows no order, or another one. */
export async function fetchOrder(api: BybitApi, orderId: Id): Promise<OrderInFull> {
	return (await fetchTimedOrder(api, orderId)).order;
}

/** As `fetchOrder`, with the exchange's clock when it was read, milliseconds since the epoch. */
export async function fetchTimedOrder(api: BybitApi, orderId: Id): Promise<{ order: OrderInFull; timeMs: number }> {
	const read = await api.timedCall(endpoints.getOrder, { orderId });
	const order: OrderInFull | null | undefined = read.result;
	if (isReadable(order) && textOf(order.id) === orderId) {
		learnPaymentNames([order.confirmedPayTerm, order.paymentTermResult]);
		learnPaymentNames(order.paymentTermList);
		return { order, timeMs: read.timeMs };
	}
	throw new BybitError(endpoints.getOrder.task, undefined, NOT_SHOWN);
}

/** One of my ads. @throws BybitError also when the reply shows no ad, or another one. */
export async function fetchAd(api: BybitApi, adId: Id): Promise<Ad> {
	return (await fetchTimedAd(api, adId)).ad;
}

/** As {@link fetchAd}, with the exchange's clock, milliseconds since the epoch. */
export async function fetchTimedAd(api: BybitApi, adId: Id): Promise<{ ad: Ad; timeMs: number }> {
	const { result, timeMs } = await api.timedCall(endpoints.getAd, { itemId: adId });
	const ad: Ad | null | undefined = result;
	if (textOf(ad?.id) === adId) return { ad: ad as Ad, timeMs };
	throw new BybitError(endpoints.getAd.task, undefined, NOT_SHOWN);
}

/** My own account. @throws BybitError also when the reply shows none. */
export async function fetchAccount(api: BybitApi): Promise<PersonalInfo> {
	const account: PersonalInfo | null | undefined = await api.call(endpoints.getAccount, {});
	if (textOf(account?.nickName) !== '') return account as PersonalInfo;
	throw new BybitError(endpoints.getAccount.task, undefined, NOT_SHOWN);
}

const NOT_SHOWN = 'the reply does not show it';

function isNumeric(value: unknown): boolean {
	return textOf(value) !== '' && Number.isFinite(Number(value));
}
