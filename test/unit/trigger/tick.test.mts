import type { BybitApi } from '../../../nodes/BybitP2P/api/client';
import { tick, type TickSettings } from '../../../nodes/BybitP2P/trigger/tick';
import { anExchange, apiOf, HOUR, KEY, MINUTE, Watcher } from '../../support/histories.mts';
import { anOrder, NOW } from '../../support/pollingBuilders.mts';

const LISTS = /simplifyList$/;

/** An exchange that answers each path with what the table says. */
function apiThatAnswers(answers: Readonly<Record<string, unknown>>): BybitApi {
	const answer = (path: string): unknown => Object.entries(answers).find(([end]) => path.endsWith(end))?.[1];
	return {
		call: async ({ path }) => answer(path) as never,
		timedCall: async ({ path }) => ({ result: answer(path) as never, timeMs: NOW }),
	} as Partial<BybitApi> as BybitApi;
}

const settings: TickSettings = {
	boundTo: KEY,
	watchesMessages: false,
	watchesCancelRequests: false,
	expiringSeconds: -1,
	needsDetails: () => false,
	isTimeUp: () => false,
	lateByMs: 0,
};

describe('a tick', () => {
	it.each([
		['without a status', { ...anOrder(), status: undefined }],
		['without a date', { ...anOrder(), createDate: '' }],
		['without an id', { ...anOrder(), id: null }],
	])('passes over a row %s, and follows the others', async (_name, row) => {
		const good = anOrder({ id: '5' });
		const api = apiThatAnswers({ 'pending/simplifyList': { items: [row, good] }, simplifyList: { items: [] } });

		const { state } = await tick(api, undefined, settings);

		expect(Object.keys(state.orders)).toEqual(['5']);
	});

	it.each([
		['nothing', null],
		['another order', anOrder({ id: '6' })],
	])('takes a reply that shows %s as a refusal of that order', async (_name, reply) => {
		const api = apiThatAnswers({ simplifyList: { items: [] }, 'order/info': reply });
		const before = {
			version: 1,
			boundTo: KEY,
			tick: 1,
			sinceMs: NOW,
			readToMs: NOW,
			orders: { '5': { h: [10], c: NOW, u: '7' } },
			chats: {},
		} as const;

		const { state, facts } = await tick(api, before, settings);

		expect([state.orders['5'].t, facts]).toEqual([1, []]);
	});

	it('leaves single orders and chats to the next one when its time is up', async () => {
		const exchange = anExchange();
		exchange.openOrder();
		const api = apiOf(exchange);
		const first = await tick(api, undefined, { ...settings, watchesMessages: true });
		exchange.clearCalls();
		await tick(api, first.state, { ...settings, watchesMessages: true, isTimeUp: () => true });

		expect(exchange.calls.every(({ path }) => LISTS.test(path))).toBe(true);
	});

	it('reads no chat when nobody asks for messages', async () => {
		const exchange = anExchange();
		exchange.openOrder();
		await tick(apiOf(exchange), undefined, settings);

		expect(exchange.calls.map(({ path }) => path).every((path) => LISTS.test(path))).toBe(true);
	});

	it('asks who I am only when a stranger writes', async () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder();
		const watcher = new Watcher(exchange);
		await watcher.poll();
		for (const text of ['one', 'two', 'three']) {
			exchange.advance(MINUTE);
			exchange.say(id, text);
			await watcher.poll();
		}

		expect(exchange.calls.filter(({ path }) => path.endsWith('/user/personal/info'))).toHaveLength(1);
	});

	it('does not take an old picture of a completed order for a change', async () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder({ status: 20 });
		const watcher = new Watcher(exchange);
		await watcher.poll({ events: ['orderStatusChanged'] });
		exchange.setStatus(id, 50);
		exchange.advance(MINUTE);
		const end = await watcher.poll({ events: ['orderStatusChanged'] });
		exchange.fault({ path: '*', kind: 'stale', times: Infinity });
		exchange.advance(MINUTE);

		expect([end.length, await watcher.poll({ events: ['orderStatusChanged'] })]).toEqual([1, []]);
	});
});

describe('the state', () => {
	it.each([10, 100, 1000])(
		'takes about 100 bytes an order, with its chat about 200: %i orders',
		async (count) => {
			const exchange = anExchange();
			for (let n = 0; n < count; n += 1) {
				const order = exchange.openOrder({ counterparty: `person ${n}`, paymentMinutes: 10_000 });
				if (n % 2 === 0) exchange.buyerPays(order.id);
			}
			const deaf = new Watcher(exchange);
			await deaf.poll({ events: ['orderPaid'] });
			const watcher = new Watcher(exchange);
			for (let ticks = 0; ticks <= count / 50; ticks += 1) await watcher.poll();
			const [bare, whole] = [deaf, watcher].map(({ json }) => json.length / count);
			console.info(`${count} open orders: ${bare.toFixed(0)} bytes an order, ${whole.toFixed(0)} with its chat`);

			expect(bare).toBeLessThan(110);
			expect(whole).toBeLessThan(230);
		},
		60_000,
	);

	it('forgets what ended a day ago, and tells its late messages before', async () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder({ status: 20 });
		exchange.openOrder({ counterparty: 'open', paymentMinutes: 10_000 });
		const watcher = new Watcher(exchange);
		await watcher.poll();
		exchange.setStatus(id, 50);
		exchange.advance(MINUTE);
		await watcher.poll();
		exchange.advance(HOUR);
		exchange.say(id, 'late');
		exchange.advance(30 * HOUR);
		const told = await watcher.poll();
		const state = watcher.state;

		expect(told.map(({ event }) => event)).toEqual(['messageReceived']);
		expect([Object.keys(state.orders).length, Object.keys(state.chats).length]).toEqual([1, 1]);
	});
});
