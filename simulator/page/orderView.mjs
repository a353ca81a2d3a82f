import { byId, h, setAttribute, setText, showEach } from './dom.mjs';
import { moreAbout } from './moreAbout.mjs';
import { actionsFor, dealOf, deadlineOf, merchantSells, nameOf, statusWords, stepsOf } from './orderWords.mjs';
import { countdown } from './time.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {import('./orderWords.mjs').Action} Action */
/** @typedef {(path: string, body: object | undefined, said: string) => Promise<boolean>} Act */

/**
 * The chosen order: what it is, how far it is, and what the other side can do.
 *
 * @param {{ act: Act }} actions
 * @returns {(model: Model) => void}
 */
export function orderView({ act }) {
	const showMore = moreAbout(byId('order-more'), act);

	return (model) => {
		const order = model.selected;
		byId('order-none').hidden = order !== null;
		byId('order-body').hidden = order === null;
		if (order === null) return;
		const you = model.state?.users.find(({ userId }) => userId === order.counterpartyId);
		setText(
			byId('order-role'),
			`You play ${order.counterparty}, the ${merchantSells(order) ? 'buyer' : 'seller'} (${you?.realName ?? 'name unknown'})`,
		);
		setText(byId('order-title'), `${order.counterparty} ${dealOf(order)}`);
		showStatus(order, model.now);
		showEach(byId('order-actions'), actionsFor(order), {
			key: ({ label }) => `${order.id} ${label}`,
			create: (action) =>
				actionButton(
					action,
					() => void act(`orders/${order.id}/${action.control}`, action.body, action.said(nameOf(order))),
				),
			update: () => undefined,
		});
		showMore(model, order);
	};
}

/** @param {OrderState} order @param {number} now */
function showStatus(order, now) {
	const words = statusWords(order);
	const deadline = deadlineOf(order, now);
	setText(byId('order-status'), words.label);
	setAttribute(byId('order-status'), 'data-tone', words.tone);
	setText(byId('order-deadline'), deadline === null ? '' : `${countdown(deadline.leftMs)} ${deadline.what}`);
	setAttribute(byId('order-deadline'), 'data-short', deadline !== null && deadline.leftMs < 60_000);
	setText(byId('order-hint'), words.hint);
	showEach(byId('order-steps'), stepsOf(order), {
		key: ({ label }) => label,
		create: ({ label }) => h('li', {}, label),
		update: (item, { state }) => {
			setAttribute(item, 'data-state', state);
			setAttribute(item, 'aria-current', state === 'now' ? 'step' : undefined);
		},
	});
}

/** @param {Action} action @param {() => void} onclick */
const actionButton = ({ label, tone }, onclick) => h('button', { type: 'button', class: tone, onclick }, label);
