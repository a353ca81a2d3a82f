import { byId, h, setAttribute, showEach } from './dom.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('../controls/state.mts').FaultState} FaultState */
/** @typedef {{ name: string, hint: string, fault: object, onlyAlways?: true }} Trouble */

/** @type {readonly Trouble[]} */
export const TROUBLES = [
	{
		name: 'The reply to a release gets lost',
		hint: 'The coins are released, and the workflow is not notified. It must not release twice, nor claim that it failed.',
		fault: { path: '/v5/p2p/order/finish', kind: 'lostAfter' },
	},
	{
		name: 'A release does not arrive',
		hint: 'Nothing happens, and there is no reply.',
		fault: { path: '/v5/p2p/order/finish', kind: 'lostBefore' },
	},
	{
		name: 'The reply to “paid” gets lost',
		hint: 'The order is marked as paid, and the workflow is not notified.',
		fault: { path: '/v5/p2p/order/pay', kind: 'lostAfter' },
	},
	{
		name: 'The reply to a message gets lost',
		hint: 'The message stands in the chat. A workflow that sends it again greets twice.',
		fault: { path: '/v5/p2p/chat/message/send_v1', kind: 'lostAfter' },
	},
	{ name: 'Slow answers', hint: 'Each answer takes five seconds.', fault: { path: '*', kind: 'delay', delayMs: 5000 } },
	{
		name: 'Too many requests',
		hint: 'Bybit asks to slow down (10006).',
		fault: { path: '*', kind: 'code', code: 10006 },
	},
	{
		name: 'Server error',
		hint: 'Bybit says that it has a fault (10016).',
		fault: { path: '*', kind: 'code', code: 10016 },
	},
	{
		name: 'Maintenance page',
		hint: 'A web page in the place of an answer (HTTP 502).',
		fault: { path: '*', kind: 'html502' },
	},
	{
		name: 'Address blocked',
		hint: 'Bybit takes no calls from this address (HTTP 403).',
		fault: { path: '*', kind: 'html403' },
	},
	{ name: 'Garbled answers', hint: 'The answer breaks off in the middle.', fault: { path: '*', kind: 'garbage' } },
	{
		name: 'Old pictures of orders',
		hint: 'Orders are shown as they were before their last change.',
		fault: { group: 'orders', kind: 'stale' },
	},
	{
		name: 'Chat is closed',
		hint: 'Every call of the chat is refused (912200387).',
		fault: { group: 'chat', kind: 'code', code: 912200387 },
	},
	{
		name: 'Files cannot be downloaded',
		hint: 'Receipts in the chat cannot be had (HTTP 403).',
		fault: { group: 'files', kind: 'status', status: 403 },
	},
	{
		name: 'API key expired',
		hint: 'No call is allowed any more (33004).',
		fault: { path: '*', kind: 'code', code: 33004 },
	},
];

/** No call arrives, none is answered. */
export const OFFLINE = { path: '*', kind: 'lostBefore', times: 'always' };

/** @param {FaultState} active @param {object} fault @returns {boolean} whether both are the same, apart from how often */
const isSame = ({ times: _times, ...active }, fault) => {
	const { times: _wanted, ...wanted } = /** @type {FaultState} */ (fault);
	return JSON.stringify(Object.entries(active).sort()) === JSON.stringify(Object.entries(wanted).sort());
};

/** @param {readonly FaultState[]} faults @returns {boolean} */
export const isOffline = (faults) => faults.some((active) => active.times === 'always' && isSame(active, OFFLINE));

/** @param {readonly FaultState[]} faults @returns {readonly string[]} what goes wrong now, in words */
export const troubleNames = (faults) =>
	faults.map((active) => {
		const name = isSame(active, OFFLINE)
			? 'Bybit is offline'
			: TROUBLES.find(({ fault }) => isSame(active, fault))?.name;
		return `${name ?? `A fault of kind ${active.kind}`}${active.times === 'always' || active.times === 1 ? '' : ` (${active.times} calls)`}`;
	});

/**
 * What can be made to go wrong.
 *
 * @param {{ add: (fault: object, said: string) => void }} actions
 * @returns {(model: Model) => void}
 */
export function faultsView({ add }) {
	return ({ state }) => {
		const active = state?.faults ?? [];
		showEach(byId('fault-list'), TROUBLES, {
			key: ({ name }) => name,
			create: (trouble) => createTrouble(trouble, add),
			update: (element, { fault }) =>
				setAttribute(
					element,
					'data-active',
					active.some((one) => isSame(one, fault)),
				),
		});
	};
}

/** @param {Trouble} trouble @param {(fault: object, said: string) => void} add */
function createTrouble({ name, hint, fault }, add) {
	const button = (/** @type {string} */ label, /** @type {number | 'always'} */ times, /** @type {string} */ when) =>
		h(
			'button',
			{
				type: 'button',
				class: 'small',
				'aria-label': `${name}: ${label}`,
				onclick: () => add({ ...fault, times }, `${name}: ${when}`),
			},
			label,
		);
	return h(
		'li',
		{ class: 'trouble' },
		h('div', {}, h('h3', {}, name), h('p', { class: 'quiet' }, hint)),
		h(
			'div',
			{ class: 'buttons' },
			button('Next time', 1, 'set up for the next call'),
			button('Always', 'always', 'set up until you stop it'),
		),
	);
}
