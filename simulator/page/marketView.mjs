import { byId, h, setText, showEach } from './dom.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {Readonly<Record<string, unknown>>} Ad */
/** @typedef {{ act: import('./orderView.mjs').Act, readMarket: (side: string) => Promise<readonly Ad[]> }} MarketActions */

const STATUSES = /** @type {Record<string, string>} */ ({ 10: 'online', 20: 'offline', 30: 'sold out' });
const READ_EVERY_MS = 1500;

/**
 * The merchant's ads and those of others, to move the market under a workflow that follows it.
 *
 * @param {MarketActions} actions
 * @returns {(model: Model) => void}
 */
export function marketView({ act, readMarket }) {
	const side = /** @type {HTMLSelectElement} */ (byId('market-side'));
	let readAt = -Infinity;
	let merchantId = '';
	const showRivals = async () => {
		readAt = performance.now();
		const rows = await readMarket(side.value).catch(() => null);
		if (rows !== null)
			showEach(
				byId('rivals'),
				rows.filter(({ userId }) => userId !== merchantId),
				{
					key: ({ id }) => String(id),
					create: (ad) => createRival(ad, act),
					update: updateRival,
				},
			);
	};
	side.addEventListener('change', () => void showRivals());

	return ({ state, view }) => {
		if (state === null || view !== 'market') return;
		showEach(byId('own-ads'), state.ads, {
			key: ({ id, status, hiddenReason }) => `${id} ${status} ${hiddenReason}`,
			create: (ad) => createOwnAd(ad, act),
			update: (element, ad) => setText(/** @type {Element} */ (element.querySelector('p')), adWords(ad)),
		});
		merchantId = String(state.merchant.userId);
		if (performance.now() - readAt > READ_EVERY_MS) void showRivals();
	};
}

/** @param {Ad} ad */
const adWords = ({ price, currencyId, lastQuantity, tokenId, status, hiddenReason }) =>
	`${price} ${currencyId}, ${lastQuantity} ${tokenId} left, ${STATUSES[String(status)] ?? `status ${status}`}${hiddenReason ? `, hidden: ${hiddenReason}` : ''}`;

/** @param {Ad} ad @param {MarketActions['act']} act */
function createOwnAd(ad, act) {
	const name = `${String(ad.side) === '1' ? 'Sells' : 'Buys'} ${ad.tokenId} for ${ad.currencyId}`;
	const button = (
		/** @type {string} */ label,
		/** @type {string} */ path,
		/** @type {object} */ body,
		/** @type {string} */ said,
	) =>
		h(
			'button',
			{
				type: 'button',
				class: 'small',
				'aria-label': `${name}: ${label}`,
				onclick: () => void act(`ads/${ad.id}${path}`, body, said),
			},
			label,
		);
	return h(
		'li',
		{ class: 'trouble' },
		h('div', {}, h('h4', {}, name), h('p', { class: 'digits' })),
		h('div', { class: 'buttons' }, ...stateButtons(ad, name, button)),
	);
}

/**
 * What an ad can do in its state.
 *
 * @param {Ad} ad @param {string} name
 * @param {(label: string, path: string, body: object, said: string) => HTMLElement} button
 */
function stateButtons(ad, name, button) {
	return String(ad.status) === '10'
		? [
				button('Take offline', '/offline', {}, `Bybit took an ad offline: ${name}`),
				button('Sell out', '/soldOut', {}, `An ad is sold out: ${name}`),
				ad.hiddenReason
					? button('Show again', '', { hiddenReason: '' }, `Bybit shows an ad again: ${name}`)
					: button('Hide', '', { hiddenReason: 'PRICE_OUT_OF_RANGE' }, `Bybit hides an ad: ${name}`),
			]
		: [button('Put online', '', { status: 10, quantity: '1000' }, `The merchant put an ad online in the app: ${name}`)];
}

/** @param {Ad} ad @param {MarketActions['act']} act */
function createRival(ad, act) {
	const input = h('input', {
		name: 'price',
		inputmode: 'decimal',
		pattern: '\\d+(\\.\\d+)?',
		required: true,
		value: String(ad.price),
		'aria-label': `New price of ${ad.nickName}`,
	});
	const form = h('form', { class: 'row' }, input, h('button', { type: 'submit', class: 'small' }, 'Set price'));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void act(
			`ads/${ad.id}`,
			{ price: input.value.trim() },
			`${ad.nickName} changed the price to ${input.value.trim()}`,
		);
	});
	return h(
		'li',
		{ class: 'trouble' },
		h('div', {}, h('h4', {}, String(ad.nickName)), h('p', { class: 'digits' })),
		form,
	);
}

/** @param {HTMLElement} element @param {Ad} ad */
function updateRival(element, ad) {
	const { price, currencyId, lastQuantity, tokenId, recentOrderNum, recentExecuteRate } = ad;
	const words = `${price} ${currencyId}, ${lastQuantity} ${tokenId}, ${recentOrderNum} orders, ${recentExecuteRate} % completed`;
	setText(/** @type {Element} */ (element.querySelector('p')), words);
}
