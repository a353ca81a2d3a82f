import { callWords, outcomeWords, whatWasRead } from './callWords.mjs';
import { byId, h, setAttribute, setText, showEach } from './dom.mjs';
import { timeOfDay } from './time.mjs';
import { counted, everyEntry, summary } from './timeline.mjs';

/** @typedef {import('./model.mjs').Model} Model */
/** @typedef {import('./timeline.mjs').Entry} Entry */
/** @typedef {import('../controls/state.mts').CallState} CallState */

const SHOWN = 120;

/** The calls of the workflow and the acts of the person at the page, newest first. @returns {(model: Model) => void} */
export function activityView() {
	const everyCall = /** @type {HTMLInputElement} */ (byId('every-call'));
	showConnection();
	/** @type {Model | null} */
	let shown = null;
	const render = (/** @type {Model} */ model) => {
		shown = model;
		if (model.state === null) return;
		const { calls, callCount } = model.state;
		byId('no-calls').hidden = callCount > 0;
		const every = everyEntry(calls, callCount, model.acts);
		showEach(byId('activity-list'), (everyCall.checked ? every : summary(every)).slice(0, SHOWN), {
			key: ({ key }) => key,
			create: createEntry,
			update: (element, entry) => void (entry.type === 'reads' && showReads(element, entry.calls)),
		});
	};
	everyCall.addEventListener('change', () => shown !== null && render(shown));
	return render;
}

function showConnection() {
	const values = {
		Environment: 'Custom',
		'Base URL': location.origin,
		'Key Type': 'HMAC',
		'API Key': 'sim-key',
		'API Secret': 'sim-secret',
	};
	byId('connection').append(
		...Object.entries(values).map(([name, value]) =>
			h('div', {}, h('dt', {}, name), h('dd', {}, h('code', {}, value))),
		),
	);
}

/** @param {Entry} entry @returns {HTMLElement} */
function createEntry(entry) {
	switch (entry.type) {
		case 'own':
			return h(
				'li',
				{ class: 'entry own' },
				h('time', { class: 'digits' }, timeOfDay(entry.act.at)),
				' ',
				h('span', {}, entry.act.text),
			);
		case 'reads':
			return h('li', { class: 'entry reads' }, h('time', { class: 'digits' }), ' ', h('span', {}));
		case 'call':
			return h('li', { class: `entry ${outcomeWords(entry.call).tone}` }, callDetails(entry.call));
	}
}

/** @param {HTMLElement} element @param {readonly CallState[]} calls newest first */
function showReads(element, calls) {
	const [time, text] = element.children;
	const names = counted(calls.map(whatWasRead)).map(([name, times]) => (times === 1 ? name : `${name} ${times} times`));
	const named = names.length > 4 ? [...names.slice(0, 3), `and ${names.length - 3} more`] : names;
	setText(time, timeOfDay(calls[0].at));
	setText(text, `Read ${named.join(', ')}`);
	setAttribute(element, 'title', names.join(', '));
}

/** @param {CallState} call */
function callDetails(call) {
	const outcome = outcomeWords(call);
	return h(
		'details',
		{},
		h(
			'summary',
			{},
			h('time', { class: 'digits' }, timeOfDay(call.at)),
			' ',
			h('span', {}, callWords(call)),
			' ',
			...(outcome.text === '' ? [] : [h('span', { class: 'outcome' }, outcome.text)]),
		),
		h(
			'pre',
			{ tabindex: 0, 'aria-label': 'The call' },
			`${call.method} ${call.path}\n${JSON.stringify(call.body, null, 2)}`,
		),
		h(
			'p',
			{ class: 'quiet' },
			`HTTP ${call.status}, code ${call.code ?? 'none'}${call.fault === undefined ? '' : `, made to go wrong: ${call.fault}`}`,
		),
	);
}
