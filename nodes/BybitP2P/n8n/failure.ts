import type { NodeApiError } from 'n8n-workflow';

import { BybitError, InputError, NoReply } from '../api/errors';

/** Why something failed, in n8n's words: it decides how long a trigger is left alone after an error. */
export type Failure = NonNullable<NodeApiError['failure']>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** After too many requests the network in front of the exchange turns an address away for ten minutes. */
const BANNED_FOR_MS = 10 * MINUTE_MS;

/** Where a person has to act; every other refusal of access passes or is not known to stay. */
const ACTIONABLE: Readonly<Record<number, 'credential-invalid' | 'configuration-invalid'>> = {
	10003: 'credential-invalid',
	10004: 'credential-invalid',
	10005: 'credential-invalid',
	33004: 'credential-invalid',
	10010: 'configuration-invalid',
	10024: 'configuration-invalid',
	10027: 'configuration-invalid',
	912000014: 'configuration-invalid',
};
const ACTIONABLE_STATUS: Readonly<Record<number, 'credential-invalid' | 'configuration-invalid'>> = {
	401: 'credential-invalid',
	404: 'configuration-invalid',
};

/** @returns undefined for an error of somebody else, and for a refusal whose cause nobody documents. */
export function failureOf(error: unknown): Failure | undefined {
	if (error instanceof InputError) return { cause: 'configuration-invalid' };
	if (error instanceof NoReply) return { cause: 'temporarily-unavailable', retryAfterMs: MINUTE_MS };
	return error instanceof BybitError ? failureOfRefusal(error) : undefined;
}

function failureOfRefusal(error: BybitError): Failure | undefined {
	const { code, httpStatus, retryAfterMs } = error;
	if (error.isRateLimited) return { cause: 'rate-limited', retryAfterMs: Math.max(retryAfterMs ?? 0, SECOND_MS) };
	if (error.leavesOutcomeOpen) return { cause: 'temporarily-unavailable', retryAfterMs: MINUTE_MS };
	const cause = code === undefined ? ACTIONABLE_STATUS[httpStatus] : ACTIONABLE[code];
	if (cause !== undefined) return { cause };
	// A banned address or a clock that is off: neither the key nor the workflow is to blame.
	return error.isAccessDenied ? { cause: 'temporarily-unavailable', retryAfterMs: BANNED_FOR_MS } : undefined;
}
