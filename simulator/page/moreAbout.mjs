import { field, h, setText, showEach } from './dom.mjs';
import { allStatuses, merchantSells, nameOf } from './orderWords.mjs';
import { timeOfDay } from './time.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {import('../controls/users.mts').UserState} UserState */
/** @typedef {import('./orderView.mjs').Act} Act */

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Folded away below an order: its facts, the record of the person who is played, and a way into any status.
 *
 * @param {HTMLElement} parent
 * @param {Act} act
 * @returns {(model: Model, order: OrderState) => void}
 */
export function moreAbout(parent, act) {
	return (model, order) => {
		const user = model.state?.users.find(({ userId }) => userId === order.counterpartyId);
		// One for each order, so that nothing half typed goes to another one.
		showEach(parent, [order], {
			key: ({ id }) => id,
			create: () => createMore(order, user, model.now, act),
			update: (element) => showFacts(/** @type {HTMLElement} */ (element.querySelector('dl')), order),
		});
	};
}

/**
 * @param {OrderState} order
 * @param {UserState | undefined} user
 * @param {number} now
 * @param {Act} act
 */
function createMore(order, user, now, act) {
	return h(
		'details',
		{ class: 'more' },
		h('summary', {}, 'Order details, your record, other statuses'),
		h('dl', { class: 'facts' }),
		...(user === undefined ? [] : [recordForm(order, user, now, act)]),
		statusForm(order, act),
	);
}

/** @param {HTMLElement} list @param {OrderState} order */
function showFacts(list, order) {
	const [term] = order.usedTerm === null ? order.paymentTerms : [order.usedTerm];
	const { releases, pays, messages, cancelReviews } = order.effects;
	const facts = [
		['Order number', order.id],
		['Price', `${order.price} ${order.currencyId}`],
		['Opened', timeOfDay(order.createdAt)],
		[
			'Paid to',
			term === undefined ? 'nothing named' : [term.realName, term.bankName, term.accountNo].filter(Boolean).join(', '),
		],
		['Ad', `${order.itemId} (${order.merchantIsMaker ? "the merchant's" : 'yours'})`],
		[
			'Your workflow',
			merchantSells(order)
				? `wrote ${messages}, released ${releases} time(s)`
				: `wrote ${messages}, marked as paid ${pays} time(s), answered ${cancelReviews} request(s) to cancel`,
		],
	];
	showEach(list, facts, {
		key: ([name]) => name,
		create: ([name]) => h('div', {}, h('dt', {}, name), h('dd', { class: 'digits' })),
		update: (row, [, value]) => setText(/** @type {Element} */ (row.lastElementChild), value),
	});
}

/**
 * @param {OrderState} order
 * @param {UserState} user
 * @param {number} now
 * @param {Act} act
 */
function recordForm(order, user, now, act) {
	const number = (/** @type {string} */ label, /** @type {string} */ name, /** @type {number} */ value) =>
		h('label', {}, label, ' ', h('input', { name, type: 'number', min: 0, required: true, value }));
	const form = h(
		'form',
		{ class: 'pairs' },
		h('label', {}, 'Your real name ', h('input', { name: 'realName', required: true, value: user.realName })),
		h('label', {}, 'Country ', h('input', { name: 'country', maxlength: 2, required: true, value: user.country })),
		number('Orders completed', 'finishedOrders', user.finishedOrders),
		number('Completed of 100', 'completionRate', user.completionRate),
		number('Days on Bybit', 'accountDays', Math.floor((now - user.registeredAt) / DAY_MS)),
		h('button', { type: 'submit', class: 'small' }, 'Change your record'),
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const numbers = ['finishedOrders', 'completionRate', 'accountDays'].map((name) => [
			name,
			Number(field(form, name).value),
		]);
		const texts = ['realName', 'country'].map((name) => [name, field(form, name).value.trim()]);
		void act(
			`users/${encodeURIComponent(order.counterparty)}`,
			Object.fromEntries([...numbers, ...texts]),
			`You changed the record of ${order.counterparty}`,
		);
	});
	return form;
}

/** @param {OrderState} order @param {Act} act */
function statusForm(order, act) {
	const options = allStatuses.map(({ code, label }) => h('option', { value: code }, label));
	const form = h(
		'form',
		{ class: 'row' },
		h('label', {}, 'Bybit puts the order into ', h('select', { name: 'status' }, ...options)),
		h('button', { type: 'submit', class: 'small' }, 'Do it'),
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const status = Number(field(form, 'status').value);
		void act(
			`orders/${order.id}/status`,
			{ status },
			`Bybit put ${nameOf(order)} into “${allStatuses.find(({ code }) => code === status)?.label}”`,
		);
	});
	return form;
}
