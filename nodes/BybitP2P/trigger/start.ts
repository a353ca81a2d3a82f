import { createHash } from 'node:crypto';

import { textOf } from '../api/text';
import type { PersonalInfo } from '../api/types';
import { CLOCK_SLACK_MS } from './detect/clocks';
import type { TriggerState } from './state';

/** Whose state it is. */
export interface Identity {
	readonly keyName: string;
	readonly account: string;
	readonly nickname: string;
}

/** How a poll begins. */
export interface Start {
	/** Nothing is known yet. */
	readonly isStart: boolean;
	/** What is there is remembered, and nothing of it emitted. */
	readonly isSilent: boolean;
	/** @param nowMs - exchange time of this poll. */
	readonly stateAt: (nowMs: number) => Promise<TriggerState>;
}

/** Goes on from a state. */
export function goingOn(state: TriggerState): Start {
	return { isStart: false, isSilent: false, stateAt: async () => state };
}

/**
 * Starts anew, from now on.
 *
 * Dates are not trusted to the millisecond: what carries a slightly earlier one, and was not there in this poll, is new.
 */
export function startingNow(identify: () => Promise<Identity>): Start {
	return {
		isStart: true,
		isSilent: true,
		stateAt: async (nowMs) => ({
			...emptyState(await identify()),
			sinceMs: nowMs - CLOCK_SLACK_MS,
			readToMs: nowMs,
		}),
	};
}

/** Starts late: what was opened or written in the last so many milliseconds is emitted, what was there before is not. */
export function startingLate(identify: () => Promise<Identity>, lateByMs: number): Start {
	return startingSince(identify, (nowMs) => nowMs - Math.max(0, lateByMs));
}

/** Starts late, with what came since an exchange time, ms. */
export function startingSince(identify: () => Promise<Identity>, sinceMs: (nowMs: number) => number): Start {
	return {
		isStart: true,
		isSilent: false,
		async stateAt(nowMs) {
			const since = Math.min(sinceMs(nowMs), nowMs);
			return { ...emptyState(await identify()), sinceMs: since, readToMs: since, messagesSinceMs: since };
		},
	};
}

function emptyState(identity: Identity) {
	return { ...identity, polls: 0, hints: {}, orders: {}, chats: {} };
}

/**
 * Stands for an account in an environment without revealing it.
 *
 * @param keyName - takes its place where the exchange does not show the account: then another key is another account.
 */
export function accountName({ userId, accountId }: PersonalInfo, origin: string, keyName: string): string {
	const id = textOf(userId) || textOf(accountId);
	return id === '' ? keyName : createHash('sha256').update(`${origin} account ${id}`).digest('hex').slice(0, 16);
}
