import { BybitError, NoReply } from '../api/errors';
import { resultOf } from '../api/result';

/** A read that may be refused for its own sake, without stopping the rest of the tick. */
export interface Patience {
	/**
	 * @returns the value, or why it was not to be had.
	 * @throws what concerns more than this one read: a key that is refused, too many requests.
	 */
	attempt<T>(read: () => Promise<T>): Promise<{ value: T } | Refused>;
	/** True after several lost replies in a row: the rest is left to the next tick, and what was read so far is kept. */
	isOpen(): boolean;
}

/** Why a read was not to be had. */
export interface Refused {
	readonly reason: string;
	/** No clear answer came: weather, which counts as no try. */
	readonly isLost: boolean;
}

/** So many lost replies in a row are weather, not a matter of one order or chat. */
const LOST_IN_A_ROW = 3;

export function createCircuitBreaker(): Patience {
	let lost = 0;
	return {
		async attempt(read) {
			const tried = await resultOf(read);
			if ('value' in tried) {
				lost = 0;
				return tried;
			}
			const { error } = tried;
			lost = isLost(error) ? lost + 1 : 0;
			if (!concernsOneThing(error)) throw error;
			return { reason: error instanceof Error ? error.message : String(error), isLost: isLost(error) };
		},
		isOpen: () => lost >= LOST_IN_A_ROW,
	};
}

/** No reply, or a server that does not know itself. */
function isLost(error: unknown): boolean {
	return error instanceof NoReply || (error instanceof BybitError && error.leavesOutcomeOpen);
}

function concernsOneThing(error: unknown): boolean {
	if (error instanceof NoReply) return true;
	return error instanceof BybitError && !error.isAccessDenied && !error.isRateLimited;
}
