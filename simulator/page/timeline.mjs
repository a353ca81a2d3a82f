import { isRead, wentWell } from './callWords.mjs';

/** @typedef {import('../controls/state.mts').CallState} CallState */
/** @typedef {{ at: number, callsBefore: number, text: string, number: number }} OwnAct what the person at the page did */
/** @typedef {{ type: 'call', key: string, call: CallState }} CallEntry */
/** @typedef {{ type: 'reads', key: string, calls: readonly CallState[] }} ReadsEntry */
/** @typedef {{ type: 'own', key: string, act: OwnAct }} OwnEntry */
/** @typedef {CallEntry | ReadsEntry | OwnEntry} Entry */

/**
 * What happened, newest first: each call of the workflow and each act of the person at the page.
 *
 * @param {readonly CallState[]} calls newest last
 * @param {number} callCount of all calls, also of those that are no longer shown
 * @param {readonly OwnAct[]} acts oldest first
 * @returns {readonly Entry[]}
 */
export function everyEntry(calls, callCount, acts) {
	const first = callCount - calls.length;
	const pending = [...acts];
	/** @type {Entry[]} */
	const entries = [];
	const addActsBefore = (/** @type {number} */ number) => {
		while (pending.length > 0 && pending[0].callsBefore <= number) {
			const act = /** @type {OwnAct} */ (pending.shift());
			entries.push({ type: 'own', key: `own ${act.number}`, act });
		}
	};
	calls.forEach((call, index) => {
		addActsBefore(first + index);
		entries.push({ type: 'call', key: `call ${first + index}`, call });
	});
	addActsBefore(Infinity);
	return entries.reverse();
}

/**
 * The same with all reads between two other things in one entry: a workflow reads every few seconds.
 *
 * @param {readonly Entry[]} entries newest first
 * @returns {readonly Entry[]} newest first; the key of such an entry is the one of its oldest read, so that it stays while it grows
 */
export function summary(entries) {
	/** @type {Entry[]} */
	const result = [];
	for (const entry of entries) {
		const last = result.at(-1);
		const isQuiet = entry.type === 'call' && isRead(entry.call) && wentWell(entry.call) && entry.call.ms === 0;
		if (!isQuiet) result.push(entry);
		else if (last?.type === 'reads')
			result[result.length - 1] = { ...last, key: `reads ${entry.key}`, calls: [...last.calls, entry.call] };
		else result.push({ type: 'reads', key: `reads ${entry.key}`, calls: [entry.call] });
	}
	return result;
}

/**
 * How often each thing was read, the most frequent first.
 *
 * @param {readonly string[]} names
 * @returns {readonly [string, number][]}
 */
export function counted(names) {
	const counts = new Map();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a);
}
