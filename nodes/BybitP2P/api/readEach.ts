import { createCircuitBreaker } from './circuitBreaker';
import type { BybitError } from './errors';

/** What a row of single reads brought. */
export interface ReadEach<Key, Value> {
	readonly read: ReadonlyMap<Key, Value>;
	/** Refused for its own sake, with the reason: another try may bring it. */
	readonly refused: ReadonlyMap<Key, string>;
	/** The refusal that concerned all of them, and ended the row. */
	readonly refusedAll?: BybitError;
}

export interface ReadEachLimits {
	readonly isTimeUp: () => boolean;
	/** So many are read even when the time is up, or a slow exchange would hold them back for ever. */
	readonly atLeast?: number;
}

/**
 * Reads one thing after the other, and tolerates that some cannot be read.
 *
 * What is neither in `read` nor in `refused` was not tried, or its reply was lost: it says nothing about that thing.
 *
 * @throws what is no answer of the exchange, such as a fault of our own.
 */
export async function readEach<Key, Value>(
	keys: Iterable<Key>,
	read: (key: Key) => Promise<Value>,
	{ isTimeUp, atLeast = 0 }: ReadEachLimits,
): Promise<ReadEach<Key, Value>> {
	const values = new Map<Key, Value>();
	const refused = new Map<Key, string>();
	const breaker = createCircuitBreaker();
	for (const key of keys) {
		if (breaker.isOpen() || (isTimeUp() && values.size >= atLeast)) break;
		const attempted = await breaker.attempt(async () => await read(key));
		if ('value' in attempted) values.set(key, attempted.value);
		else if (attempted.isRefusal) refused.set(key, attempted.reason);
	}
	const refusedAll = breaker.refusedAll();
	return { read: values, refused, ...(refusedAll === undefined ? {} : { refusedAll }) };
}
