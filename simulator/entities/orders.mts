import { compareIds } from './ids.mts';
import type { Order, OrderChange } from './order.mts';
import { endedStatuses, nextDeadline } from './order.mts';
import type { Snapshot } from './snapshot.mts';
import type { RowChange } from './rowChange.mts';

export interface OrderRowChange {
	readonly list?: RowChange;
	readonly info?: RowChange;
}

/** An order as it became at `atMs` by the change of this number. */
interface Version {
	readonly order: Order;
	readonly atMs: number;
	readonly change: number;
}

/** Changes of one order that old snapshots may reach back over. */
const versionsKept = 50;

/** Every order of the merchant, each with what it was before: what stale reads show. */
export class Orders {
	private readonly versions = new Map<string, readonly Version[]>();
	private readonly openIds = new Set<string>();
	private readonly rowChanges = new Map<string, OrderRowChange>();
	private changes = 0;
	/** No open order has an earlier one: every call asks, and there may be thousands of orders. */
	private earliestDeadline = Infinity;
	/** Ids, newest order first; undefined after an order was added. */
	private sortedIds: readonly string[] | undefined;

	add(order: Order): Order {
		this.note(order, order.createdAt);
		this.sortedIds = undefined;
		return order;
	}

	get count(): number {
		return this.versions.size;
	}

	has(id: string): boolean {
		return this.versions.has(id);
	}

	get(id: string): Order {
		const order = this.find(id);
		if (order === undefined) throw new Error(`no order with id ${id}`);
		return order;
	}

	/** The order now, or in an older snapshot; undefined when there is none with this id, or was none then. */
	find(id: string, snapshot?: Snapshot, nowMs = 0): Order | undefined {
		const versions = this.versions.get(id);
		if (versions === undefined || snapshot === undefined) return versions?.at(-1)?.order;
		switch (snapshot.type) {
			case 'beforeLastChange':
				return (versions.at(-2) ?? versions.at(-1))?.order;
			case 'changesAgo':
				return versions.findLast(({ change }) => change <= this.changes - snapshot.changes)?.order;
			case 'msAgo':
				return versions.findLast(({ atMs }) => atMs <= nowMs - snapshot.ms)?.order;
		}
	}

	/** Newest first, now or in an older snapshot. */
	listed(snapshot?: Snapshot, nowMs = 0): Order[] {
		this.sortedIds ??= [...this.versions.keys()]
			.map((id) => this.get(id))
			.sort((a, b) => b.createdAt - a.createdAt || compareIds(b.id, a.id))
			.map(({ id }) => id);
		if (snapshot === undefined) return this.sortedIds.map((id) => this.get(id));
		return this.sortedIds.flatMap((id) => this.find(id, snapshot, nowMs) ?? []);
	}

	/** Orders that have not ended. */
	open(): Order[] {
		return [...this.openIds].map((id) => this.get(id));
	}

	/** Open orders to which something happens by itself until then; each is to be changed by it. */
	openUntil(ms: number): Order[] {
		if (ms < this.earliestDeadline) return [];
		const open = this.open();
		this.earliestDeadline = Infinity;
		for (const order of open) this.noteDeadline(order, ms);
		return open.filter((order) => nextDeadline(order) <= ms);
	}

	change(id: string, change: OrderChange, atMs: number): Order {
		const order = { ...this.get(id), ...change, updatedAt: atMs };
		this.note(order, atMs);
		return order;
	}

	/** Notes that balance and ad are booked; no change that anybody can see. */
	markSettled(id: string): Order {
		const versions = this.versions.get(id) ?? [];
		const order = { ...this.get(id), isSettled: true };
		this.versions.set(id, [...versions.slice(0, -1), { ...versions[versions.length - 1], order }]);
		return order;
	}

	/** What replies show of the order in the place of the truth. */
	rowChange(id: string): OrderRowChange {
		return this.rowChanges.get(id) ?? {};
	}

	setRowChange(id: string, change: OrderRowChange): void {
		this.rowChanges.set(id, { ...this.rowChange(id), ...change });
	}

	private note(order: Order, atMs: number): void {
		this.changes += 1;
		const versions = this.versions.get(order.id) ?? [];
		this.versions.set(order.id, [...versions.slice(1 - versionsKept), { order, atMs, change: this.changes }]);
		if (endedStatuses.has(order.status)) this.openIds.delete(order.id);
		else this.openIds.add(order.id);
		this.noteDeadline(order, -Infinity);
	}

	private noteDeadline(order: Order, afterMs: number): void {
		const deadline = nextDeadline(order);
		if (deadline > afterMs) this.earliestDeadline = Math.min(this.earliestDeadline, deadline);
	}
}
