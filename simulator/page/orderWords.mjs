/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {{ label: string, tone: 'waiting' | 'action' | 'done' | 'ended' | 'alarm', hint: string }} StatusWords */
/** @typedef {{ label: string, control: string, body?: object, tone?: 'primary' | 'danger', said: (order: string) => string }} Action `said` says what was done, for the timeline */

const CANCEL_REVIEW_MS = 10 * 60_000;

/** @param {OrderState} order @returns {boolean} whether the merchant sells, so that the person at the page buys */
export const merchantSells = ({ side }) => side === 1;

/** @param {string} id @returns {string} the end of a long number: enough to keep orders apart */
export const shortId = (id) => `…${id.slice(-5)}`;

/** @param {OrderState} order @returns {string} the order as a sentence names it */
export const nameOf = ({ id, counterparty }) => `order ${shortId(id)} of ${counterparty}`;

/** @param {OrderState} order @returns {string} */
export const dealOf = (order) =>
	`${merchantSells(order) ? 'buys' : 'sells'} ${order.quantity} ${order.tokenId} for ${order.amount} ${order.currencyId}`;

/** Each status in plain words: label, colour, and what it means for whom; two hints where the roles differ. */
const STATUSES = /** @type {Record<number, [string, StatusWords['tone'], string, string?]>} */ ({
	5: ['Waiting for the blockchain', 'waiting', 'Nothing to do until the blockchain has confirmed.'],
	10: [
		'Waiting for payment',
		'waiting',
		'You have to pay, or the order is cancelled when the time is up.',
		'The merchant has to pay you, or the order is cancelled when the time is up.',
	],
	20: [
		'Waiting for release',
		'action',
		'You said that you paid. The merchant has to release the coins.',
		'The merchant said that they paid. Check, then release the coins.',
	],
	30: ['Under appeal', 'alarm', 'The coins are locked until Bybit decides.'],
	40: ['Cancelled', 'ended', 'Nothing was exchanged.'],
	50: ['Completed', 'done', 'You have the coins.', 'The merchant has the coins.'],
	60: ['Paying online', 'waiting', 'A payment provider is at work.'],
	70: ['Payment failed', 'ended', 'The payment provider refused.'],
	80: ['Cancelled by Bybit', 'ended', 'An exception ended the order.'],
	90: ['Waiting for coin choice', 'waiting', 'The buyer has to choose a coin.'],
	100: ['Objection', 'alarm', 'One side objects.'],
	110: ['Waiting for an objection', 'waiting', 'There is time to object.'],
});

/** Every status, for a person who wants to force one. */
export const allStatuses = Object.entries(STATUSES).map(([code, [label]]) => ({ code: Number(code), label }));

/** @param {OrderState} order @returns {StatusWords} */
export function statusWords(order) {
	const [label, tone, hint, hintForSeller = hint] = STATUSES[order.status] ?? [
		`Unknown (${order.status})`,
		'alarm',
		'',
	];
	if (order.needBuyerExamineCancel)
		return { label, tone: 'alarm', hint: 'You asked to cancel. The merchant has ten minutes to answer.' };
	return { label, tone, hint: merchantSells(order) ? hint : hintForSeller };
}

/** @param {OrderState} order @returns {boolean} */
export const isOpen = ({ status }) => ![40, 50, 70, 80].includes(status);

/**
 * What will happen by itself, and when.
 *
 * @param {OrderState} order
 * @param {number} now
 * @returns {{ what: string, leftMs: number } | null}
 */
export function deadlineOf(order, now) {
	if (order.needBuyerExamineCancel && order.cancelRequestedAt !== null)
		return { what: 'left to answer', leftMs: order.cancelRequestedAt + CANCEL_REVIEW_MS - now };
	if (order.status !== 10) return null;
	return { what: 'left to pay', leftMs: order.createdAt + order.paymentMinutes * 60_000 - now };
}

/** @param {OrderState} order @returns {readonly { label: string, state: 'done' | 'now' | 'later' }[]} the way of an order that goes well */
export function stepsOf(order) {
	const labels = merchantSells(order)
		? ['Order opened', 'You pay', 'Merchant releases']
		: ['Order opened', 'Merchant pays', 'You release'];
	const reached = order.status === 50 ? 3 : order.paidAt !== null ? 2 : 1;
	return labels.map((label, index) => {
		if (index < reached) return { label, state: 'done' };
		return { label, state: index === reached && isOpen(order) ? 'now' : 'later' };
	});
}

/** @param {OrderState} order @returns {readonly Action[]} what the counterparty, or Bybit, can do now */
export function actionsFor(order) {
	const sells = merchantSells(order);
	const ask = order.needBuyerExamineCancel ? WITHDRAW : ASK_TO_CANCEL;
	switch (order.status) {
		case 10:
			return sells ? [PAY, CANCEL] : [ask, CANCEL];
		case 20:
			return sells ? [APPEAL, CANCEL] : [RELEASE, ask, APPEAL];
		case 30:
			return DECISIONS;
		default:
			return isOpen(order) ? [CANCEL, APPEAL] : [];
	}
}

/** @type {Action} */
const PAY = { label: 'I have paid', control: 'pay', tone: 'primary', said: (order) => `You paid ${order}` };
/** @type {Action} */
const RELEASE = {
	label: 'Release the coins',
	control: 'release',
	tone: 'primary',
	said: (order) => `You released the coins of ${order}`,
};
/** @type {Action} */
const CANCEL = { label: 'Cancel order', control: 'cancel', tone: 'danger', said: (order) => `You cancelled ${order}` };
/** @type {Action} */
const APPEAL = { label: 'Appeal', control: 'appeal', tone: 'danger', said: (order) => `You appealed against ${order}` };
/** @type {Action} */
const ASK_TO_CANCEL = {
	label: 'Ask to cancel',
	control: 'requestCancel',
	said: (order) => `You asked to cancel ${order}`,
};
/** @type {Action} */
const WITHDRAW = {
	label: 'Withdraw the request',
	control: 'withdrawCancel',
	said: (order) => `You withdrew the request to cancel ${order}`,
};
/** @type {readonly Action[]} */
const DECISIONS = [
	{
		label: 'Bybit: coins to the buyer',
		control: 'resolve',
		body: { status: 50 },
		said: (order) => `Bybit gave the coins of ${order} to the buyer`,
	},
	{
		label: 'Bybit: coins to the seller',
		control: 'resolve',
		body: { status: 40 },
		said: (order) => `Bybit gave the coins of ${order} to the seller`,
	},
	{
		label: 'Take the appeal back',
		control: 'resolve',
		body: { status: 20 },
		said: (order) => `You took back the appeal against ${order}`,
	},
];
