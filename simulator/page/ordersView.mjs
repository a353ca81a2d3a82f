import { byId, h, setAttribute, setText, showEach } from './dom.mjs';
import { dealOf, deadlineOf, isOpen, statusWords } from './orderWords.mjs';
import { countdown } from './time.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('../controls/state.mts').OrderState} OrderState */

/**
 * The list of orders, open ones first.
 *
 * @param {{ select: (id: string) => void, openDialog: () => void }} actions
 * @returns {(model: Model) => void}
 */
export function ordersView({ select, openDialog }) {
	const list = byId('order-list');
	byId('new-order').addEventListener('click', openDialog);
	byId('first-order').addEventListener('click', openDialog);
	list.addEventListener('keydown', moveWithArrows);

	return ({ state, now, selectedId, unseen }) => {
		if (state === null) return;
		const orders = [...state.orders].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
		byId('no-orders').hidden = orders.length > 0;
		showEach(list, orders, {
			key: ({ id }) => id,
			create: ({ id }) => createRow(() => select(id)),
			update: (row, order) =>
				updateRow(row, order, { now, isSelected: order.id === selectedId, unseen: unseen(order) }),
		});
	};
}

/** @param {() => void} onSelect */
function createRow(onSelect) {
	const part = (/** @type {string} */ name) => h('span', { class: name });
	return h(
		'li',
		{},
		h(
			'button',
			{ type: 'button', class: 'order-row', onclick: onSelect },
			part('who'),
			part('unseen'),
			part('what'),
			part('status'),
			part('digits left'),
		),
	);
}

/**
 * @param {HTMLElement} row
 * @param {OrderState} order
 * @param {{ now: number, isSelected: boolean, unseen: number }} view
 */
function updateRow(row, order, { now, isSelected, unseen }) {
	const [who, badge, what, status, left] = row.querySelectorAll('span');
	const words = statusWords(order);
	const deadline = deadlineOf(order, now);
	setText(who, order.counterparty);
	setText(badge, unseen === 0 ? '' : `${unseen} new`);
	setText(what, dealOf(order));
	setText(status, words.label);
	setAttribute(status, 'data-tone', words.tone);
	setText(left, deadline === null ? '' : countdown(deadline.leftMs));
	setAttribute(/** @type {Element} */ (row.firstElementChild), 'aria-current', isSelected ? 'true' : undefined);
}

/** Up and down go through the list, as in every other list of a desktop. @param {KeyboardEvent} event */
function moveWithArrows(event) {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const list = /** @type {HTMLElement} */ (event.currentTarget);
	if (step === undefined) return;
	const buttons = [...list.querySelectorAll('button')];
	const next = buttons[buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)) + step];
	if (next === undefined) return;
	event.preventDefault();
	next.focus();
}
