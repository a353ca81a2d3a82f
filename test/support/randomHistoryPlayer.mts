/** What people and the exchange do in a random history. */
import { clockMs, later } from './historiesClock.mts';

import type { Exchange, Order } from '../../simulator/exchange.mts';
import type { Chance } from './chance.mts';
import type { HistoryRecord } from './historiesRecord.mts';
import type { HistoryOptions } from './randomHistory.mts';

const PEOPLE = ['ann', 'bob', 'cho', 'dan'] as const;
const PENDING_LIST = '/v5/p2p/order/pending/simplifyList';
const LIST = '/v5/p2p/order/simplifyList';
const INFO = '/v5/p2p/order/info';
const SESSION = '/v5/p2p/chat/session/getSessionId';
const MESSAGES = '/v5/p2p/chat/message/listpage_v1';
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** From a status of the exchange to those that may follow it. */
const NEXT: Readonly<Record<number, readonly number[]>> = {
	5: [10, 40],
	10: [20, 20, 20, 40, 60],
	20: [50, 50, 50, 30, 40],
	30: [20, 50, 40, 100],
	60: [20, 70],
	90: [10, 80],
	100: [110, 30, 20],
	110: [20, 50],
	40: [30],
	50: [30],
};

const ENDED = [40, 50];

export interface Player {
	/** Orders and messages of before the workflow was published. */
	past(): void;
	/** One thing that happens. */
	something(): void;
	/** One thing that goes wrong with calls. */
	fault(): void;
	/** Lists or chats show for a while what was so some time ago. */
	oldSnapshot(): void;
}

export function player(exchange: Exchange, record: HistoryRecord, chance: Chance, options: HistoryOptions): Player {
	/** Lists lag, or the order in full does; that both show the same old snapshot nobody could notice. */
	const lagging = chance.is(75) ? [PENDING_LIST, LIST, MESSAGES] : [INFO, MESSAGES];
	const isCrowded = chance.is(1.5);

	function open(createdAt?: number): Order {
		const order = exchange.openOrder({
			counterparty: isCrowded && chance.is(70) ? `person ${chance.below(20)}` : chance.of(PEOPLE),
			side: chance.of(['buy', 'sell'] as const),
			paymentMinutes: isCrowded ? 10_000 : 2 + chance.below(15),
			...(createdAt === undefined ? {} : { createdAt, paymentMinutes: 10_000 }),
			// With time to pay: the simulator dates the end of an order back to its deadline.
			...(chance.is(10) ? { status: chance.of([5, 90, 60]), paymentMinutes: 10_000 } : {}),
		});
		record.note();
		return order;
	}

	function goOn(order: Order): void {
		const next = NEXT[order.status];
		// A lagging list may show an end that was taken back, which nobody could tell from one that was not.
		const isOver = options.stale === true && ENDED.includes(order.status);
		if (next !== undefined && !isOver) moveTo(order, chance.of(next));
	}

	function moveTo(order: Order, status: number): void {
		if (status === 20 && order.status === 10 && order.side === 1) exchange.buyerPays(order.id);
		else exchange.setStatus(order.id, status);
		record.note();
	}

	function anyOrder(): Order | undefined {
		const orders = exchange.orders();
		return orders.length === 0 ? undefined : chance.of(chance.is(70) ? orders.slice(0, 5) : orders);
	}

	function say(order: Order): void {
		const from = chance.of(['counterparty', 'counterparty', 'counterparty', 'merchant'] as const);
		const content = chance.is(20)
			? ({ contentType: 'pic', content: Buffer.from('x') } as const)
			: ({ contentType: 'str', content: 'hello' } as const);
		const isOdd = options.oddDates === true && chance.is(15);
		const sentAt = isOdd ? clockMs() + chance.of([-3_000, 2_000, HOUR, 2 * DAY]) : undefined;
		record.noteWritten(exchange.say(order.id, { ...content, from, ...(sentAt === undefined ? {} : { sentAt }) }));
	}

	function askToCancel(order: Order): void {
		if (order.side !== 0 || ![10, 20].includes(order.status)) return;
		if (order.needBuyerExamineCancel) exchange.withdrawCancelRequest(order.id);
		else exchange.requestCancel(order.id);
		record.note();
	}

	function openAndGoOn(): void {
		const opened = open();
		// Paid, ended, even appealed again before anybody looks.
		for (let steps = chance.is(25) ? 1 + chance.below(3) : 0; steps > 0; steps -= 1) goOn(exchange.order(opened.id));
	}

	return {
		past() {
			for (let n = isCrowded ? 25 + chance.below(45) : chance.below(4); n > 0; n -= 1) {
				const order = open(clockMs() - chance.below(3 * HOUR));
				if (chance.is(30)) goOn(exchange.order(order.id));
				if (chance.is(20)) say(order);
				if (chance.is(10)) askToCancel(exchange.order(order.id));
			}
		},
		something() {
			const order = anyOrder();
			const dice = chance.below(100);
			if (order === undefined || dice < 22) openAndGoOn();
			else if (dice < 54) goOn(order);
			else if (dice < 84) say(order);
			else if (dice < 86) for (let n = 25 + chance.below(20); n > 0; n -= 1) say(order);
			else if (dice < 92) askToCancel(order);
			else if (dice < 94) exchange.renewSession(order.id);
			else if (dice < 96) exchange.moveCursor(order.id);
			else later(chance.below(5000));
			record.note();
		},
		fault: () => exchange.fault(aFault(chance, anyOrder())),
		oldSnapshot() {
			const path = chance.of(lagging);
			const changes = 1 + chance.below(4);
			// By age a chat would lack messages in its middle, those dated in the future.
			const age = path !== MESSAGES && chance.is(50) ? { ageMs: 1_000 + chance.below(5 * 60_000) } : { changes };
			exchange.fault({ path, kind: 'stale', ...age, times: 1 + chance.below(6), skip: chance.below(3) });
		},
	};
}

function aFault(chance: Chance, order: Order | undefined): Parameters<Exchange['fault']>[0] {
	const skip = chance.below(6);
	const dice = chance.below(100);
	if (dice < 25) {
		const kind = chance.of(['lostBefore', 'lostAfter', 'html502', 'garbage', 'emptyBody'] as const);
		return { path: '*', kind, skip, times: 1 + chance.below(16) };
	}
	if (dice < 40)
		return { path: '*', kind: 'status', status: chance.of([500, 502, 503]), skip, times: 1 + chance.below(9) };
	if (dice < 55) {
		return { path: '*', kind: 'code', code: chance.of([10000, 10016, 10006, 10005]), skip, times: 1 + chance.below(6) };
	}
	if (dice < 65) return { group: 'chat', kind: 'code', code: chance.of([10005, 10006]), times: 1 + chance.below(8) };
	if (dice < 80 && order !== undefined) {
		return { path: INFO, kind: 'code', code: 912100004, match: { orderId: order.id }, times: 1 + chance.below(4) };
	}
	if (dice < 90)
		return { path: SESSION, kind: 'code', code: 912000004, skip: chance.below(3), times: 1 + chance.below(3) };
	return { path: MESSAGES, kind: 'code', code: 913100004, skip: chance.below(3), times: 1 + chance.below(3) };
}
