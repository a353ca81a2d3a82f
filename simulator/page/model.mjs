/** @typedef {import('../controls/state.mts').ExchangeState} ExchangeState */
/** @typedef {import('../controls/state.mts').OrderState} OrderState */
/** @typedef {import('./timeline.mjs').OwnAct} OwnAct */
/** @typedef {'orders' | 'order' | 'activity' | 'faults' | 'market'} View */

const VIEWS = /** @type {const} */ (['orders', 'order', 'activity', 'faults', 'market']);

/** What the page shows: the exchange's state, and what the person at the page chose and did. */
export class Model {
	/** @type {ExchangeState | null} */
	state = null;
	now = 0;
	/** @type {string} */
	selectedId = '';
	/** @type {View} */
	view = 'orders';
	/** @type {OwnAct[]} */
	acts = [];
	/** Newest message of the merchant that was seen, by order. @type {Map<string, string>} */
	#seen = new Map();

	/** @returns {OrderState | null} */
	get selected() {
		return this.state?.orders.find(({ id }) => id === this.selectedId) ?? null;
	}

	/** @param {OrderState} order @returns {number} messages of the merchant that the person at the page has not seen */
	unseen = (order) => {
		const seen = this.#seen.get(order.id);
		const theirs = order.messages.filter(({ from }) => from === 'merchant').map(({ id }) => id);
		return theirs.slice(seen === undefined ? 0 : theirs.indexOf(seen) + 1).length;
	};

	/** The chat on the screen has been seen. @param {OrderState} order */
	markSeen(order) {
		const newest = order.messages.findLast(({ from }) => from === 'merchant');
		if (newest !== undefined) this.#seen.set(order.id, newest.id);
	}

	/** @param {ExchangeState} state */
	takeState(state) {
		// Fewer calls than before: the exchange started over, and what was done before happened to other orders.
		if (this.state !== null && state.callCount < this.state.callCount) this.acts = [];
		this.state = state;
		this.now = state.now;
	}

	/** @param {string} text what the person at the page did, or let Bybit do, as a sentence without its full stop */
	note(text) {
		const callsBefore = this.state?.callCount ?? 0;
		this.acts = [
			...this.acts.slice(-99),
			{ at: this.now, callsBefore, text, number: (this.acts.at(-1)?.number ?? 0) + 1 },
		];
	}

	/** @param {string | undefined} view */
	show(view) {
		const known = VIEWS.find((name) => name === view);
		if (known !== undefined) this.view = known;
	}
}
