/** What the rules of random histories share: the record, the period they judge, and which orders the trigger certainly follows. */
import type { Exchange, Order } from '../../simulator/exchange.mts';
import type { Emitted, PollOutcome } from './historiesN8n.mts';
import type { HistoryRecord, Span } from './historiesRecord.mts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** What happened so close to a beginning may count for before or for after. */
export const MARGIN_MS = 6_000;
/** A chat that no hint points to is read at least so often. */
export const SWEEP_MS = 6 * MINUTE;

export const ENDED = [40, 50, 70, 80];
const DISPUTES = [30, 100, 110];
/** How far an order is, for which steps can be seen as steps forward. */
const FORWARD = [[5, 90], [10], [60], [20], DISPUTES, ENDED];

/** A poll that has ended. */
export interface Poll extends Span {
	readonly startMs: number;
	readonly endMs: number;
	/** No call failed, and none showed an old snapshot. */
	readonly isClean: boolean;
	readonly outcome: PollOutcome;
	/** The user published the workflow with it. */
	readonly isActivation: boolean;
}

export interface RuleOptions {
	readonly events: readonly string[];
	readonly asksForMine: boolean;
	readonly repeatMinutes: number;
	/** Chats may show an old snapshot: then nobody can tell where the watch of one began. */
	readonly chatsMayLag: boolean;
	/** Events and filters change: then the past must not be emitted, and nothing has to be. */
	readonly isFiltered: boolean;
}

/** What was emitted since the workflow was published, but for what n8n rolled back. */
export interface Period {
	/** When the first try to start began. */
	readonly sinceMs: number;
	readonly sinceStep: number;
	/** Statuses that a first poll without a fault has certainly seen. */
	readonly seenAtStart: ReadonlyMap<string, number>;
	log: Array<{ readonly item: Emitted; readonly poll: Poll }>;
	/** The polls that emitted, for rollbacks. */
	emissions: number[];
	/** Purchases without a request to cancel, as last seen, and how many were emitted until then. */
	readonly closedRequests: Map<string, number>;
	readonly isCleanStart: boolean;
	/** Polls in which nothing failed: what an order was throughout one of them, the trigger has seen. */
	readonly cleanPolls: Poll[];
}

export abstract class HistoryRuleBase {
	constructor(
		protected readonly exchange: Exchange,
		protected readonly record: HistoryRecord,
		protected readonly options: RuleOptions,
		readonly breaches: string[],
	) {}

	protected breach(what: string): void {
		this.breaches.push(what);
	}

	/** An order that the trigger has certainly seen, and that is not taken for an old snapshot of an ended one. */
	protected isFollowed(period: Period, order: Order): boolean {
		if (order.createdAt <= period.sinceMs + MARGIN_MS && !period.seenAtStart.has(order.id)) return false;
		const before = this.lastEmitted(period, order);
		return before === undefined || before === order.status || isStep(before, order.status);
	}

	protected lastEmitted(period: Period, { id }: Order): number | undefined {
		const mine = period.log.map(({ item }) => item).filter(({ order }) => order.orderId === id);
		const last = mine.filter(({ event }) => event === 'orderStatusChanged' || event === 'orderCreated').at(-1);
		return last?.order.statusCode ?? period.seenAtStart.get(id);
	}

	/** Newest first. */
	protected followedOrders(period: Period, person: string): readonly Order[] {
		return this.exchange.orders().filter((order) => order.counterpartyId === person && this.isFollowed(period, order));
	}
}

/** Whether an order that is known in one status can be seen to have gone on to another: by rank, by a dispute, or after one. */
export function isStep(before: number, status: number): boolean {
	if (DISPUTES.includes(before)) return true;
	if (ENDED.includes(before)) return DISPUTES.includes(status) || ENDED.includes(status);
	return rankOf(status) > rankOf(before);
}

function rankOf(status: number): number {
	return FORWARD.findIndex((statuses) => statuses.includes(status));
}
