/** What must be emitted of an order: each status once and in order, what lasts again and again, each request to cancel. */
import type { Order } from '../../simulator/exchange.mts';
import type { Emitted } from './historiesN8n.mts';
import { lasted, type Span, type Stay } from './historiesRecord.mts';
import {
	ENDED,
	HistoryRuleBase,
	HOUR,
	isStep,
	MARGIN_MS,
	MINUTE,
	type Period,
	type Poll,
} from './historiesRuleBase.mts';

/** An ended order is remembered so long. */
const KEPT_MS = 24 * HOUR;

export class OrderRules extends HistoryRuleBase {
	check(period: Period, order: Order, poll: Poll): void {
		const stays = this.record.staysOf(order.id);
		const mine = period.log.filter(({ item }) => item.order.orderId === order.id).map(({ item }) => item);
		const created = mine.filter(({ event }) => event === 'orderCreated');
		const statuses = mine.filter(({ event }) => event === 'orderStatusChanged').map((item) => item.order.statusCode);

		if (created.length > 0 && order.createdAt < period.sinceMs - MARGIN_MS)
			this.breach(`${order.id} was there before and was emitted as created`);
		const isOld = period.seenAtStart.has(order.id);
		const possible = stays.filter(({ from, to = Infinity }) => (isOld ? from : to) > period.sinceStep);
		if (!isSubsequence(statuses, possible))
			this.breach(`${order.id} was emitted as ${statuses.join()} but went ${stays.map(show).join()}`);
		if (!poll.isClean || poll.outcome.hasFailed) return;
		this.isKnown(period, order, poll, created);
		this.openRule(period, order, poll);
		this.requestRule(period, order, poll);
	}

	/** After a poll without a fault the trigger has emitted what the exchange showed all the while. */
	private isKnown(period: Period, order: Order, poll: Poll, created: readonly Emitted[]): void {
		const stay = this.record.statusThroughout(order.id, poll);
		if (stay === undefined) return;
		const isNew = order.createdAt > period.sinceMs + MARGIN_MS;
		if (isNew && created.length !== 1) this.breach(`${order.id} was emitted as created ${created.length} times`);
		const before = this.lastEmitted(period, order);
		if (before === undefined || before === stay.status || this.isBackUnseen(period, order)) return;
		if (isStep(before, stay.status))
			this.breach(
				`${order.id} is ${stay.status} and was last emitted as ${before} (${this.record.staysOf(order.id).map(show).join()})`,
			);
	}

	/** Back more than a day after its end, when it may be forgotten, and ended again before any poll could see it. */
	private isBackUnseen({ cleanPolls }: Period, { id }: Order): boolean {
		const stays = this.record.staysOf(id);
		const end = stays.findIndex(({ status }) => ENDED.includes(status));
		const back = stays.slice(end + 1);
		if (end === -1 || back.length === 0 || back[0].fromMs - stays[end].fromMs < KEPT_MS) return false;
		return !back.some((stay) => !ENDED.includes(stay.status) && cleanPolls.some((poll) => lasted(stay, poll)));
	}

	/** What lasts is emitted again and again: never skipped, never too often, counted without a gap. */
	private openRule(period: Period, order: Order, poll: Poll): void {
		if (!this.options.events.includes('orderOpen')) return;
		const stay = this.record.statusThroughout(order.id, poll);
		if (stay === undefined || ENDED.includes(stay.status) || !this.isFollowed(period, order)) return;
		const repeatMs = this.options.repeatMinutes * MINUTE;
		const mine = period.log.filter(
			({ item, poll: at }) =>
				item.event === 'orderOpen' &&
				item.order.orderId === order.id &&
				item.order.statusCode === stay.status &&
				lasted(stay, { from: at.to, to: at.to }),
		);
		const last = mine.at(-1);
		const dueMs = Math.max(stay.fromMs, last?.poll === poll ? 0 : (last?.poll.startMs ?? 0)) + repeatMs;
		if (last?.poll !== poll && poll.startMs > dueMs + MARGIN_MS)
			this.breach(
				`${order.id} has been open in ${stay.status} since ${poll.startMs - stay.fromMs} ms and was not emitted`,
			);
		const repeats = mine.map(({ item }) => item.repeat);
		if (repeats.some((repeat, n) => n > 0 && repeat !== (repeats[n - 1] ?? 0) + 1))
			this.breach(`${order.id} was emitted as open number ${repeats.join()}`);
		const gaps = mine.slice(1).map(({ poll: at }, n) => at.endMs - mine[n].poll.startMs);
		if (gaps.some((gap) => gap < repeatMs))
			this.breach(`${order.id} was emitted as open again after ${gaps.join()} ms`);
	}

	/** A request that is open where none was before is emitted. */
	private requestRule(period: Period, order: Order, poll: Poll): void {
		if (!this.options.events.includes('cancelRequested') || !this.isFollowed(period, order)) return;
		if (![10, 20].includes(this.record.statusThroughout(order.id, poll)?.status ?? 0)) return;
		const requests = this.record.requestsOf(order.id);
		const isOpen = requests.some((request) => lasted(request, poll));
		if (!isOpen && requests.some((request) => overlaps(request, poll))) return;
		const emissions = period.log.filter(
			({ item }) => item.event === 'cancelRequested' && item.order.orderId === order.id,
		).length;
		const isNew = order.createdAt > period.sinceMs + MARGIN_MS && requests.length === 1;
		const emissionsWhenClosed = period.closedRequests.get(order.id) ?? (isNew ? 0 : undefined);
		if (isOpen && emissionsWhenClosed !== undefined && emissions <= emissionsWhenClosed)
			this.breach(`a request to cancel ${order.id} was not emitted`);
		if (isOpen) period.closedRequests.delete(order.id);
		else period.closedRequests.set(order.id, emissions);
	}
}

function overlaps({ from, to = Infinity }: { from: number; to?: number }, span: Span): boolean {
	return from <= span.to && to >= span.from;
}

/** Whether the emitted statuses are stays of the order, in the order in which it went through them. */
function isSubsequence(statuses: readonly number[], stays: readonly Stay[]): boolean {
	let at = 0;
	for (const status of statuses) {
		const found = stays.findIndex((stay, n) => n >= at && stay.status === status);
		if (found === -1) return false;
		at = found + 1;
	}
	return true;
}

function show({ status, from, to = Infinity }: Stay): string {
	return `${status}@${from}-${to}`;
}
