import type { Exchange } from '../../../simulator/exchange.mts';
import { TEXTS } from './merchantWorkflow.mts';
import type { Deal } from './traffic.mts';

/** How many orders something happened to: never, once, more often. */
export type Times = { readonly never: number; readonly once: number; readonly more: number };

/** What the exchange counts. n8n is not asked. */
export type Verdict = {
	readonly orders: number;
	readonly greeted: Times;
	readonly released: Times;
	readonly thanked: Times;
	/** Of the orders whose buyer wrote. */
	readonly answered: Times;
};

export function verdictOf(exchange: Exchange, deals: readonly Deal[]): Verdict {
	const sent = (text: (orderId: string) => string) => (orderId: string) =>
		exchange.messagesOf(orderId).filter(({ from, content }) => from === 'merchant' && content === text(orderId)).length;
	const ids = deals.map(({ orderId }) => orderId);
	return {
		orders: deals.length,
		greeted: timesOf(ids, sent(TEXTS.greeting)),
		released: timesOf(ids, (orderId) => exchange.effects(orderId).releases),
		thanked: timesOf(ids, sent(TEXTS.thanks)),
		answered: timesOf(
			deals.filter(({ wrote }) => wrote).map(({ orderId }) => orderId),
			sent(TEXTS.answer),
		),
	};
}

/** The verdict in one line. */
export const lineOf = ({ orders, greeted, released, thanked, answered }: Verdict): string =>
	`${orders} orders: ${[
		`greeted ${timesText(greeted)}`,
		`released ${timesText(released)}`,
		`thanked ${timesText(thanked)}`,
		`answered ${timesText(answered)}`,
	].join(', ')}`;

const timesText = ({ never, once, more }: Times): string => `${once} once, ${never} never, ${more} more often`;

/** Whether nothing is left to do that would still be done: an order that has ended gets no greeting any more. */
export const isSettled = (exchange: Exchange, { greeted, released, orders }: Verdict): boolean =>
	released.never === 0 && greeted.never === 0 && orders > 0 && exchange.orders().every(({ status }) => status === 50);

function timesOf(orderIds: readonly string[], count: (orderId: string) => number): Times {
	const counts = orderIds.map(count);
	return {
		never: counts.filter((times) => times === 0).length,
		once: counts.filter((times) => times === 1).length,
		more: counts.filter((times) => times > 1).length,
	};
}
