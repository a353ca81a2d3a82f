import { BybitError, NoReply } from './errors';
import { resultOf } from './result';

/**
 * Stops a row of reads that would come to nothing: after several lost replies in a row, or as soon as the exchange refuses what concerns
 * every one of them (a key, a permission, the rate limit).
 */
export interface CircuitBreaker {
	/** @throws what is no answer of the exchange, such as a fault of our own. */
	attempt<T>(read: () => Promise<T>): Promise<{ value: T } | NotRead>;
	/** True when the rest is left to the next poll. What was read so far is kept. */
	isOpen(): boolean;
	/** The refusal that concerns all reads of this kind, once there was one. */
	refusedAll(): BybitError | undefined;
}

/** Why a read brought nothing. */
export interface NotRead {
	readonly reason: string;
	/** True for a refusal of this one thing, which counts as a try; false for what says nothing about it: no reply, or a refusal of all. */
	readonly isRefusal: boolean;
}

const LOST_IN_A_ROW = 3;

export function createCircuitBreaker(): CircuitBreaker {
	let lost = 0;
	let refusal: BybitError | undefined;
	return {
		async attempt(read) {
			const attempted = await resultOf(read);
			if ('value' in attempted) {
				lost = 0;
				return attempted;
			}
			const { error } = attempted;
			if (!(error instanceof NoReply || error instanceof BybitError)) throw error;
			if (error instanceof BybitError && (error.isAccessDenied || error.isRateLimited)) refusal = error;
			const isLost = error instanceof NoReply || error.leavesOutcomeOpen;
			lost = isLost ? lost + 1 : 0;
			return { reason: error.message, isRefusal: !isLost && refusal === undefined };
		},
		isOpen: () => lost >= LOST_IN_A_ROW || refusal !== undefined,
		refusedAll: () => refusal,
	};
}
