import { BybitError, NoReply } from '../api/errors';

/** A read that may be refused for its own sake, without stopping the rest of the tick. */
export interface Patience {
	/**
	 * @returns the value, or why it was not to be had.
	 * @throws what concerns more than this one read: a key that is refused, too many requests, or no reply several times in a row.
	 */
	attempt<T>(read: () => Promise<T>): Promise<{ value: T } | { reason: string }>;
}

/** So many lost replies in a row are weather, not a matter of one order or chat. */
const LOST_IN_A_ROW = 3;

export function createPatience(): Patience {
	let lost = 0;
	return {
		async attempt(read) {
			const tried = await outcomeOf(read);
			if ('value' in tried) {
				lost = 0;
				return tried;
			}
			const { error } = tried;
			lost = error instanceof NoReply ? lost + 1 : 0;
			if (!concernsOneThing(error) || lost >= LOST_IN_A_ROW) throw error;
			return { reason: error instanceof Error ? error.message : String(error) };
		},
	};
}

async function outcomeOf<T>(read: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
	try {
		return { value: await read() };
	} catch (error) {
		return { error };
	}
}

function concernsOneThing(error: unknown): boolean {
	if (error instanceof NoReply) return true;
	return error instanceof BybitError && !error.concernsAccess && !error.concernsPace;
}
