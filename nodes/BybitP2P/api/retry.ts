import { CODE } from './codes';
import type { Endpoint } from './endpoints';
import { BybitError, NoReply } from './errors';
import { LONGEST_PAUSE_MS } from './limiter';
import { resultOf } from './result';

/** Pauses before the retries of a read: so many entries, so many retries. */
const RETRY_AFTER_MS = [250, 1_000, 2_500] as const;

/**
 * Calls until the answer is clear, as often as the kind of call allows: a read at most three times more, a write once more after the
 * clock was corrected, a money action never.
 *
 * @throws what the last call threw.
 */
export async function callWithRetry<T>(
	retry: Endpoint<object, unknown>['retry'],
	wait: (ms: number) => Promise<void>,
	call: () => Promise<T>,
): Promise<T> {
	let clockCorrected = false;
	for (let retries = 0; ; ) {
		const attempted = await resultOf(call);
		if ('value' in attempted) return attempted.value;
		const { error } = attempted;
		if (isOutsideWindow(error) && !clockCorrected && retry !== 'never') {
			clockCorrected = true;
			continue;
		}
		if (retry !== 'always' || retries >= RETRY_AFTER_MS.length || !isTransient(error)) throw error;
		await wait(pauseBefore(error, RETRY_AFTER_MS[retries]));
		retries += 1;
	}
}

/** True for what may be gone a moment later: no reply, a server that does not know itself, the rate limit. */
export function isTransient(error: unknown): boolean {
	if (error instanceof NoReply) return true;
	return error instanceof BybitError && (error.leavesOutcomeOpen || error.isRateLimited);
}

function isOutsideWindow(error: unknown): boolean {
	return error instanceof BybitError && error.code === CODE.timestampOutsideWindow;
}

function pauseBefore(error: unknown, usualMs: number): number {
	const asked = error instanceof BybitError ? error.retryAfterMs : undefined;
	return Math.min(Math.max(usualMs, asked ?? 0), LONGEST_PAUSE_MS);
}
