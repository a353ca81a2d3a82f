import type { Store } from '../store.mts';
import type { Message } from './chats.mts';
import type { OpenOrderOptions, Order, OrderChange } from './order.mts';
import { deadlineOf, endedStatuses, newOrder, statuses } from './order.mts';
import type { PaymentTerm } from './paymentTerms.mts';
import { payableTerm } from './paymentTerms.mts';

/** What happens to an order, with all it brings along: balance, ad, chat card. Who may do it is decided by the caller. */
export class OrderLifecycle {
	constructor(private readonly store: Store) {}

	open(options: OpenOrderOptions): Order {
		const { users, orders, ads, wallet, merchant, clock } = this.store;
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
		const order = orders.add(newOrder(this.store.ids, options, counterparty, sellersTerms, clock.now()));
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
		return this.moveTo(
			orderId,
			statuses.cancelled,
			reason,
			{ cancelReason: reason, needBuyerExamineCancel: false },
			atMs,
		);
	}

	appeal(orderId: string): Order {
		const timesAppealed = this.store.orders.get(orderId).timesAppealed + 1;
		return this.moveTo(orderId, statuses.appeal, 'An appeal has been opened.', {
			timesAppealed,
			appealContent: 'The payment is disputed.',
		});
	}

	requestCancel(orderId: string): Order {
		const { orders, clock } = this.store;
		const order = orders.change(orderId, { needBuyerExamineCancel: true, cancelRequestedAt: clock.now() }, clock.now());
		this.postCard(order, 'The seller asks to cancel the order.', clock.now());
		return order;
	}

	rejectCancel(orderId: string): Order {
		const { orders, clock } = this.store;
		const order = orders.change(orderId, { needBuyerExamineCancel: false, cancelRequestedAt: null }, clock.now());
		this.postCard(order, 'The buyer has refused to cancel the order.', clock.now());
		return order;
	}

	/** Puts the order into `status`; ending it books balance and ad, once. */
	moveTo(
		orderId: string,
		status: number,
		cardText: string,
		change: OrderChange = {},
		atMs = this.store.clock.now(),
	): Order {
		const order = this.store.orders.change(orderId, { ...change, status }, atMs);
		this.postCard(order, cardText, atMs);
		if (endedStatuses.has(status) && !order.isSettled) this.bookEnd(order, atMs);
		return this.store.orders.get(orderId);
	}

	/** Cancels, at their deadlines, the orders nobody paid in time. */
	expire(): void {
		for (const order of this.store.orders.overdue(this.store.clock.now())) {
			this.cancel(order.id, 'The order was not paid in time and has been cancelled.', deadlineOf(order));
		}
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
