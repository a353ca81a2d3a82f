/** What really happened on the exchange, written down apart from the trigger. */
import { clockMs } from './historiesClock.mts';

import type { Exchange, Message, Order } from '../../simulator/exchange.mts';

/** A stay of an order in a status, in steps of the history and by the clock; `to` is absent while it lasts. */
export interface Stay {
	readonly status: number;
	readonly from: number;
	readonly fromMs: number;
	readonly to?: number;
}

/** A seller's request to cancel, while it was open. */
export interface Request {
	readonly from: number;
	readonly to?: number;
}

/** A part of a history, from before its first call to after its last. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

export class HistoryRecord {
	step = 0;
	private readonly stays = new Map<string, Stay[]>();
	private readonly requests = new Map<string, Request[]>();
	/** When a message was really written, by its id: its own date may be another one. */
	private readonly writtenMs = new Map<string, number>();

	constructor(private readonly exchange: Exchange) {}

	/** To be called after each thing that may have changed an order. */
	note(): void {
		this.step += 1;
		for (const order of this.exchange.orders()) {
			this.noteStatus(order);
			this.noteRequest(order);
		}
	}

	noteWritten(message: Message): void {
		this.writtenMs.set(message.id, clockMs());
	}

	staysOf(orderId: string): readonly Stay[] {
		return this.stays.get(orderId) ?? [];
	}

	requestsOf(orderId: string): readonly Request[] {
		return this.requests.get(orderId) ?? [];
	}

	/** The one status that an order had all the while; undefined when it changed, or was not there. */
	statusThroughout(orderId: string, span: Span): Stay | undefined {
		return this.staysOf(orderId).find((stay) => lasted(stay, span));
	}

	writtenAt({ id, createDate }: Message): number {
		return this.writtenMs.get(id) ?? createDate;
	}

	private noteStatus({ id, status, updatedAt, createdAt }: Order): void {
		const stays = this.stays.get(id) ?? [];
		const last = stays.at(-1);
		if (last?.status === status) return;
		if (last !== undefined) stays[stays.length - 1] = { ...last, to: this.step };
		stays.push({ status, from: this.step, fromMs: last === undefined ? createdAt : updatedAt });
		this.stays.set(id, stays);
	}

	private noteRequest({ id, needBuyerExamineCancel }: Order): void {
		const requests = this.requests.get(id) ?? [];
		const last = requests.at(-1);
		const wasOpen = last !== undefined && last.to === undefined;
		if (wasOpen === needBuyerExamineCancel) return;
		if (wasOpen) requests[requests.length - 1] = { ...last, to: this.step };
		else requests.push({ from: this.step });
		this.requests.set(id, requests);
	}
}

/** True for what was so before the span began and after it ended. */
export function lasted({ from, to }: { from: number; to?: number }, span: Span): boolean {
	return from <= span.from && (to === undefined || to > span.to);
}
