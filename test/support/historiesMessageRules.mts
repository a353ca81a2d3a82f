/** What must be emitted of the chats: each message once, in order and for the right order, and what waits for an answer. */
import type { Message, Order } from '../../simulator/exchange.mts';
import type { Emitted } from './historiesN8n.mts';
import type { Stay } from './historiesRecord.mts';
import { ENDED, HistoryRuleBase, HOUR, MARGIN_MS, MINUTE, SWEEP_MS, type Period } from './historiesRuleBase.mts';

export class MessageRules extends HistoryRuleBase {
	check(period: Period, persons: ReadonlySet<string>): void {
		if (!this.options.events.includes('messageReceived')) return;
		for (const person of persons) {
			const messages = this.messagesWith(person);
			const entries = period.log.filter(
				({ item }) => item.event === 'messageReceived' && item.order.counterpartyId === person,
			);
			this.inOrder(period, person, messages, entries);
			for (const { item, poll } of entries) this.oneMessage(period, person, item, messages, poll.isClean);
		}
	}

	/** Oldest first; an order that becomes known late brings its messages late, in order among themselves. */
	private inOrder(period: Period, person: string, messages: readonly Message[], entries: Period['log']): void {
		const places = entries.map(({ item }) => messages.findIndex(({ id }) => id === item.message?.messageId));
		const late = entries.filter((_entry, n) => n > 0 && places[n] < places[n - 1]);
		const isExplained = ({ poll }: Period['log'][number], n: number): boolean => {
			const isFirstOfPoll = n === 0 || entries[n - 1].poll !== poll;
			const hasNewOrder = period.log.some(
				(one) => one.poll === poll && one.item.event.startsWith('order') && one.item.order.counterpartyId === person,
			);
			return isFirstOfPoll && (hasNewOrder || this.options.chatsMayLag);
		};
		if (late.some((entry) => !isExplained(entry, entries.indexOf(entry)))) {
			const ids = entries.map(({ item }) => item.message?.messageId);
			this.breach(`the messages of ${person} were emitted as ${ids.join()}, which is not their order`);
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

	/** At the end, when nothing fails any more and the trigger has had time to catch up. */
	settled(period: Period, nowMs: number): void {
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
}

function endedAtMs(stays: readonly Stay[]): number {
	const last = stays.at(-1);
	return last !== undefined && ENDED.includes(last.status) ? last.fromMs : Infinity;
}
