import { activityView } from './activityView.mjs';
import { chatView } from './chatView.mjs';
import { byId, h, setAttribute, setText } from './dom.mjs';
import { Refused, control, watchState } from './exchange.mjs';
import { OFFLINE, faultsView, isOffline, troubleNames } from './faultsView.mjs';
import { marketView } from './marketView.mjs';
import { Model } from './model.mjs';
import { newOrderDialog } from './newOrder.mjs';
import { newsBetween } from './news.mjs';
import { nameOf } from './orderWords.mjs';
import { ordersView } from './ordersView.mjs';
import { orderView } from './orderView.mjs';
import { duration, timeOfDay } from './time.mjs';

/** @typedef {import('./model.mjs').View} View */

const STEPS_MS = [60_000, 300_000, 900_000, 3_600_000];
const NOTICE_MS = 6000;

const model = new Model();
const { openDialog } = newOrderDialog({ open: openOrder, model });
const views = [
	ordersView({ select, openDialog }),
	orderView({ act }),
	chatView({ send: (id, message, said) => act(`orders/${id}/message`, message, said), showRefusal }),
	activityView(),
	faultsView({ add: (fault, said) => void act('faults', fault, said) }),
	marketView({ act, readMarket: (side) => control('GET', `market?coin=USDT&fiat=EUR&side=${side}`) }),
];

const { refresh } = watchState({
	onState: (state) => {
		announce(newsBetween(model.state, state));
		model.takeState(state);
	},
	onTime: (now) => {
		model.now = now;
		render();
	},
	onReachable: (isReachable) => {
		setText(
			byId('unreachable'),
			isReachable ? '' : 'The exchange does not answer. Was it ended? This page tries again by itself.',
		);
		byId('unreachable').hidden = isReachable;
	},
});

function render() {
	const { state, selected } = model;
	if (selected !== null && isOnScreen(byId('chat-list'))) model.markSeen(selected);
	document.body.dataset.view = model.view;
	for (const button of document.querySelectorAll('nav button'))
		setAttribute(
			button,
			'aria-current',
			/** @type {HTMLElement} */ (button).dataset.view === model.view ? 'true' : undefined,
		);
	setText(byId('clock'), timeOfDay(model.now));
	const faults = state?.faults ?? [];
	setAttribute(byId('offline'), 'aria-pressed', String(isOffline(faults)));
	byId('trouble').hidden = faults.length === 0;
	setText(
		byId('trouble-text'),
		faults.length === 0 ? '' : `Going wrong on purpose: ${[...new Set(troubleNames(faults))].join(', ')}.`,
	);
	for (const view of views) view(model);
	const unseen = state?.orders.reduce((sum, order) => sum + model.unseen(order), 0) ?? 0;
	document.title = `${unseen > 0 ? `(${unseen}) ` : ''}Rehearsal exchange`;
}

/** @param {HTMLElement} element */
const isOnScreen = (element) => !document.hidden && element.offsetParent !== null;

/** @param {string} id */
function select(id) {
	model.selectedId = id;
	history.replaceState(null, '', `#${id}`);
	if (model.view === 'orders') model.show('order');
	render();
}

/** @param {object} options */
async function openOrder(options) {
	const order = await control('POST', 'orders', options);
	model.note(`You opened ${nameOf(order)}`);
	await refresh();
	select(order.id);
	return order;
}

/**
 * Does something as the counterparty or as Bybit, and shows at once what it did.
 *
 * @param {string} path
 * @param {object | undefined} body
 * @param {string} said
 * @returns {Promise<boolean>} whether it was done
 */
async function act(path, body, said) {
	try {
		await control('POST', path, body ?? {});
	} catch (error) {
		showRefusal(error instanceof Refused ? error.message : 'The exchange does not answer, so nothing was done.');
		return false;
	}
	model.note(said);
	byId('refusal').hidden = true;
	await refresh();
	return true;
}

/** @param {string} refusal */
function showRefusal(refusal) {
	showNotice(byId('refusal'), `Not done: ${refusal}`);
}

/** @param {ReturnType<typeof newsBetween>} news */
function announce(news) {
	if (news.length === 0) return;
	byId('news').append(...news.map(({ text }) => h('p', {}, text)));
	while (byId('news').children.length > 20) byId('news').firstElementChild?.remove();
	// What happens to the order on the screen is seen there.
	const elsewhere = news.filter(({ orderId }) => orderId !== model.selectedId || !isOnScreen(byId('chat-list')));
	if (elsewhere.length > 0) showNotice(byId('notice'), elsewhere.map(({ text }) => text).join(' '));
}

/** @type {Map<HTMLElement, number>} */
const notices = new Map();

/** @param {HTMLElement} element @param {string} text */
function showNotice(element, text) {
	setText(element, text);
	element.hidden = false;
	clearTimeout(notices.get(element));
	notices.set(
		element,
		window.setTimeout(() => (element.hidden = true), NOTICE_MS),
	);
}

async function stopTroubles() {
	await control('DELETE', 'faults');
	model.note('Nothing goes wrong on purpose any more');
	await refresh();
}

byId('advance').append(
	...STEPS_MS.map((ms) =>
		h(
			'button',
			{
				type: 'button',
				class: 'small',
				'aria-label': `Let ${duration(ms)} pass`,
				onclick: () => void act('clock', { advanceMs: ms }, `${duration(ms)} passed`),
			},
			`+${duration(ms)}`,
		),
	),
);
for (const button of document.querySelectorAll('nav button'))
	button.addEventListener('click', () => {
		model.show(/** @type {HTMLElement} */ (button).dataset.view);
		render();
	});
byId('offline').addEventListener('click', () => {
	if (isOffline(model.state?.faults ?? [])) void stopTroubles();
	else void act('faults', OFFLINE, 'Bybit went offline');
});
byId('trouble-end').addEventListener('click', () => void stopTroubles());
for (const close of document.querySelectorAll('[data-close]'))
	close.addEventListener('click', () => close.closest('dialog')?.close());
byId('start-over').addEventListener('click', () => /** @type {HTMLDialogElement} */ (byId('reset-dialog')).showModal());
byId('reset-form').addEventListener('submit', () => void act('reset', {}, 'You started over'));
if (location.hash.length > 1) select(location.hash.slice(1));
