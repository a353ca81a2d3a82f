import type { Message } from './chats.mts';
import type { OpenOrderOptions, Order, OrderChange } from './orders.mts';
import { deadlineOf, endedStatuses, payableTerm, statuses } from './orders.mts';
import type { PaymentTerm } from './people.mts';
import type { World } from './world.mts';

/** What happens to an order, with all it brings along: balance, ad, chat card. Who may do it is decided by the caller. */
export class Deals {
	constructor(private readonly world: World) {}

	open(options: OpenOrderOptions): Order {
		const { people, orders, ads, wallet, merchant, clock } = this.world;
		const counterparty = people.called(options.counterparty ?? 'PatientPanda', options.counterpartyName, clock.now());
		const adTerms = ads.find(options.itemId ?? '')?.terms.paymentIds;
		const sellersTerms =
			options.side === 'buy'
				? counterparty.paymentTerms
				: merchant.paymentTerms.filter((term) => adTerms === undefined || adTerms.includes(term.id));
		const order = orders.open(options, counterparty, sellersTerms, clock.now());
		ads.freeze(order.itemId, order.quantity, order.createdAt);
		if (order.side === 1) wallet.hold(order.tokenId, order.quantity);
		this.card(
			order,
			`New order: ${order.quantity} ${order.tokenId} for ${order.amount} ${order.currencyId}.`,
			order.createdAt,
		);
		if (endedStatuses.has(order.status)) this.settle(order, order.createdAt);
		return orders.get(order.id);
	}

	pay(orderId: string, term?: PaymentTerm): Order {
		const order = this.world.orders.get(orderId);
		const usedTerm = term ?? payableTerm(order.paymentTerms);
		return this.moveTo(orderId, statuses.waitingForRelease, 'The buyer has marked the order as paid.', {
			paidAt: this.world.clock.now(),
			usedTerm,
		});
	}

	release(orderId: string): Order {
		return this.moveTo(orderId, statuses.completed, 'The seller has released the coins. The order is completed.');
	}

	cancel(orderId: string, reason = 'The order has been cancelled.', atMs = this.world.clock.now()): Order {
		return this.moveTo(
			orderId,
			statuses.cancelled,
			reason,
			{ cancelReason: reason, needBuyerExamineCancel: false },
			atMs,
		);
	}

	appeal(orderId: string): Order {
		const timesAppealed = this.world.orders.get(orderId).timesAppealed + 1;
		return this.moveTo(orderId, statuses.appeal, 'An appeal has been opened.', {
			timesAppealed,
			appealContent: 'The payment is disputed.',
		});
	}

	requestCancel(orderId: string): Order {
		const { orders, clock } = this.world;
		const order = orders.change(orderId, { needBuyerExamineCancel: true, cancelRequestedAt: clock.now() }, clock.now());
		this.card(order, 'The seller asks to cancel the order.', clock.now());
		return order;
	}

	rejectCancel(orderId: string): Order {
		const { orders, clock } = this.world;
		const order = orders.change(orderId, { needBuyerExamineCancel: false, cancelRequestedAt: null }, clock.now());
		this.card(order, 'The buyer has refused to cancel the order.', clock.now());
		return order;
	}

	/** Puts the order into `status`; ending it books balance and ad, once. */
	moveTo(
		orderId: string,
		status: number,
		said: string,
		change: OrderChange = {},
		atMs = this.world.clock.now(),
	): Order {
		const order = this.world.orders.change(orderId, { ...change, status }, atMs);
		this.card(order, said, atMs);
		if (endedStatuses.has(status) && !order.isSettled) this.settle(order, atMs);
		return this.world.orders.get(orderId);
	}

	/** Cancels, at their deadlines, the orders nobody paid in time. */
	expire(): void {
		for (const order of this.world.orders.overdue(this.world.clock.now())) {
			this.cancel(order.id, 'The order was not paid in time and has been cancelled.', deadlineOf(order));
		}
	}

	private card(order: Order, content: string, atMs: number): Message {
		return this.world.chats.add(
			order.counterpartyId,
			{ from: 'system', contentType: 'str', content, msgType: '603' },
			atMs,
		);
	}

	private settle(order: Order, atMs: number): void {
		const { wallet, ads, orders } = this.world;
		const executed = order.status === statuses.completed;
		if (order.side === 1) {
			wallet.unhold(order.tokenId, order.quantity);
			if (executed) wallet.debit(order.tokenId, order.quantity);
		} else if (executed) wallet.credit(order.tokenId, order.quantity);
		ads.thaw(order.itemId, order.quantity, { executed, nowMs: atMs });
		orders.settled(order.id);
	}
}
