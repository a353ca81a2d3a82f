import { shortId, statusWords } from './orderWords.mjs';

/** @typedef {import('../controls/state.mts').ExchangeState} ExchangeState */

/**
 * What happened between two states and is worth an announcement: messages of the merchant, and new statuses.
 *
 * @param {ExchangeState | null} before null: the page has just been opened, nothing is news
 * @param {ExchangeState} after
 * @returns {readonly { orderId: string, text: string }[]}
 */
export function newsBetween(before, after) {
	if (before === null) return [];
	const known = new Map(before.orders.map((order) => [order.id, order]));
	return after.orders.flatMap((order) => {
		const old = known.get(order.id);
		if (old === undefined) return [];
		const oldIds = new Set(old.messages.map(({ id }) => id));
		const messages = order.messages
			.filter(({ id, from }) => from === 'merchant' && !oldIds.has(id))
			.map(({ content, contentType }) => ({
				orderId: order.id,
				text: `The merchant wrote to ${order.counterparty}: ${contentType.toLowerCase() === 'str' ? content : 'a file'}`,
			}));
		const isMoved = old.status !== order.status || old.needBuyerExamineCancel !== order.needBuyerExamineCancel;
		const status = {
			orderId: order.id,
			text: `Order ${shortId(order.id)}: ${statusWords(order).label}`,
		};
		return isMoved ? [...messages, status] : messages;
	});
}
