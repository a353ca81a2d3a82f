/** @typedef {import('../controls/state.mts').ExchangeState} ExchangeState */

/** What the exchange says to a control that it does not carry out. */
export class Refused extends Error {}

/**
 * @param {string} method
 * @param {string} path below `/_sim/`
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function control(method, path, body) {
	const response = await fetch(`/_sim/${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
		cache: 'no-store',
	});
	const reply = await response.json();
	if (!response.ok) throw new Refused(reply.error?.message ?? `HTTP ${response.status}`);
	return reply;
}

/**
 * Asks for the state again and again: the exchange answers in full only when something happened.
 *
 * @param {{ onState: (state: ExchangeState) => void, onTime: (now: number) => void, onReachable: (isReachable: boolean) => void }} listener
 * @returns {{ refresh: () => Promise<void> }}
 */
export function watchState({ onState, onTime, onReachable }) {
	let etag = '';
	let timer = 0;
	/** @type {Promise<void>} */
	let reading = Promise.resolve();

	const read = async () => {
		try {
			const response = await fetch('/_sim/state', { headers: { 'if-none-match': etag }, cache: 'no-store' });
			onReachable(true);
			if (response.status === 200) {
				onState(await response.json());
				etag = response.headers.get('etag') ?? '';
			}
			onTime(Number(response.headers.get('x-sim-now')));
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			onReachable(false);
		}
	};
	const refresh = () => {
		clearTimeout(timer);
		reading = reading.then(read).finally(() => {
			clearTimeout(timer);
			timer = window.setTimeout(refresh, document.hidden ? 3000 : 400);
		});
		return reading;
	};
	document.addEventListener('visibilitychange', () => document.hidden || refresh());
	void refresh();
	return { refresh };
}
