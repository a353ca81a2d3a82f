import { CODE, statusText } from '../api/codes';
import { BybitError } from '../api/errors';
import type { Id } from '../api/types';

/** How a call that moves money was answered. */
export type Answer =
	| { readonly type: 'accepted' }
	/** The exchange said no: nothing was carried out by this call. */
	| { readonly type: 'refused'; readonly error: BybitError }
	/** A lost reply, or a fault in which the exchange itself does not know. */
	| { readonly type: 'unclear'; readonly reason: string };

/** What the answer and the order read afterwards show together. */
export type Outcome =
	| { readonly type: 'done' }
	| { readonly type: 'refused'; readonly error: BybitError }
	| { readonly type: 'notConfirmed'; readonly message: string; readonly advice: string };

/** It is not known whether money moved, or not yet to be seen. Never answered by sending again. */
export class NotConfirmed extends Error {
	override readonly name = 'NotConfirmed';

	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

/** Makes a call that must not be repeated blindly, and sorts what came of it. */
export async function answerOf(send: () => Promise<unknown>): Promise<Answer> {
	try {
		await send();
		return { type: 'accepted' };
	} catch (error) {
		return answerFrom(error);
	}
}

/** Sorts what a money call threw. Anything but a plain no of the exchange leaves the outcome open. */
export function answerFrom(error: unknown): Answer {
	if (error instanceof BybitError && error.code !== undefined && error.code !== CODE.ok && !error.leavesOutcomeOpen) {
		return { type: 'refused', error };
	}
	return { type: 'unclear', reason: error instanceof Error ? error.message : 'no answer came' };
}

/** The order as last read after the call. */
export interface Seen {
	/** Undefined when the order was read and does not show it. */
	readonly statusCode: number | undefined;
	readonly isDone: boolean;
}

/**
 * Decides by the order, not by the answer: a refused call may have been carried out by another execution, an accepted one may not show yet.
 *
 * @param what - the action as a noun: "release", "payment mark".
 * @param seen - undefined when the order could not be read.
 */
export function outcomeOf(what: string, orderId: Id, answer: Answer, seen: Seen | undefined): Outcome {
	if (seen?.isDone === true) return { type: 'done' };
	if (answer.type === 'refused') return { type: 'refused', error: refusedAction(what, orderId, answer.error, seen) };
	const shows =
		seen === undefined ? 'the order could not be read afterwards' : `the order shows as ${statusText(seen.statusCode)}`;
	const said = answer.type === 'accepted' ? 'Bybit accepted it' : answer.reason;
	return {
		type: 'notConfirmed',
		message: `The ${what} of order ${orderId} was sent, not confirmed; nothing was repeated: ${shows}`,
		advice: `${said}. Look at the order on Bybit. Running this node again is safe: it reads the order first and sends only if it is still open for that.`,
	};
}

/** Says no more than is known: that this call was refused and how the order shows. Another execution may have carried it out meanwhile. */
export function refusedAction(
	what: string,
	orderId: Id,
	{ code, text, httpStatus, retryAfterMs }: BybitError,
	seen: Seen | undefined,
): BybitError {
	const shows =
		seen === undefined ? 'which could not be read afterwards' : `which shows as ${statusText(seen.statusCode)}`;
	return new BybitError(`accept the ${what} of order ${orderId}, ${shows}`, code, text, httpStatus, retryAfterMs);
}
