/**
 * The promises of the trigger, held against what really happened. Written from the invariants of the design, not from the code: it
 * knows nothing of how the trigger reads or remembers.
 */
import type { Exchange, Message, Order } from '../../simulator/exchange.mts';
import type { Emitted, PollOutcome } from './historiesN8n.mts';
import { lasted, type HistoryRecord, type Span, type Stay } from './historiesRecord.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What happened so close to a beginning may count for before or for after. */
const MARGIN_MS = 6_000;
/** A chat that no hint points to is read at least so often. */
const SWEEP_MS = 6 * MINUTE;
/** An ended order is remembered so long. */
const KEPT_MS = 24 * HOUR;

const ENDED = [40, 50, 70, 80];
const DISPUTES = [30, 100, 110];
/** What the call for pending orders shows. */
const PENDING = [5, 10, 20, 30, 90, 100, 110];
/** How far an order is, for which steps can be seen as steps forward. */
const FORWARD = [[5, 90], [10], [60], [20], DISPUTES, ENDED];

/** A poll that has ended. */
export interface Poll extends Span {
	readonly startMs: number;
	readonly endMs: number;
	/** No call failed, and none showed an old picture. */
	readonly isClean: boolean;
	readonly outcome: PollOutcome;
	/** The user published the workflow with it. */
	readonly isActivation: boolean;
}

export interface RuleOptions {
	readonly events: readonly string[];
	readonly asksForMine: boolean;
	readonly repeatMinutes: number;
	/** Chats may show an old picture: then nobody can tell where the watch of one began. */
	readonly chatsMayLag: boolean;
	/** Events and filters change: then the past must not be emitted, and nothing has to be. */
	readonly isFiltered: boolean;
}

/** What was emitted since the workflow was published, but for what n8n rolled back. */
interface Period {
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

export class HistoryRules {
	readonly breaches: string[] = [];
	private period: Period | undefined;
	/** The last poll that went well. */
	private lastGood: Pick<Period, 'sinceMs' | 'sinceStep'> | undefined;
	private readonly thingOfId = new Map<string, string>();

	constructor(
		private readonly exchange: Exchange,
		private readonly record: HistoryRecord,
		private readonly options: RuleOptions,
	) {}

	/** A poll that starts anew, or the first one of several tries to. @param firstTry - when the first of them began. */
	started(poll: Poll, firstTry: Pick<Poll, 'startMs' | 'from'>, isSilent: boolean): void {
		const isExact = poll.isClean && isSilent;
		const orders = this.exchange.orders();
		this.period = {
			sinceMs: firstTry.startMs,
			sinceStep: firstTry.from,
			isCleanStart: isExact,
			seenAtStart: new Map(
				orders.flatMap(({ id }): Array<[string, number]> => {
					const stay = this.record.statusThroughout(id, poll);
					return isExact && stay !== undefined && PENDING.includes(stay.status) ? [[id, stay.status]] : [];
				}),
			),
			closedRequests: new Map(),
			cleanPolls: [],
			log: [],
			emissions: [],
		};
		if (isSilent && poll.outcome.items.length > 0)
			this.breach(`${poll.outcome.items[0].eventId} was emitted at the start`);
		if (!isSilent) this.polled(poll);
	}

	/** Nobody knows any more what was there at the start; from when on things are new is still known. */
	startLost(): void {
		if (this.period !== undefined) this.period = { ...this.period, seenAtStart: new Map() };
	}

	/** n8n went back to the state of before its last emissions. */
	rolledBack(emissionsBack: number): void {
		const { period } = this;
		if (period === undefined) return;
		const kept = period.emissions[period.emissions.length - 1 - emissionsBack] ?? 0;
		period.log = period.log.slice(0, kept);
		period.closedRequests.clear();
		period.emissions = period.emissions.slice(0, Math.max(0, period.emissions.length - 1 - emissionsBack));
	}

	polled(poll: Poll): void {
		const { period } = this;
		if (period === undefined) return;
		if (poll.outcome.hasFailed && poll.outcome.storedBefore !== poll.outcome.storedAfter)
			this.breach('a poll that failed changed the state');
		if (poll.outcome.items.length > 0) period.emissions.push(period.log.length);
		for (const item of poll.outcome.items) {
			this.emittedOnce(period, item);
			this.sameIdForSameThing(item);
			this.lastingRules(item, poll);
			period.log.push({ item, poll });
		}
		if (this.options.isFiltered) return this.replayRule(period, poll);
		if (poll.isClean && !poll.outcome.hasFailed) period.cleanPolls.push(poll);
		for (const order of this.exchange.orders()) this.orderRules(period, order, poll);
		this.messageRules(period, new Set(poll.outcome.items.map(({ order }) => order.counterpartyId)));
	}

	/** At the end, when nothing fails any more and the trigger has had time to catch up. */
	settled(nowMs: number): void {
		const { period } = this;
		if (period === undefined || this.options.isFiltered) return;
		for (const [person, messages] of this.chats()) {
			for (const message of messages) {
				// The chat of ended orders is read every few minutes only.
				const isTime = this.record.writtenAt(message) < nowMs - SWEEP_MS;
				if (isTime && this.isMessageDue(period, person, message) && this.emissionsOf(period, message).length === 0)
					this.breach(
						`message ${message.id} of ${person}, ${this.agoOf(period, message)} after the start, was never emitted`,
					);
			}
			this.unansweredAtEnd(period, person, messages, nowMs);
		}
	}

	/** A chat that still waits has been emitted not long ago. */
	private unansweredAtEnd(period: Period, person: string, messages: readonly Message[], nowMs: number): void {
		const newest = messages.at(-1);
		if (!this.options.events.includes('messageUnanswered') || newest?.from !== 'counterparty') return;
		const longestMs = this.options.repeatMinutes * MINUTE + SWEEP_MS;
		const isOpen = (order: Order): boolean => !ENDED.includes(order.status);
		if (!this.followedOrders(period, person).some(isOpen) || this.record.writtenAt(newest) > nowMs - longestMs) return;
		const isRecent = period.log.some(
			({ item, poll }) =>
				item.event === 'messageUnanswered' && item.message?.messageId === newest.id && poll.startMs > nowMs - longestMs,
		);
		if (!isRecent) this.breach(`the chat with ${person} has waited for long and was not emitted`);
	}

	/** Nobody had answered when the poll began, and who has to act is told by side and status. */
	private lastingRules({ event, message, order, waitingFor }: Emitted, poll: Poll): void {
		if (event === 'messageUnanswered' && poll.isClean) {
			const messages = this.exchange.messagesOf(order.orderId);
			const later = messages.slice(messages.findIndex(({ id }) => id === message?.messageId) + 1);
			if (later.some((one) => this.record.writtenAt(one) < poll.startMs))
				this.breach(`message ${message?.messageId} was emitted as unanswered and was not the last one`);
		}
		if (event === 'orderOpen' && poll.isClean && !this.mayWaitFor(waitingFor, order, poll))
			this.breach(`${order.orderId} in ${order.statusCode} was emitted as waiting for ${waitingFor}`);
	}

	/** What had happened before the last poll that went well is not emitted now. */
	private replayRule(period: Period, poll: Poll): void {
		const { sinceMs, sinceStep } = this.lastGood ?? period;
		for (const { event, eventId, order, message } of poll.outcome.items) {
			const stays = this.record.staysOf(order.orderId);
			const createdAt = stays[0]?.fromMs ?? 0;
			const isOver = stays
				.filter(({ status }) => status === order.statusCode)
				.every(({ to = Infinity }) => to <= sinceStep);
			const isLate =
				(event === 'orderCreated' && createdAt < sinceMs - MARGIN_MS) ||
				(event === 'orderStatusChanged' && isOver) ||
				(event === 'messageReceived' && message !== undefined && this.writtenMs(order, message) < sinceMs - SWEEP_MS);
			if (isLate) this.breach(`${eventId} is about what had happened before the last poll`);
		}
		if (!poll.outcome.hasFailed) this.lastGood = { sinceMs: poll.startMs, sinceStep: poll.from };
	}

	private writtenMs({ orderId }: Emitted['order'], { messageId }: NonNullable<Emitted['message']>): number {
		const message = this.exchange.messagesOf(orderId).find(({ id }) => id === messageId);
		return message === undefined ? 0 : this.record.writtenAt(message);
	}

	/** By side and status; or for me, while a seller waits for my answer to a request to cancel. */
	private mayWaitFor(who: string | undefined, { orderId, side, statusCode }: Emitted['order'], poll: Poll): boolean {
		const isRequested = this.record.requestsOf(orderId).some(({ to = Infinity }) => to > poll.from);
		return who === whoActs(side, statusCode) || (who === 'me' && side === 'buy' && isRequested);
	}

	private breach(what: string): void {
		this.breaches.push(what);
	}

	// What is emitted

	private emittedOnce({ log }: Period, { eventId }: Emitted): void {
		if (log.some(({ item }) => item.eventId === eventId)) this.breach(`${eventId} was emitted twice`);
	}

	/** One id never stands for two things; the same thing, told by what cannot change, never has two ids. */
	private sameIdForSameThing({ eventId, event, order, message }: Emitted): void {
		const thing = message !== undefined ? `${event} ${message.messageId}` : `${event} ${order.orderId}`;
		const known = this.thingOfId.get(eventId);
		if (known !== undefined && known !== thing) this.breach(`${eventId} stands for ${known} and for ${thing}`);
		this.thingOfId.set(eventId, thing);
		if ((event === 'orderCreated' || event === 'messageReceived') && eventId !== expectedId(event, order, message))
			this.breach(`${thing} has the id ${eventId}`);
	}

	private orderRules(period: Period, order: Order, poll: Poll): void {
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

	/** An order that the trigger has certainly seen, and that is not taken for an old picture of an ended one. */
	private isFollowed(period: Period, order: Order): boolean {
		if (order.createdAt <= period.sinceMs + MARGIN_MS && !period.seenAtStart.has(order.id)) return false;
		const before = this.lastEmitted(period, order);
		return before === undefined || before === order.status || isStep(before, order.status);
	}

	private lastEmitted(period: Period, { id }: Order): number | undefined {
		const mine = period.log.map(({ item }) => item).filter(({ order }) => order.orderId === id);
		const last = mine.filter(({ event }) => event === 'orderStatusChanged' || event === 'orderCreated').at(-1);
		return last?.order.statusCode ?? period.seenAtStart.get(id);
	}

	// Messages

	private messageRules(period: Period, persons: ReadonlySet<string>): void {
		if (!this.options.events.includes('messageReceived')) return;
		for (const person of persons) {
			const messages = this.messagesWith(person);
			const entries = period.log.filter(
				({ item }) => item.event === 'messageReceived' && item.order.counterpartyId === person,
			);
			const ids = entries.map(({ item }) => item.message?.messageId ?? '');
			const inOrder = messages.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
			if (ids.join() !== inOrder.join())
				this.breach(`the messages of ${person} were emitted as ${ids.join()}, not ${inOrder.join()}`);
			for (const { item, poll } of entries) this.oneMessage(period, person, item, messages, poll.isClean);
		}
	}

	private oneMessage(
		period: Period,
		person: string,
		item: Emitted,
		messages: readonly Message[],
		isClean: boolean,
	): void {
		const message = messages.find(({ id }) => id === item.message?.messageId);
		if (message === undefined) return;
		if (message.from === 'merchant' && !this.options.asksForMine)
			this.breach(`my own message ${message.id} was emitted`);
		const writtenMs = this.record.writtenAt(message);
		const isOddlyDated = Math.abs(writtenMs - message.createDate) > MARGIN_MS;
		// A chat that is read for the first time is read back by dates: one far off takes newer ones along.
		const isOddlyRead = messages.some((one) => Math.abs(this.record.writtenAt(one) - one.createDate) > MARGIN_MS);
		if (writtenMs < period.sinceMs - MARGIN_MS && !isOddlyRead && !this.options.chatsMayLag)
			this.breach(`message ${message.id} was there before and was emitted`);
		if (isOddlyDated || !isClean) return;
		const about = this.exchange.orders().find(({ id }) => id === item.order.orderId);
		const newer = this.followedOrders(period, person).filter(
			({ createdAt }) =>
				createdAt > (about?.createdAt ?? 0) + 1_000 && createdAt <= Math.min(message.createDate, writtenMs) - 1_000,
		);
		if (newer.length > 0 && this.record.writtenAt(message) > period.sinceMs + MARGIN_MS)
			this.breach(`message ${message.id} was emitted for ${item.order.orderId}, not for ${newer[0].id}`);
	}

	/** Written after the start, about an order that the trigger follows. */
	private isMessageDue(period: Period, person: string, message: Message): boolean {
		if (!this.options.events.includes('messageReceived')) return false;
		if (message.from === 'merchant' && !this.options.asksForMine) return false;
		const writtenMs = this.record.writtenAt(message);
		if (writtenMs <= period.sinceMs + MARGIN_MS) return false;
		return this.followedOrders(period, person).some(
			(order) => order.createdAt <= writtenMs && writtenMs < endedAtMs(this.record.staysOf(order.id)) + 20 * HOUR,
		);
	}

	/** Newest first. */
	private followedOrders(period: Period, person: string): readonly Order[] {
		return this.exchange.orders().filter((order) => order.counterpartyId === person && this.isFollowed(period, order));
	}

	private emissionsOf({ log }: Period, { id }: Message): readonly Emitted[] {
		return log
			.map(({ item }) => item)
			.filter(({ event, message }) => event === 'messageReceived' && message?.messageId === id);
	}

	private agoOf({ sinceMs }: Period, message: Message): string {
		return `${this.record.writtenAt(message) - sinceMs} ms`;
	}

	private messagesWith(person: string): readonly Message[] {
		const order = this.exchange.orders().find(({ counterpartyId }) => counterpartyId === person);
		return order === undefined ? [] : this.exchange.messagesOf(order.id);
	}

	private chats(): ReadonlyMap<string, readonly Message[]> {
		return new Map(
			this.exchange.orders().map(({ id, counterpartyId }) => [counterpartyId, this.exchange.messagesOf(id)]),
		);
	}
}

function overlaps({ from, to = Infinity }: { from: number; to?: number }, span: Span): boolean {
	return from <= span.to && to >= span.from;
}

function expectedId(event: string, order: Emitted['order'], message: Emitted['message']): string {
	return message === undefined ? `${event}:${order.orderId}` : `${event}:${order.counterpartyId}:${message.messageId}`;
}

function whoActs(side: string, status: number): string {
	const buyer = side === 'buy' ? 'me' : 'counterparty';
	const seller = side === 'buy' ? 'counterparty' : 'me';
	return { 10: buyer, 90: buyer, 20: seller }[status] ?? 'bybit';
}

/** Whether an order that is known in one status can be seen to have gone on to another: by rank, by a dispute, or after one. */
function isStep(before: number, status: number): boolean {
	if (DISPUTES.includes(before)) return true;
	if (ENDED.includes(before)) return DISPUTES.includes(status) || ENDED.includes(status);
	return rankOf(status) > rankOf(before);
}

function rankOf(status: number): number {
	return FORWARD.findIndex((statuses) => statuses.includes(status));
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

function endedAtMs(stays: readonly Stay[]): number {
	const last = stays.at(-1);
	return last !== undefined && ENDED.includes(last.status) ? last.fromMs : Infinity;
}

function show({ status, from, to = Infinity }: Stay): string {
	return `${status}@${from}-${to}`;
}
