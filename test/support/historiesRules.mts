/**
 * The promises of the trigger, held against what really happened. Written from the invariants of the design, not from the code: it
 * knows nothing of how the trigger reads or remembers.
 */
import type { Exchange } from '../../simulator/exchange.mts';
import { MessageRules } from './historiesMessageRules.mts';
import type { Emitted } from './historiesN8n.mts';
import { OrderRules } from './historiesOrderRules.mts';
import type { HistoryRecord } from './historiesRecord.mts';
import {
	HistoryRuleBase,
	MARGIN_MS,
	SWEEP_MS,
	type Period,
	type Poll,
	type RuleOptions,
} from './historiesRuleBase.mts';

/** What the call for pending orders shows. */
const PENDING = [5, 10, 20, 30, 90, 100, 110];

export class HistoryRules extends HistoryRuleBase {
	private period: Period | undefined;
	/** The last poll that went well. */
	private lastGood: Pick<Period, 'sinceMs' | 'sinceStep'> | undefined;
	private readonly thingOfId = new Map<string, string>();

	private readonly orders: OrderRules;
	private readonly messages: MessageRules;

	constructor(exchange: Exchange, record: HistoryRecord, options: RuleOptions) {
		super(exchange, record, options, []);
		this.orders = new OrderRules(exchange, record, options, this.breaches);
		this.messages = new MessageRules(exchange, record, options, this.breaches);
	}

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
		for (const order of this.exchange.orders()) this.orders.check(period, order, poll);
		this.messages.check(period, new Set(poll.outcome.items.map(({ order }) => order.counterpartyId)));
	}

	/** At the end, when nothing fails any more and the trigger has had time to catch up. */
	settled(nowMs: number): void {
		const { period } = this;
		if (period === undefined || this.options.isFiltered) return;
		this.messages.settled(period, nowMs);
	}

	/** Nobody had answered when the poll began, and who has to act follows from side and status. */
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

	private emittedOnce({ log }: Period, { eventId }: Emitted): void {
		if (log.some(({ item }) => item.eventId === eventId)) this.breach(`${eventId} was emitted twice`);
	}

	/** One id never stands for two things; the same thing, known by what cannot change, never has two ids. */
	private sameIdForSameThing({ eventId, event, order, message }: Emitted): void {
		const thing = message !== undefined ? `${event} ${message.messageId}` : `${event} ${order.orderId}`;
		const known = this.thingOfId.get(eventId);
		if (known !== undefined && known !== thing) this.breach(`${eventId} stands for ${known} and for ${thing}`);
		this.thingOfId.set(eventId, thing);
		if ((event === 'orderCreated' || event === 'messageReceived') && eventId !== expectedId(event, order, message))
			this.breach(`${thing} has the id ${eventId}`);
	}
}

function expectedId(event: string, order: Emitted['order'], message: Emitted['message']): string {
	return message === undefined ? `${event}:${order.orderId}` : `${event}:${order.counterpartyId}:${message.messageId}`;
}

function whoActs(side: string, status: number): string {
	const buyer = side === 'buy' ? 'me' : 'counterparty';
	const seller = side === 'buy' ? 'counterparty' : 'me';
	return { 10: buyer, 90: buyer, 20: seller }[status] ?? 'bybit';
}
