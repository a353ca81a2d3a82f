/** What people and the exchange do in a random history. */
import { clockMs, later } from './historiesClock.mts';

import type { Exchange, Order } from '../../simulator/exchange.mts';
import type { Chance } from './chance.mts';
import type { HistoryRecord } from './historiesRecord.mts';
import type { HistoryOptions } from './randomHistoryOptions.mts';
import { PATH } from './exchangePaths.mts';

const PEOPLE = ['ann', 'bob', 'cho', 'dan'] as const;
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

export class RandomPlayer implements Player {
	/** Lists lag, or the order in full does; that both show the same old snapshot nobody could notice. */
	private readonly lagging: readonly string[];
	private readonly isCrowded: boolean;

	constructor(
		private readonly exchange: Exchange,
		private readonly record: HistoryRecord,
		private readonly chance: Chance,
		private readonly options: HistoryOptions,
	) {
		this.lagging = chance.is(75) ? [PATH.pendingOrders, PATH.orders, PATH.messages] : [PATH.order, PATH.messages];
		this.isCrowded = chance.is(1.5);
	}

	past(): void {
		for (let n = this.isCrowded ? 25 + this.chance.below(45) : this.chance.below(4); n > 0; n -= 1) {
			const order = this.open(clockMs() - this.chance.below(3 * HOUR));
			if (this.chance.is(30)) this.goOn(this.exchange.order(order.id));
			if (this.chance.is(20)) this.say(order);
			if (this.chance.is(10)) this.askToCancel(this.exchange.order(order.id));
		}
	}

	something(): void {
		const order = this.anyOrder();
		const dice = this.chance.below(100);
		if (order === undefined || dice < 22) this.openAndGoOn();
		else if (dice < 54) this.goOn(order);
		else if (dice < 84) this.say(order);
		else if (dice < 86) for (let n = 25 + this.chance.below(20); n > 0; n -= 1) this.say(order);
		else if (dice < 92) this.askToCancel(order);
		else if (dice < 94) this.exchange.renewSession(order.id);
		else if (dice < 96) this.exchange.moveCursor(order.id);
		else later(this.chance.below(5000));
		this.record.note();
	}

	fault(): void {
		this.exchange.fault(aFault(this.chance, this.anyOrder()));
	}

	oldSnapshot(): void {
		const path = this.chance.of(this.lagging);
		const changes = 1 + this.chance.below(4);
		// By age a chat would lack messages in its middle, those dated in the future.
		const age =
			path !== PATH.messages && this.chance.is(50) ? { ageMs: 1_000 + this.chance.below(5 * 60_000) } : { changes };
		this.exchange.fault({ path, kind: 'stale', ...age, times: 1 + this.chance.below(6), skip: this.chance.below(3) });
	}

	private open(createdAt?: number): Order {
		const order = this.exchange.openOrder({
			counterparty: this.isCrowded && this.chance.is(70) ? `person ${this.chance.below(20)}` : this.chance.of(PEOPLE),
			side: this.chance.of(['buy', 'sell'] as const),
			paymentMinutes: this.isCrowded ? 10_000 : 2 + this.chance.below(15),
			...(createdAt === undefined ? {} : { createdAt, paymentMinutes: 10_000 }),
			// With time to pay: the simulator dates the end of an order back to its deadline.
			...(this.chance.is(10) ? { status: this.chance.of([5, 90, 60]), paymentMinutes: 10_000 } : {}),
		});
		this.record.note();
		return order;
	}

	private goOn(order: Order): void {
		const next = NEXT[order.status];
		// A lagging list may show an end that was taken back, which nobody could tell from one that was not.
		const isOver = this.options.stale === true && ENDED.includes(order.status);
		if (next !== undefined && !isOver) this.moveTo(order, this.chance.of(next));
	}

	private moveTo(order: Order, status: number): void {
		if (status === 20 && order.status === 10 && order.side === 1) this.exchange.buyerPays(order.id);
		else this.exchange.setStatus(order.id, status);
		this.record.note();
	}

	private anyOrder(): Order | undefined {
		const orders = this.exchange.orders();
		return orders.length === 0 ? undefined : this.chance.of(this.chance.is(70) ? orders.slice(0, 5) : orders);
	}

	private say(order: Order): void {
		const from = this.chance.of(['counterparty', 'counterparty', 'counterparty', 'merchant'] as const);
		const content = this.chance.is(20)
			? ({ contentType: 'pic', content: Buffer.from('x') } as const)
			: ({ contentType: 'str', content: 'hello' } as const);
		const isOdd = this.options.oddDates === true && this.chance.is(15);
		const sentAt = isOdd ? clockMs() + this.chance.of([-3_000, 2_000, HOUR, 2 * DAY]) : undefined;
		this.record.noteWritten(
			this.exchange.say(order.id, { ...content, from, ...(sentAt === undefined ? {} : { sentAt }) }),
		);
	}

	private askToCancel(order: Order): void {
		if (order.side !== 0 || ![10, 20].includes(order.status)) return;
		if (order.needBuyerExamineCancel) this.exchange.withdrawCancelRequest(order.id);
		else this.exchange.requestCancel(order.id);
		this.record.note();
	}

	private openAndGoOn(): void {
		const opened = this.open();
		// Paid, ended, even appealed again before any poll.
		for (let steps = this.chance.is(25) ? 1 + this.chance.below(3) : 0; steps > 0; steps -= 1)
			this.goOn(this.exchange.order(opened.id));
	}
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
		return {
			path: PATH.order,
			kind: 'code',
			code: 912100004,
			match: { orderId: order.id },
			times: 1 + chance.below(4),
		};
	}
	if (dice < 90)
		return { path: PATH.session, kind: 'code', code: 912000004, skip: chance.below(3), times: 1 + chance.below(3) };
	return { path: PATH.messages, kind: 'code', code: 913100004, skip: chance.below(3), times: 1 + chance.below(3) };
}
