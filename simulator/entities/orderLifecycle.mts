import type { Store } from '../store.mts';
import type { Message } from './chats.mts';
import type { OpenOrderOptions, Order, OrderChange } from './order.mts';
import { deadlinesOf, endedStatuses, newOrder, statuses } from './order.mts';
import type { PaymentTerm } from './paymentTerms.mts';
import { payableTerm } from './paymentTerms.mts';

/** What happens to an order, with all it brings along: balance, ad, chat card. Who may do it is decided by the caller. */
export class OrderLifecycle {
	constructor(private readonly store: Store) {}

	open(options: OpenOrderOptions): Order {
		const { users, orders, ads, wallet, merchant, clock, ids, pairs } = this.store;
		const pair = pairs.get(options.coin ?? 'USDT', options.fiat ?? 'EUR');
		const counterparty = users.findOrCreate(
			options.counterparty ?? 'PatientPanda',
			options.counterpartyName,
			clock.now(),
		);
		const adTerms = ads.find(options.itemId ?? '')?.terms.paymentIds;
		const sellersTerms =
			options.side === 'buy'
				? counterparty.paymentTerms
				: merchant.paymentTerms.filter((term) => adTerms === undefined || adTerms.includes(term.id));
		const order = orders.add(
			newOrder(ids, {
				options,
				counterparty,
				sellersTerms,
				pair,
				isScaled: this.isScaled(options),
				nowMs: clock.now(),
			}),
		);
		ads.freeze(order.itemId, order.quantity, order.createdAt);
		if (order.side === 1) wallet.hold(order.tokenId, order.quantity);
		this.postCard(
			order,
			`New order: ${order.quantity} ${order.tokenId} for ${order.amount} ${order.currencyId}.`,
			order.createdAt,
		);
		if (endedStatuses.has(order.status)) this.bookEnd(order, order.createdAt);
		return orders.get(order.id);
	}

	pay(orderId: string, term?: PaymentTerm): Order {
		const order = this.store.orders.get(orderId);
		const usedTerm = term ?? payableTerm(order.paymentTerms);
		return this.moveTo(orderId, statuses.waitingForRelease, 'The buyer has marked the order as paid.', {
			paidAt: this.store.clock.now(),
			usedTerm,
		});
	}

	release(orderId: string): Order {
		return this.moveTo(orderId, statuses.completed, 'The seller has released the coins. The order is completed.');
	}

	cancel(orderId: string, reason = 'The order has been cancelled.', atMs = this.store.clock.now()): Order {
		return this.moveTo(orderId, statuses.cancelled, reason, { cancelReason: reason }, atMs);
	}

	appeal(orderId: string): Order {
		const timesAppealed = this.store.orders.get(orderId).timesAppealed + 1;
		return this.moveTo(orderId, statuses.appeal, 'An appeal has been opened.', {
			timesAppealed,
			appealContent: 'The payment is disputed.',
		});
	}

	requestCancel(orderId: string): Order {
		const nowMs = this.store.clock.now();
		return this.noteCancelRequest(orderId, nowMs, 'The seller asks to cancel the order.', nowMs);
	}

	/** The request is over and the order goes on: refused by the buyer, withdrawn by the seller, or not answered in time. */
	endCancelRequest(orderId: string, cardText: string, atMs = this.store.clock.now()): Order {
		return this.noteCancelRequest(orderId, null, cardText, atMs);
	}

	/** Puts the order into `status`; ending it books balance and ad, once. */
	moveTo(
		orderId: string,
		status: number,
		cardText: string,
		change: OrderChange = {},
		atMs = this.store.clock.now(),
	): Order {
		const ended = endedStatuses.has(status) ? { needBuyerExamineCancel: false } : {};
		const order = this.store.orders.change(orderId, { ...change, ...ended, status }, atMs);
		this.postCard(order, cardText, atMs);
		if (endedStatuses.has(status) && !order.isSettled) this.bookEnd(order, atMs);
		return this.store.orders.get(orderId);
	}

	/** Lets happen what time brings, in the order of time: orders nobody paid, requests to cancel nobody answered. */
	expire(): void {
		const { orders, clock } = this.store;
		const due = orders
			.openUntil(clock.now())
			.flatMap((order) => deadlinesOf(order).map((deadline) => ({ ...deadline, id: order.id })))
			.filter(({ atMs }) => atMs <= clock.now())
			.sort((a, b) => a.atMs - b.atMs);
		for (const { id, type, atMs } of due) {
			// An earlier deadline of the same order may have ended it.
			if (!deadlinesOf(orders.get(id)).some((deadline) => deadline.type === type)) continue;
			if (type === 'payment') this.cancel(id, 'The order was not paid in time and has been cancelled.', atMs);
			else if (this.store.behaviour.cancelRequestTimeout === 'cancels')
				this.cancel(id, 'The buyer did not answer; the order has been cancelled.', atMs);
			else this.endCancelRequest(id, 'The buyer did not answer the request to cancel in time.', atMs);
		}
	}

	private noteCancelRequest(orderId: string, requestedAt: number | null, cardText: string, atMs: number): Order {
		const change = { needBuyerExamineCancel: requestedAt !== null, cancelRequestedAt: requestedAt };
		const order = this.store.orders.change(orderId, change, atMs);
		this.postCard(order, cardText, atMs);
		return order;
	}

	private isScaled({ scaled }: OpenOrderOptions): boolean {
		const { behaviour, orders } = this.store;
		return scaled ?? (behaviour.amounts === 'scaled' || (behaviour.amounts === 'mixed' && orders.count % 2 === 1));
	}

	private postCard(order: Order, content: string, atMs: number): Message {
		return this.store.chats.addMessage(
			order.counterpartyId,
			{ from: 'system', contentType: 'str', content, msgType: '603' },
			atMs,
		);
	}

	private bookEnd(order: Order, atMs: number): void {
		const { wallet, ads, orders } = this.store;
		const executed = order.status === statuses.completed;
		if (order.side === 1) {
			wallet.unhold(order.tokenId, order.quantity);
			if (executed) wallet.debit(order.tokenId, order.quantity);
		} else if (executed) wallet.credit(order.tokenId, order.quantity);
		ads.unfreeze(order.itemId, order.quantity, { executed, nowMs: atMs });
		orders.markSettled(order.id);
	}
}
