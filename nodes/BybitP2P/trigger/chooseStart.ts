import { fetchAccount } from '../api/fetchOne';
import type { Client } from '../n8n/client';
import { CLOCK_SLACK_MS } from './detect/clocks';
import { newerState, type ProcessMemory } from './processMemory';
import { accountName, goingOn, startingLate, startingNow, startingSince, type Identity, type Start } from './start';
import { decodedState } from './storedState';

/** What decides how a poll begins. */
export interface StartChoice {
	readonly client: Client;
	readonly memory: ProcessMemory;
	/** What n8n has stored, and the same as comparable text. */
	readonly stored: unknown;
	readonly handedOver: string;
	/** From when on orders are new since the workflow was published last; exchange time, ms. */
	readonly markedStartMs: number | undefined;
	/** The user has just published the workflow, and it was off before. */
	readonly isActivation: boolean;
	/** This machine's clock, ms; only differences count. */
	readonly nowMs: number;
	/** The Poll Time before this poll, this machine's clock in ms. */
	readonly pollTimeBeforeMs: () => number;
	readonly warn: (message: string) => void;
}

/**
 * How a poll begins: it goes on from what is known of this account; starts anew at an activation, whatever is stored; starts late when
 * an earlier start came to nothing, or when nothing is known though the workflow has been on.
 *
 * @throws BybitError or NoReply when it has to be asked whose account it is, and there is no answer.
 */
export async function chooseStart(choice: StartChoice): Promise<Start> {
	const { memory, nowMs } = choice;
	const identify = async (): Promise<Identity> => await identityOf(choice.client);
	if (choice.isActivation) return startingNow(identify);
	if (memory.pendingStart !== undefined) return startingLate(identify, nowMs - memory.pendingStart.sinceMs);
	const known = knownState(choice);
	const { markedStartMs } = choice;
	// A state of before the workflow was published again has nothing to do with what comes now.
	const isOutdated =
		known !== undefined && markedStartMs !== undefined && known.sinceMs < markedStartMs - CLOCK_SLACK_MS;
	if (known !== undefined && !isOutdated) return await startFrom(choice, known, identify);
	if (markedStartMs !== undefined) return startingSince(identify, () => markedStartMs);
	memory.pendingStart = { sinceMs: choice.pollTimeBeforeMs() };
	return startingLate(identify, nowMs - memory.pendingStart.sinceMs);
}

function knownState({ memory, stored, handedOver, warn }: StartChoice) {
	const newer = newerState(memory, handedOver);
	if (newer !== undefined) return newer;
	const decoded = decodedState(stored);
	switch (decoded.type) {
		case 'state':
			return decoded.state;
		case 'unreadable':
			warn(
				'The stored state is of another version, so the trigger starts afresh: what happened since its last event may be missing',
			);
			return undefined;
		case 'none':
			return undefined;
	}
}

/** A new key of the same account changes nothing; another account has nothing to do with what is known. */
async function startFrom(
	{ client, warn }: StartChoice,
	state: Parameters<typeof goingOn>[0],
	identify: () => Promise<Identity>,
): Promise<Start> {
	if (state.keyName === client.keyName) return goingOn(state);
	const identity = await identify();
	if (identity.account === state.account) return goingOn({ ...state, ...identity });
	warn(
		'The key belongs to another account, so the trigger starts afresh: what is there now is remembered, not emitted',
	);
	return startingNow(async () => identity);
}

async function identityOf({ api, origin, keyName }: Client): Promise<Identity> {
	const account = await fetchAccount(api);
	return { keyName, account: accountName(account, origin, keyName), nickname: String(account.nickName ?? '').trim() };
}
