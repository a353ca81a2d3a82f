import type { CallState } from '../../simulator/controls/state.mts';
import { statuses } from '../../simulator/entities/order.mts';
import { Exchange } from '../../simulator/exchange.mts';
import { faultKinds } from '../../simulator/http/faults.mts';
import { callWords, isRead, outcomeWords } from '../../simulator/page/callWords.mjs';
import { TROUBLES, troubleNames } from '../../simulator/page/faultsView.mjs';
import { newsBetween } from '../../simulator/page/news.mjs';
import { actionsFor, allStatuses, deadlineOf, statusWords, stepsOf } from '../../simulator/page/orderWords.mjs';
import { countdown } from '../../simulator/page/time.mjs';
import { everyEntry, summary } from '../../simulator/page/timeline.mjs';
import { routes } from '../../simulator/routes/index.mts';
import { NOW } from '../simulator/support.mts';

const aCall = (call: Partial<CallState> = {}): CallState => ({
	at: NOW,
	method: 'POST',
	path: '/v5/p2p/order/info',
	body: { orderId: '2102038470456273099' },
	code: 0,
	status: 200,
	effect: false,
	ms: 0,
	...call,
});
const release = (call: Partial<CallState> = {}): CallState => aCall({ path: '/v5/p2p/order/finish', ...call });

const anExchange = (): Exchange => new Exchange({ now: NOW });
const stateOf = (exchange: Exchange) => structuredClone(exchange.state());

describe('the words for a call', () => {
	it('exist for every call of the exchange, in plain English', () => {
		const words = [...routes.values()].map(({ path, kind }) => [
			path,
			callWords(aCall({ path, effect: kind === 'write' })),
		]);

		expect(words.filter(([, text]) => /\/v5|undefined/.test(text))).toEqual([]);
	});

	it('distinguish reads from writes as the exchange does', () => {
		const differing = [...routes.values()].filter(({ path, kind }) => isRead(aCall({ path })) !== (kind === 'read'));

		expect(differing.map(({ path }) => path)).toEqual([]);
	});

	it('never claim what did not happen', () => {
		expect([release({ effect: true }), release({ code: 912100027 })].map(callWords)).toEqual([
			'Released the coins of order …73099',
			'Tried to release the coins of order …73099',
		]);
	});

	it.each([
		['nothing to say', aCall(), ''],
		['done', release({ effect: true }), 'done'],
		['a refusal', release({ code: 10016 }), 'refused with 10016'],
		['a lost reply', release({ code: null, status: 0 }), 'no reply'],
		['a lost reply to what was done', release({ code: null, status: 0, effect: true }), 'no reply, but it was done'],
		['a page in the place of an answer', aCall({ code: null, status: 502 }), 'HTTP 502'],
		['a garbled answer', release({ code: null, effect: true }), 'a reply nobody can read, but it was done'],
		['a slow answer', aCall({ ms: 5000 }), 'after 5 s'],
		['an old snapshot', aCall({ fault: 'stale' }), 'an old snapshot'],
	])('say what came of it: %s', (_, call, text) => {
		expect(outcomeWords(call).text).toBe(text);
	});
});

describe('the timeline', () => {
	const act = (callsBefore: number, number: number) => ({ at: NOW, callsBefore, text: `act ${number}`, number });

	it('puts what the person did between the calls before and after it', () => {
		const entries = everyEntry([aCall(), release()], 7, [act(5, 1), act(6, 2), act(7, 3)]);

		expect(entries.map(({ key }) => key)).toEqual(['own 3', 'call 6', 'own 2', 'call 5', 'own 1']);
	});

	it('gathers quiet reads, and never one that failed or a write', () => {
		const calls = [aCall(), aCall(), aCall({ code: 10016 }), aCall(), release({ effect: true }), aCall()];

		const entries = summary(everyEntry(calls, 6, []));

		expect(entries.map((entry) => (entry.type === 'reads' ? entry.calls.length : entry.type))).toEqual([
			1,
			'call',
			1,
			'call',
			2,
		]);
	});

	it('keeps the key of a line while reads are added to it', () => {
		const keys = [2, 3].map(
			(count) =>
				summary(
					everyEntry(
						Array.from({ length: count }, () => aCall()),
						count,
						[],
					),
				)[0].key,
		);

		expect(keys[0]).toBe(keys[1]);
	});
});

describe('the words for an order', () => {
	it('exist for every status', () => {
		expect(allStatuses.map(({ code }) => code)).toEqual(Object.values(statuses).sort((a, b) => a - b));
	});

	it('say that a status is not known instead of guessing', () => {
		const order = anExchange().state().orders[0] ?? { ...stateOf(withOrder(anExchange())).orders[0], status: 77 };

		expect(statusWords(order).label).toBe('Unknown (77)');
	});

	it.each(['sell', 'buy'] as const)('offer only actions that the exchange carries out, in every status: %s', (side) => {
		for (const { code } of allStatuses) {
			for (const { control, body } of actionsFor(stateOf(withOrder(anExchange(), side, code)).orders[0])) {
				const exchange = withOrder(anExchange(), side, code);
				const [{ id }] = exchange.orders();
				const carryOut: Record<string, () => unknown> = {
					pay: () => exchange.buyerPays(id),
					release: () => exchange.sellerReleases(id),
					cancel: () => exchange.cancelOrder(id),
					appeal: () => exchange.appealOrder(id),
					requestCancel: () => exchange.requestCancel(id),
					resolve: () => exchange.resolveAppeal(id, (body as { status: number }).status),
				};

				expect([code, control, carryOut[control]()]).toEqual([code, control, expect.objectContaining({ id })]);
			}
		}
	});

	it('count down to what will happen by itself', () => {
		const exchange = withOrder(anExchange(), 'buy');
		const [{ id }] = exchange.orders();
		const deadline = () => deadlineOf(stateOf(exchange).orders[0], exchange.now());
		exchange.advance(60_000);
		expect(deadline()).toEqual({ what: 'left to pay', leftMs: 14 * 60_000 });
		exchange.requestCancel(id);
		expect(deadline()).toEqual({ what: 'left to answer', leftMs: 10 * 60_000 });
		exchange.cancelOrder(id);
		expect(deadline()).toBeNull();
	});

	it('show how far an order is', () => {
		const states = [10, 20, 50, 40].map((status) =>
			stepsOf(stateOf(withOrder(anExchange(), 'sell', status)).orders[0]).map(({ state }) => state),
		);

		expect(states).toEqual([
			['done', 'now', 'later'],
			['done', 'done', 'now'],
			['done', 'done', 'done'],
			['done', 'later', 'later'],
		]);
	});

	it.each([
		[0, '0:00'],
		[-5, '0:00'],
		[59_001, '1:00'],
		[15 * 60_000, '15:00'],
		[3_600_000, '1:00:00'],
	])('%i ms are %s', (ms, text) => expect(countdown(ms)).toBe(text));
});

describe('news', () => {
	it('are the messages of the merchant and new statuses, once', () => {
		const exchange = withOrder(anExchange());
		const [{ id }] = exchange.orders();
		const before = stateOf(exchange);
		exchange.say(id, { contentType: 'str', content: 'Good day', from: 'merchant' });
		exchange.say(id, 'Hello');
		exchange.buyerPays(id);
		const after = stateOf(exchange);

		expect(newsBetween(before, after).map(({ text }) => text)).toEqual([
			'The merchant wrote to AnnaBuys: Good day',
			`Order …${id.slice(-5)}: Waiting for release`,
		]);
		expect([newsBetween(after, after), newsBetween(null, after)]).toEqual([[], []]);
	});
});

describe('faults in words', () => {
	it('have names for what is offered, and for what a script has set up', () => {
		const [{ fault, name }] = TROUBLES;
		const active = [
			{ ...fault, times: 1 },
			{ ...fault, times: 3 },
			{ path: '*', kind: 'lostBefore', times: 'always' },
			{ path: '/v5/x', kind: 'garbage', times: 'always' },
		] as Parameters<typeof troubleNames>[0];

		expect(troubleNames(active)).toEqual([name, `${name} (3 calls)`, 'Bybit is offline', 'A fault of kind garbage']);
	});

	it('are of kinds that the exchange has', () => {
		const kinds = TROUBLES.map(({ fault }) => (fault as { kind: string }).kind);

		expect(kinds.filter((kind) => !(faultKinds as readonly string[]).includes(kind))).toEqual([]);
	});
});

function withOrder(exchange: Exchange, side: 'sell' | 'buy' = 'sell', status?: number): Exchange {
	exchange.openOrder({ side, status, counterparty: 'AnnaBuys' });
	return exchange;
}
