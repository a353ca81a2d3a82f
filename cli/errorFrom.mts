import { BybitError, InputError, NoReply } from '../nodes/BybitP2P/api/errors';
import { adviceFor } from '../nodes/BybitP2P/n8n/advice';
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
	const todo = adviceFor(error);
	const said = { message, ...(todo === undefined ? {} : { todo }) };
	if (error instanceof BybitError) {
		return { kind: 'bybit', ...said, ...(error.code === undefined ? {} : { code: error.code }) };
	}
	if (error instanceof NoReply) return { kind: 'no_reply', ...said };
	if (error instanceof NotConfirmed) return { kind: 'not_confirmed', ...said };
	if (error instanceof InputError) return { kind: 'refused', ...said };
	return { kind: 'unexpected', message };
}
