import { compareIds } from './ids.mts';
import type { Order, OrderChange } from './order.mts';
import { deadlineOf, statuses } from './order.mts';

/** Every order of the merchant, each with the state it had before its last change (what a stale read shows). */
export class Orders {
	private readonly byId = new Map<string, Order>();
	private readonly previous = new Map<string, Order>();

	add(order: Order): Order {
		this.byId.set(order.id, order);
		return order;
	}

	get(id: string): Order {
		const order = this.byId.get(id);
		if (order === undefined) throw new Error(`no order with id ${id}`);
		return order;
	}

	/** As `get`, or, when `stale`, the state before the last change. */
	find(id: string, stale: boolean): Order | undefined {
		return (stale ? this.previous.get(id) : undefined) ?? this.byId.get(id);
	}

	/** Newest first. */
	listed(stale = false): Order[] {
		return [...this.byId.keys()]
			.map((id) => (stale ? (this.previous.get(id) ?? this.get(id)) : this.get(id)))
			.sort((a, b) => b.createdAt - a.createdAt || compareIds(b.id, a.id));
	}

	change(id: string, change: OrderChange, atMs: number): Order {
		const order = this.get(id);
		this.previous.set(id, order);
		this.byId.set(id, { ...order, ...change, updatedAt: atMs });
		return this.get(id);
	}

	/** Notes that balance and ad are booked; no change that anybody can see. */
	markSettled(id: string): void {
		this.byId.set(id, { ...this.get(id), isSettled: true });
	}

	/** Unpaid orders whose time is over, the earliest deadline first. */
	overdue(nowMs: number): Order[] {
		return [...this.byId.values()]
			.filter((order) => order.status === statuses.waitingForPayment && deadlineOf(order) <= nowMs)
			.sort((a, b) => deadlineOf(a) - deadlineOf(b));
	}
}
