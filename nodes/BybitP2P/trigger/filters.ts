import { sideName, statusName, type OrderStatus, type Side } from '../api/codes';
import { messageKind, type MessageKind, messageSender, type MessageSender } from '../api/simplify/message';
import { textOf } from '../api/text';
import type { Decimal, Id, OrderInFull, OrderRow } from '../api/types';
import { compareDecimals, isDecimal } from '../safety/decimal';
import type { DomainEvent } from './change';

/** Filters apply to what is emitted, never to what is remembered: changing one does not replay the past. */
export interface EventFilters {
	readonly side?: Side;
	/** Upper case; empty for all. */
	readonly coins: readonly string[];
	readonly fiats: readonly string[];
	/** Known of orders in full only. */
	readonly adIds: readonly Id[];
	readonly counterpartyIds: readonly Id[];
	readonly excludeCounterpartyIds: readonly Id[];
	/** Empty for all. */
	readonly statuses: readonly OrderStatus[];
	readonly minFiatAmount?: Decimal;
	readonly maxFiatAmount?: Decimal;
	readonly messageFrom: readonly MessageSender[];
	/** Empty for all. */
	readonly messageKinds: readonly MessageKind[];
}

/** What is not known yet passes: an order that no list shows is read before its event is emitted. */
export function passes({ order, ad, ...event }: DomainEvent, filters: EventFilters): boolean {
	if (ad !== undefined) return isWanted(ad, filters) && isAmong(textOf(ad.id), filters.adIds);
	return passesByMessage(event, filters) && (order === undefined || passesByOrder(order, filters));
}

function passesByOrder(order: OrderRow | OrderInFull, filters: EventFilters): boolean {
	const { amount, targetUserId, status } = order;
	const { minFiatAmount, maxFiatAmount, excludeCounterpartyIds } = filters;
	const counterpartyId = textOf(targetUserId);
	return (
		isWanted(order, filters) &&
		isOfAd(order, filters.adIds) &&
		isAmong(counterpartyId, filters.counterpartyIds) &&
		!excludeCounterpartyIds.includes(counterpartyId) &&
		isAmong(statusName(Number(status)) as OrderStatus, filters.statuses) &&
		(minFiatAmount === undefined || (isDecimal(amount) && compareDecimals(amount, minFiatAmount) >= 0)) &&
		(maxFiatAmount === undefined || (isDecimal(amount) && compareDecimals(amount, maxFiatAmount) <= 0))
	);
}

/** What orders and ads have in common. */
function isWanted(
	{ side, tokenId, currencyId }: { readonly side: unknown; readonly tokenId: string; readonly currencyId: string },
	{ side: wantedSide, coins, fiats }: EventFilters,
): boolean {
	return (
		(wantedSide === undefined || sideName(side) === wantedSide) &&
		isAmong(textOf(tokenId).toUpperCase(), coins) &&
		isAmong(textOf(currencyId).toUpperCase(), fiats)
	);
}

function passesByMessage({ message, nicknames }: DomainEvent, { messageFrom, messageKinds }: EventFilters): boolean {
	if (message === undefined || nicknames === undefined) return true;
	return messageFrom.includes(messageSender(message, nicknames)) && isAmong(messageKind(message), messageKinds);
}

/** An order whose ad is not known passes: it is read in full before it is emitted, and after many tries rather emitted than lost. */
function isOfAd(order: Partial<OrderInFull>, adIds: readonly Id[]): boolean {
	return order.itemId === undefined || isAmong(textOf(order.itemId), adIds);
}

function isAmong<T>(value: T, wanted: readonly T[]): boolean {
	return wanted.length === 0 || wanted.includes(value);
}
