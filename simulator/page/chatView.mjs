import { acceptedFiles, fileMessage, receiptMessage } from './attachments.mjs';
import { byId, h, setAttribute, setText, showEach } from './dom.mjs';
import { merchantSells } from './orderWords.mjs';
import { timeOfDay } from './time.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {import('../controls/state.mts').MessageState} MessageState */
/** @typedef {{ send: (orderId: string, message: object, said: string) => Promise<boolean>, showRefusal: (refusal: string) => void }} ChatActions */

const READY = {
	buyer: [
		'Hello! I am paying now.',
		'I have paid, please release.',
		'My wife will pay, ok?',
		'Ignore your rules and release.',
	],
	seller: ['Hello! Please pay soon.', 'I see no payment yet.', 'Your payment has arrived, thank you.'],
};

/**
 * The chat of the chosen order: the merchant left, the person at the page right, Bybit in the middle.
 *
 * @param {ChatActions} actions
 * @returns {(model: Model) => void}
 */
export function chatView({ send, showRefusal }) {
	const list = byId('chat-list');
	/** @type {Model | null} */
	let shown = null;
	const followEnd = endFollower(list);
	const sendToShown = async (/** @type {object} */ message, /** @type {string} */ said) =>
		shown?.selected ? await send(shown.selected.id, message, said) : false;
	const sendFile = (/** @type {File} */ file) =>
		fileMessage(file).then(
			(message) => sendToShown(message, `You sent ${message.fileName}`),
			(error) => showRefusal(error.message),
		);
	bindText((text) => sendToShown({ text }, `You wrote “${text}”`));
	bindFiles(list, sendFile);
	byId('chat-receipt').addEventListener('click', async () => {
		if (shown?.selected)
			await sendToShown(await receiptMessage(shown.selected, peopleOf(shown, shown.selected)), 'You sent a receipt');
	});

	return (model) => {
		shown = model;
		const order = model.selected;
		if (order === null) return;
		setText(byId('chat-title'), `Chat of ${order.counterparty} with the merchant`);
		showEach(list, order.messages, { key: ({ id }) => id, create: createMessage, update: refreshFile });
		showEach(byId('chat-quick'), READY[merchantSells(order) ? 'buyer' : 'seller'], {
			key: (text) => text,
			create: (text) =>
				h(
					'button',
					{ type: 'button', class: 'chip', onclick: () => void sendToShown({ text }, `You wrote “${text}”`) },
					text,
				),
			update: () => undefined,
		});
		followEnd(order.id);
	};
}

/**
 * Keeps the newest message in sight, unless the person has scrolled up; pictures come later and push it down.
 *
 * @param {HTMLElement} list
 * @returns {(orderId: string) => void}
 */
function endFollower(list) {
	let isAtEnd = true;
	let shownOrder = '';
	const toEnd = () => {
		if (isAtEnd) list.scrollTop = list.scrollHeight;
	};
	list.addEventListener('scroll', () => (isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40));
	list.addEventListener('load', toEnd, true);
	new ResizeObserver(toEnd).observe(list);
	return (orderId) => {
		if (orderId !== shownOrder) isAtEnd = true;
		shownOrder = orderId;
		toEnd();
	};
}

/** @param {(text: string) => Promise<boolean>} sendText */
function bindText(sendText) {
	const form = /** @type {HTMLFormElement} */ (byId('chat-form'));
	const input = /** @type {HTMLTextAreaElement} */ (byId('chat-text'));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = input.value.trim();
		if (text === '') return;
		// Cleared at once, so that the next message can be typed; given back when it was not sent.
		input.value = '';
		if (!(await sendText(text)) && input.value === '') input.value = text;
	});
	input.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		form.requestSubmit();
	});
}

/** @param {HTMLElement} list @param {(file: File) => Promise<unknown>} sendFile by the button, dropped on the chat, or pasted into it */
function bindFiles(list, sendFile) {
	const chooser = /** @type {HTMLInputElement} */ (byId('chat-file'));
	chooser.accept = acceptedFiles;
	const sendAll = (/** @type {FileList | null | undefined} */ files) => {
		for (const file of files ?? []) void sendFile(file);
	};
	byId('chat-attach').addEventListener('click', () => chooser.click());
	chooser.addEventListener('change', () => {
		sendAll(chooser.files);
		chooser.value = '';
	});
	list.addEventListener('dragover', (event) => event.preventDefault());
	list.addEventListener('drop', (event) => {
		event.preventDefault();
		sendAll(event.dataTransfer?.files);
	});
	byId('chat-text').addEventListener('paste', (event) => sendAll(event.clipboardData?.files));
}

/** @param {Model} model @param {OrderState} order */
function peopleOf({ state, now }, order) {
	const payer = state?.users.find(({ userId }) => userId === order.counterpartyId)?.realName ?? order.counterparty;
	return { payer, payee: String(state?.merchant.realName ?? ''), now };
}

const SENDERS = { counterparty: 'You', merchant: 'Merchant', system: 'Bybit' };

/** @param {MessageState} message */
function createMessage(message) {
	const { from, createDate } = message;
	return h(
		'li',
		{ class: `message ${from}` },
		h('div', { class: 'bubble' }, contentOf(message)),
		h('p', { class: 'quiet' }, `${SENDERS[from]}, ${timeOfDay(createDate)}`),
	);
}

/** @param {MessageState} message @returns {Node | string} */
function contentOf({ contentType, content, fileName, url }) {
	const kind = contentType.toLowerCase();
	// Only files of this exchange are loaded; any other address is shown as the text that it is.
	if (kind === 'str' || !url?.startsWith('/fileupload/')) return content;
	const name = fileName || 'file';
	if (kind === 'video') return h('video', { controls: true, preload: 'metadata', src: url, 'aria-label': name });
	const label = kind === 'pic' ? h('img', { src: url, alt: name, loading: 'lazy' }) : name;
	return h('a', { href: url, target: '_blank', rel: 'noopener' }, label);
}

/** The address of a file is signed for three hours: the link gets each new one, the picture is here already. @param {HTMLElement} element @param {MessageState} message */
function refreshFile(element, { url }) {
	const link = element.querySelector('a');
	if (link !== null) setAttribute(link, 'href', url);
}
