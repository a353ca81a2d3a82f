import { BybitError, NoReply, Refusal } from '../nodes/BybitP2P/api/errors';
import { NotConfirmed } from '../nodes/BybitP2P/safety/outcome';

/** A refusal as scripts read it: what did not happen, what to do, and the code of the exchange if it gave one. */
export interface ErrorAnswer {
	readonly message: string;
	readonly todo?: string;
	readonly code?: number;
	/** `refused` before sending, `bybit` said no, `no_reply`, `not_confirmed`, or `unexpected`. */
	readonly kind: 'refused' | 'bybit' | 'no_reply' | 'not_confirmed' | 'unexpected';
}

export function errorFrom(error: unknown): ErrorAnswer {
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof BybitError) {
		return { kind: 'bybit', message, todo: error.todo, ...(error.code === undefined ? {} : { code: error.code }) };
	}
	if (error instanceof NoReply) return { kind: 'no_reply', message, todo: error.todo };
	if (error instanceof NotConfirmed) return { kind: 'not_confirmed', message, todo: error.todo };
	if (error instanceof Refusal) return { kind: 'refused', message, todo: error.todo };
	return { kind: 'unexpected', message };
}
