import type { Ad, ChatMessage, Id, OrderInFull, OrderRow } from '../../api/types';
import type { Nicknames } from '../../api/simplify/message';
import type { DomainEvent } from '../change';
import type { Detector } from '../detect/seen';

/** What has to be read for an event beside the lists of orders. */
export type Reads =
	/** All that is written in chats. */
	| 'messages'
	/** The newest message of each chat with an open order. */
	| 'newestMessages'
	/** Open purchases, one by one. */
	| 'purchases'
	/** When orders entered their status. */
	| 'statusDates'
	/** My own ads. */
	| 'ads';

/** What a manual test shows: the newest real thing that the event could be about, as if it had just happened. */
export type SampleOf =
	| { readonly from: 'orders'; readonly event: (order: OrderRow, nowMs: number) => DomainEvent | undefined }
	| { readonly from: 'purchases'; readonly event: (order: OrderInFull, nowMs: number) => DomainEvent | undefined }
	| { readonly from: 'messages'; readonly event: (about: SampleMessage, nowMs: number) => DomainEvent | undefined }
	| { readonly from: 'ads'; readonly event: (ad: Ad, nowMs: number) => DomainEvent | undefined };

export interface SampleMessage {
	readonly person: Id;
	readonly orderId: Id;
	readonly order: OrderRow;
	readonly message: ChatMessage;
	readonly nicknames: Nicknames;
}

/** One event that can start a workflow. `value` is saved in users' workflows. */
export interface EventRow<Value extends string = string> {
	readonly value: Value;
	readonly name: string;
	readonly description: string;
	/** Finds what it stands for; events that stand for the same things share one. */
	readonly detect: Detector;
	/** Whether it stands for a thing that was found. */
	readonly standsFor: (event: DomainEvent) => boolean;
	readonly reads?: Reads;
	readonly sample: SampleOf;
}

/** Keeps the value's exact type. */
export function eventRow<const Value extends string>(row: EventRow<Value>): EventRow<Value> {
	return row;
}
