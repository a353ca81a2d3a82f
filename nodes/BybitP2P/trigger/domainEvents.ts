import type { ChatMessage, Id, OrderInFull, OrderRow } from '../api/types';
import type { CancelRequestFact } from './cancelRequests';
import type { ExpiringFact } from './expiring';
import type { OrderFact } from './orders';

/** A new chat message, with the order it is about. */
export interface MessageFact {
	readonly type: 'message';
	readonly order: OrderRow | OrderInFull;
	readonly message: ChatMessage;
	readonly counterpartyId: Id;
	/** My nickname when it was read: tells my own messages. */
	readonly me: string;
}

/** Something that happened since the last tick. */
export type Fact = OrderFact | ExpiringFact | CancelRequestFact | MessageFact;
