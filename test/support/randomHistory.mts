import type { Exchange, Message, Order } from '../../simulator/exchange.mts';
import type { TriggerEvent } from '../../nodes/BybitP2P/trigger/events';
import { EVENTS } from '../../nodes/BybitP2P/trigger/events';
import { anExchange, apiOf, Chance, HOUR, MINUTE, NOW, Truth, Watcher, type Watching } from './histories.mts';

const PEOPLE = ['ann', 'bob', 'cho', 'dan'] as const;
const INFO = '/v5/p2p/order/info';
const SESSION = '/v5/p2p/chat/session/getSessionId';
const MESSAGES = '/v5/p2p/chat/message/listpage_v1';

/** From a status of the exchange to those that may follow it. */
const NEXT: Readonly<Record<number, readonly number[]>> = {
	5: [10, 40],
	10: [20, 20, 20, 40, 60],
	20: [50, 50, 50, 30, 40],
	30: [20, 50, 40, 100],
	60: [20, 70],
	90: [10, 80],
	100: [110, 30],
	110: [20, 50],
	40: [30],
	50: [30],
};

export interface HistoryOptions {
	/** Whether n8n may be started again in between. */
	readonly restarts?: boolean;
	/** Whether calls may fail. */
	readonly faults?: boolean;
	/** Whether days may pass between two checks. */
	readonly leaps?: boolean;
	/** Whether the events and filters change between two checks. */
	readonly changingFilters?: boolean;
	/** Whether the exchange goes on while a check reads. */
	readonly busy?: boolean;
	readonly asksForMine?: boolean;
}

export interface History {
	readonly exchange: Exchange;
	readonly watcher: Watcher;
	readonly truth: Truth;
	/** Exchange time of the check that began the watch. */
	readonly activatedMs: number;
	readonly activatedStep: number;
	readonly orders: readonly Order[];
	/** By counterparty, oldest first. */
	readonly messages: ReadonlyMap<string, readonly Message[]>;
}

/** Plays one history to its end: at the end nothing fails any more and the trigger has had time to catch up. */
export async function playedHistory(seed: number, options: HistoryOptions = {}): Promise<History> {
	const chance = new Chance(seed);
	const exchange = anExchange({
		seed,
		readingMarksRead: chance.is(50),
		unreadHints: chance.is(50) ? 'honest' : 'cursorsOnly',
	});
	const truth = new Truth(exchange);
	const isCrowded = chance.is(4);
	const play = player(exchange, truth, chance, isCrowded);
	let isSettling = false;
	const api = apiOf(exchange, () => {
		exchange.advance(1 + chance.below(120));
		truth.note();
		if (options.busy && !isSettling && chance.is(8)) play.something();
	});
	const watcher = new Watcher(exchange, api, () => truth.step);
	const mine: Watching = options.asksForMine ? { filters: { messageFrom: ['counterparty', 'me', 'system'] } } : {};

	play.past();
	const { activatedMs, activatedStep } = await activated();
	for (let checks = 2 + chance.below(6); checks > 0; checks -= 1) {
		for (let deeds = chance.below(6); deeds > 0; deeds -= 1) play.something();
		if (options.faults && chance.is(45)) play.fault();
		play.time(options.leaps === true && chance.is(12) ? chance.below(40 * HOUR) : 1000 + chance.below(2 * MINUTE));
		await watcher.poll(options.changingFilters ? otherWatching(chance) : mine).catch(() => {});
		if (options.restarts && chance.is(15)) watcher.restart(chance.is(40) ? 1 : 0);
	}
	exchange.clearFaults();
	isSettling = true;
	for (let checks = 2; checks > 0; checks -= 1) {
		play.time(MINUTE);
		await watcher.poll(mine);
	}

	const orders = exchange.orders();
	const messages = new Map(orders.map(({ id, counterpartyId }) => [counterpartyId, exchange.messagesOf(id)]));
	return { exchange, watcher, truth, activatedMs, activatedStep, orders, messages };

	async function activated(): Promise<{ activatedMs: number; activatedStep: number }> {
		for (;;) {
			const calls = exchange.calls.length;
			try {
				const activatedStep = truth.step;
				await watcher.poll(mine);
				const first = exchange.calls.slice(calls).find(({ code }) => code === 0);
				return { activatedMs: first?.at ?? NOW, activatedStep };
			} catch {
				play.time(MINUTE);
			}
		}
	}
}

function otherWatching(chance: Chance): Watching {
	const events = EVENTS.filter(() => chance.is(60));
	const asked: readonly TriggerEvent[] = events.length === 0 ? ['orderCreated'] : events;
	return { events: asked, filters: chance.is(50) ? { side: chance.of(['buy', 'sell'] as const) } : {} };
}

function player(exchange: Exchange, truth: Truth, chance: Chance, isCrowded: boolean) {
	function did(deed: () => unknown): void {
		deed();
		truth.note();
	}

	function open(createdAt?: number): Order {
		const order = exchange.openOrder({
			counterparty: isCrowded && chance.is(70) ? `person ${chance.below(20)}` : chance.of(PEOPLE),
			side: chance.of(['buy', 'sell'] as const),
			paymentMinutes: isCrowded ? 10_000 : 1 + chance.below(15),
			...(createdAt === undefined ? {} : { createdAt, paymentMinutes: 10_000 }),
			// With time to pay: the simulator dates the end of an order back to its deadline.
			...(chance.is(10) ? { status: chance.of([5, 90, 60]), paymentMinutes: 10_000 } : {}),
		});
		truth.note();
		return order;
	}

	function goOn(order: Order): void {
		const next = NEXT[order.status];
		if (next !== undefined) did(() => exchange.setStatus(order.id, chance.of(next)));
	}

	function anyOrder(): Order | undefined {
		const orders = exchange.orders();
		return orders.length === 0 ? undefined : chance.of(chance.is(70) ? orders.slice(0, 5) : orders);
	}

	function say(order: Order): void {
		const from = chance.of(['counterparty', 'counterparty', 'counterparty', 'system', 'merchant'] as const);
		const saying = chance.is(20)
			? ({ contentType: 'pic', content: Buffer.from('x') } as const)
			: ({ contentType: 'str', content: 'hello' } as const);
		exchange.say(order.id, { ...saying, from });
	}

	return {
		past(): void {
			const count = isCrowded ? 25 + chance.below(45) : chance.below(4);
			for (let n = count; n > 0; n -= 1) {
				const order = open(NOW - chance.below(3 * HOUR));
				if (chance.is(30)) goOn(exchange.order(order.id));
				if (chance.is(20)) say(order);
			}
		},
		something(): void {
			const order = anyOrder();
			const dice = chance.below(100);
			if (order === undefined || dice < 22) {
				const opened = open();
				// Paid, ended, even appealed again before anybody looks.
				for (let steps = chance.is(25) ? 1 + chance.below(3) : 0; steps > 0; steps -= 1)
					goOn(exchange.order(opened.id));
			} else if (dice < 58) goOn(order);
			else if (dice < 92) say(order);
			else if (dice < 94) for (let n = 25 + chance.below(20); n > 0; n -= 1) say(order);
			else if (dice < 96) exchange.renewSession(order.id);
			else exchange.advance(chance.below(5000));
			truth.note();
		},
		fault(): void {
			const order = anyOrder();
			const skip = chance.below(6);
			const dice = chance.below(100);
			if (dice < 25)
				exchange.fault({
					path: '*',
					kind: chance.of(['lostBefore', 'lostAfter', 'html502', 'garbage', 'emptyBody'] as const),
					skip,
					times: 1 + chance.below(16),
				});
			else if (dice < 40)
				exchange.fault({
					path: '*',
					kind: 'status',
					status: chance.of([500, 502, 503]),
					skip,
					times: 1 + chance.below(9),
				});
			else if (dice < 55)
				exchange.fault({
					path: '*',
					kind: 'code',
					code: chance.of([10000, 10016, 10006, 10005]),
					skip,
					times: 1 + chance.below(6),
				});
			else if (dice < 75 && order !== undefined)
				exchange.fault({
					path: INFO,
					kind: 'code',
					code: 912100004,
					match: { orderId: order.id },
					times: 1 + chance.below(4),
				});
			else if (dice < 85)
				exchange.fault({
					path: SESSION,
					kind: 'code',
					code: 912000004,
					skip: chance.below(3),
					times: 1 + chance.below(3),
				});
			else
				exchange.fault({
					path: MESSAGES,
					kind: 'code',
					code: 913100004,
					skip: chance.below(3),
					times: 1 + chance.below(3),
				});
		},
		time(ms: number): void {
			did(() => exchange.advance(ms));
		},
	};
}
