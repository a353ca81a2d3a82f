import { byId, field, h, setText } from './dom.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {{ open: (options: object) => Promise<OrderState>, model: Model }} NewOrderActions */

const COINS = ['USDT', 'USDC', 'BTC', 'ETH'];

/** Made-up people, one after the other. */
const PEOPLE = [
	['AnnaBuys', 'Anna Schmidt'],
	['joaoP2P', 'João Pereira'],
	['Iva_Trade', 'Ivana Kovač'],
	['MertCoin', 'Mert Yılmaz'],
	['OlenaK', 'Olena Kovalenko'],
	['KwameAsante', 'Kwame Asante'],
];

/**
 * The form for a new order. What it needs is filled in: opening one takes a click and the Enter key.
 *
 * @param {NewOrderActions} actions
 * @returns {{ openDialog: () => void }}
 */
export function newOrderDialog({ open, model }) {
	const dialog = /** @type {HTMLDialogElement} */ (byId('order-dialog'));
	const form = /** @type {HTMLFormElement} */ (byId('order-form'));
	let opened = 0;
	field(form, 'coin').append(...COINS.map((coin) => h('option', {}, coin)));

	const fillFromAds = () => offerAds(form, model);
	for (const name of ['coin', 'fiat']) field(form, name).addEventListener('change', fillFromAds);
	for (const radio of form.querySelectorAll('input[name=side]')) radio.addEventListener('change', fillFromAds);
	field(form, 'itemId').addEventListener('change', () => takePrice(form));
	field(form, 'counterparty').addEventListener('change', () => takeKnownName(form, model));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const refusal = await open(optionsOf(form)).then(
			() => '',
			(error) => String(error.message),
		);
		setText(byId('order-refusal'), refusal);
		byId('order-refusal').hidden = refusal === '';
		if (refusal !== '') return;
		opened += 1;
		dialog.close();
		// Only now: a dialog that closes gives the focus back to where it was.
		byId('chat-text').focus();
	});

	const openDialog = () => {
		const [nickName, realName] = PEOPLE[opened % PEOPLE.length];
		field(form, 'counterparty').value = nickName;
		field(form, 'counterpartyName').value = realName;
		byId('nicknames').replaceChildren(...PEOPLE.map(([value]) => h('option', { value })));
		byId('order-refusal').hidden = true;
		fillFromAds();
		dialog.showModal();
		field(form, 'amount').select();
	};
	return { openDialog };
}

/** @param {HTMLFormElement} form @returns {string} the merchant's side */
const sideOf = (form) => String(new FormData(form).get('side'));

/** The merchant's ads that fit, and an ad of the counterparty. @param {HTMLFormElement} form @param {Model} model */
function offerAds(form, model) {
	const side = sideOf(form) === 'sell' ? '1' : '0';
	const [coin, fiat] = ['coin', 'fiat'].map((name) => field(form, name).value);
	const fitting = (model.state?.ads ?? []).filter(
		(ad) => String(ad.side) === side && ad.tokenId === coin && ad.currencyId === fiat && String(ad.status) === '10',
	);
	field(form, 'itemId').replaceChildren(
		...fitting.map((ad) =>
			h('option', { value: String(ad.id), 'data-price': String(ad.price) }, `the merchant, at ${ad.price}`),
		),
		h('option', { value: '' }, 'yourself'),
	);
	takePrice(form);
}

/** @param {HTMLFormElement} form */
function takePrice(form) {
	const [chosen] = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (field(form, 'itemId'))).selectedOptions;
	if (chosen?.dataset.price !== undefined) field(form, 'price').value = chosen.dataset.price;
}

/** Who traded before keeps their name. @param {HTMLFormElement} form @param {Model} model */
function takeKnownName(form, model) {
	const nickName = field(form, 'counterparty').value;
	const known = model.state?.users.find((user) => user.nickName === nickName)?.realName;
	const madeUp = PEOPLE.find(([name]) => name === nickName)?.[1];
	field(form, 'counterpartyName').value = known ?? madeUp ?? field(form, 'counterpartyName').value;
}

/** @param {HTMLFormElement} form */
function optionsOf(form) {
	const value = (/** @type {string} */ name) => field(form, name).value.trim();
	const itemId = value('itemId');
	return {
		side: sideOf(form),
		...Object.fromEntries(
			['amount', 'fiat', 'coin', 'price', 'counterparty', 'counterpartyName'].map((name) => [name, value(name)]),
		),
		fiat: value('fiat').toUpperCase(),
		paymentMinutes: Number(value('paymentMinutes')),
		...(itemId === '' ? {} : { itemId }),
	};
}
