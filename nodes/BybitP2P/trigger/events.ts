import { SIDE, STATUS, statusName, type Side } from '../api/codes';
import {
	messageKind,
	messageSender,
	nicknamesOf,
	simplifiedMessage,
	type MessageKind,
	type MessageSender,
} from '../api/simplify/message';
import { simplifiedOrder, simplifiedOrderInFull } from '../api/simplify/order';
import { textOf } from '../api/text';
import type { Decimal, Id, OrderInFull, OrderRow } from '../api/types';
import { compareDecimals, isDecimal } from '../safety/decimal';
import type { Fact } from './domainEvents';

/** What a workflow can be started by. Saved in users' workflows. */
export const EVENTS = [
	'cancelRequested',
	'messageReceived',
	'orderAppealed',
	'orderCancelled',
	'orderCompleted',
	'orderCreated',
	'orderExpiring',
	'orderPaid',
	'orderStatusChanged',
] as const;
export type TriggerEvent = (typeof EVENTS)[number];

/** Filters apply to what is told, never to what is remembered: changing one does not replay the past. */
export interface EventFilters {
	readonly side?: Side;
	/** Upper case; empty for all. */
	readonly coins: readonly string[];
	readonly fiats: readonly string[];
	/** Known of orders in full only. */
	readonly adIds: readonly Id[];
	readonly counterpartyIds: readonly Id[];
	readonly minFiatAmount?: Decimal;
	readonly maxFiatAmount?: Decimal;
	readonly messageFrom: readonly MessageSender[];
	/** Empty for all. */
	readonly messageKinds: readonly MessageKind[];
}

/** What the items look like. */
export interface Shape {
	readonly simplify: boolean;
	/** With what only the order in full tells. */
	readonly details: boolean;
	/** Where relative file addresses belong to. */
	readonly origin: string;
}

/** One item of the trigger. */
export interface EventItem {
	readonly event: TriggerEvent;
	/** The same fact always carries the same one, so that a workflow can drop repeats. */
	readonly eventId: string;
	readonly order: object;
	readonly message?: object;
	readonly previousStatus?: string;
}

const EVENT_OF_STATUS: Readonly<Record<number, TriggerEvent>> = {
	[STATUS.waitingForRelease]: 'orderPaid',
	[STATUS.appeal]: 'orderAppealed',
	[STATUS.cancelled]: 'orderCancelled',
	[STATUS.paymentFailed]: 'orderCancelled',
	[STATUS.cancelledByException]: 'orderCancelled',
	[STATUS.completed]: 'orderCompleted',
};

/** The items that a fact gives, one for each event that is asked for and fits. */
export function itemsOf(
	fact: Fact,
	wanted: readonly TriggerEvent[],
	filters: EventFilters,
	shape: Shape,
): readonly EventItem[] {
	if (!passes(fact, filters)) return [];
	const order = shape.simplify ? simplified(fact.order, shape.details) : fact.order;
	return eventsOf(fact)
		.filter((event) => wanted.includes(event))
		.map((event): EventItem => {
			switch (fact.type) {
				case 'created':
				case 'expiring':
					return { event, eventId: `${event}:${fact.order.id}`, order };
				case 'cancelRequested':
					return { event, eventId: `${event}:${fact.order.id}:${fact.occurrence}`, order };
				case 'status':
					return {
						event,
						eventId: `${event}:${fact.order.id}:${fact.status}:${fact.occurrence}`,
						order,
						...(fact.previous === undefined ? {} : { previousStatus: statusName(fact.previous) }),
					};
				case 'message':
					return {
						event,
						eventId: `${event}:${fact.counterpartyId}:${fact.message.id}`,
						order,
						message: shape.simplify
							? simplifiedMessage(fact.message, fact.order.id, nicknamesOf(fact.order, fact.me), shape.origin)
							: fact.message,
					};
			}
		});
}

function eventsOf(fact: Fact): readonly TriggerEvent[] {
	switch (fact.type) {
		case 'created':
			return ['orderCreated'];
		case 'expiring':
			return ['orderExpiring'];
		case 'cancelRequested':
			return ['cancelRequested'];
		case 'message':
			return ['messageReceived'];
		case 'status': {
			const named = EVENT_OF_STATUS[fact.status];
			return named === undefined ? ['orderStatusChanged'] : [named, 'orderStatusChanged'];
		}
	}
}

function passes(fact: Fact, filters: EventFilters): boolean {
	const { side, tokenId, currencyId, targetUserId, amount } = fact.order;
	return (
		(filters.side === undefined || Number(side) === SIDE[filters.side]) &&
		isAmong(textOf(tokenId).toUpperCase(), filters.coins) &&
		isAmong(textOf(currencyId).toUpperCase(), filters.fiats) &&
		isAmong(textOf(targetUserId), filters.counterpartyIds) &&
		isOfAd(fact.order, filters.adIds) &&
		(filters.minFiatAmount === undefined ||
			(isDecimal(amount) && compareDecimals(amount, filters.minFiatAmount) >= 0)) &&
		(filters.maxFiatAmount === undefined ||
			(isDecimal(amount) && compareDecimals(amount, filters.maxFiatAmount) <= 0)) &&
		(fact.type !== 'message' ||
			(filters.messageFrom.includes(messageSender(fact.message, nicknamesOf(fact.order, fact.me))) &&
				isAmong(messageKind(fact.message), filters.messageKinds)))
	);
}

/** An order whose ad is not known passes: it is read in full before it is told, and after many tries rather told than lost. */
function isOfAd(order: Partial<OrderInFull>, adIds: readonly Id[]): boolean {
	return adIds.length === 0 || order.itemId === undefined || adIds.includes(textOf(order.itemId));
}

function simplified(order: OrderRow | OrderInFull, details: boolean): object {
	return details ? simplifiedOrderInFull(order) : simplifiedOrder(order);
}

function isAmong<T>(value: T, wanted: readonly T[]): boolean {
	return wanted.length === 0 || wanted.includes(value);
}
