import { simplifiedAd, type SimplifiedAd } from '../api/simplify/ad';
import { simplifiedMessage, type SimplifiedMessage } from '../api/simplify/message';
import { simplifiedOrder, simplifiedOrderInFull, type OrderDetails, type SimplifiedOrder } from '../api/simplify/order';
import { untouched, type Untouched } from '../api/simplify/untouched';
import type { Ad, OrderInFull, OrderRow } from '../api/types';
import type { DomainEvent, EventFields } from './change';
import { EVENTS, type TriggerEvent } from './events';

/** What the items look like. */
export interface Shape {
	readonly simplify: boolean;
	/** With what only the order in full shows. */
	readonly details: boolean;
	/** Where relative file addresses belong to. */
	readonly origin: string;
}

/** One item of the trigger. */
export interface EventItem extends EventFields {
	readonly event: TriggerEvent;
	/** The same thing always carries the same one, so that a workflow can drop repeats. */
	readonly eventId: string;
	readonly order?: (SimplifiedOrder & Partial<OrderDetails>) | Untouched;
	readonly ad?: SimplifiedAd | Untouched;
	readonly message?: SimplifiedMessage | Untouched;
	/** Why the file of the message is not there. */
	readonly fileNotRead?: string;
}

/** The events that stand for something that was found, among those asked for. */
export function eventsFor(found: DomainEvent, wanted: readonly TriggerEvent[]): readonly TriggerEvent[] {
	return EVENTS.filter(({ value, standsFor }) => wanted.includes(value) && standsFor(found)).map(({ value }) => value);
}

/** The items that something found gives, one for each event that is asked for. */
export function itemsOf(found: DomainEvent, wanted: readonly TriggerEvent[], shape: Shape): readonly EventItem[] {
	const { key, order, ad, fields } = found;
	const shown = {
		...(order === undefined ? {} : { order: shownOrder(order, shape) }),
		...(ad === undefined ? {} : { ad: shownAd(ad, shape) }),
		...shownMessage(found, shape),
		...fields,
	};
	return eventsFor(found, wanted).map((event) => ({ event, eventId: `${event}:${key}`, ...shown }));
}

function shownOrder(order: OrderRow | OrderInFull, { simplify, details }: Shape): EventItem['order'] {
	if (!simplify) return untouched(order);
	return details ? simplifiedOrderInFull(order) : simplifiedOrder(order);
}

function shownAd(ad: Ad, { simplify }: Shape): EventItem['ad'] {
	return simplify ? simplifiedAd(ad) : untouched(ad);
}

function shownMessage({ message, nicknames, orderId = '' }: DomainEvent, shape: Shape): Pick<EventItem, 'message'> {
	if (message === undefined || nicknames === undefined) return {};
	if (!shape.simplify) return { message: untouched(message) };
	return { message: simplifiedMessage(message, orderId, nicknames, shape.origin) };
}
