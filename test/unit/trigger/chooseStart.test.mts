import type { BybitApi } from '../../../nodes/BybitP2P/api/client';
import { chooseStart, type StartChoice } from '../../../nodes/BybitP2P/trigger/chooseStart';
import type { ProcessMemory } from '../../../nodes/BybitP2P/trigger/processMemory';
import { comparable } from '../../../nodes/BybitP2P/trigger/processMemory';
import { accountName } from '../../../nodes/BybitP2P/trigger/start';
import { encodedState } from '../../../nodes/BybitP2P/trigger/storedState';
import { aRefusal, aState, HOUR, MINUTE, NOW, SECOND } from '../../support/pollingBuilders.mts';

const ORIGIN = 'https://api.bybit.com';
const account = (userId: string): string => accountName({ userId }, ORIGIN, 'key');

/** How a poll begins, and the state it begins with. */
async function begun(
	{ stored = {}, memory = { isRunning: false }, ...choice }: Partial<StartChoice>,
	{ userId = '1', keyName = 'key', failure }: { userId?: string; keyName?: string; failure?: Error } = {},
) {
	const warnings: string[] = [];
	let calls = 0;
	const api = {
		async call() {
			calls += 1;
			if (failure !== undefined) throw failure;
			return { userId, nickName: 'me' };
		},
	} as unknown as BybitApi;
	const start = await chooseStart({
		client: { api, origin: ORIGIN, keyName },
		memory,
		stored,
		handedOver: comparable(stored),
		markedStartMs: undefined,
		isActivation: false,
		nowMs: 5_000_000,
		pollTimeBeforeMs: () => 5_000_000 - 10 * MINUTE,
		warn: (message) => void warnings.push(message),
		...choice,
	});
	const { isStart, isSilent } = start;
	const state = await start.stateAt(NOW);
	return { isStart, isSilent, state, memory, warnings, calls };
}
const known = aState({ account: account('1'), orders: {} });
const stored = encodedState(known);

describe('a poll with a state of the same key', () => {
	it('goes on, and asks nobody whose it is', async () => {
		expect(await begun({ stored })).toMatchObject({ isStart: false, state: known, warnings: [], calls: 0 });
	});

	it('goes on from the newer state of this process', async () => {
		const newer = { ...known, polls: 99 };
		const last = { bases: [comparable(stored)], latest: '', state: newer };

		expect((await begun({ stored, memory: { isRunning: false, last } })).state).toEqual(newer);
	});
});

describe('a poll with a state of another key', () => {
	it('goes on when it is of the same account', async () => {
		expect(await begun({ stored }, { keyName: 'new' })).toMatchObject({
			isStart: false,
			state: { ...known, keyName: 'new', nickname: 'me' },
			calls: 1,
			warnings: [],
		});
	});

	it('starts afresh when it is of another account, and says so', async () => {
		const { state, ...result } = await begun({ stored }, { keyName: 'new', userId: '2' });

		expect(result).toMatchObject({ isStart: true, isSilent: true, warnings: [expect.stringMatching(/starts afresh/)] });
		expect(state).toMatchObject({ account: account('2'), sinceMs: NOW - 5 * SECOND, readToMs: NOW });
	});

	it('fails when it cannot be known whose it is', async () => {
		await expect(begun({ stored }, { keyName: 'new', failure: aRefusal() })).rejects.toThrow(/did not show the/);
	});
});

describe('an activation', () => {
	it('starts anew from now, whatever is stored', async () => {
		expect(await begun({ stored, isActivation: true })).toMatchObject({
			isStart: true,
			isSilent: true,
			state: { polls: 0, sinceMs: NOW - 5 * SECOND },
		});
	});

	it('that came to nothing counts from its first try', async () => {
		const memory: ProcessMemory = { isRunning: false, pendingStart: { sinceMs: 5_000_000 - 20 * SECOND } };

		expect(await begun({ stored, memory })).toMatchObject({
			isStart: true,
			isSilent: false,
			state: { sinceMs: NOW - 20 * SECOND, readToMs: NOW - 20 * SECOND, messagesSinceMs: NOW - 20 * SECOND },
		});
	});
});

describe('a poll without a state', () => {
	it('counts from the Poll Time before', async () => {
		expect(await begun({})).toMatchObject({ isStart: true, isSilent: false, state: { sinceMs: NOW - 10 * MINUTE } });
	});

	it('counts from the same time when it is tried again', async () => {
		const { memory } = await begun({});

		expect((await begun({ memory, nowMs: 5_000_000 + HOUR })).state.sinceMs).toBe(NOW - 10 * MINUTE - HOUR);
	});

	it('of this version does the same, and says so', async () => {
		expect(await begun({ stored: { version: 1, orders: {} } })).toMatchObject({
			isSilent: false,
			warnings: [expect.stringMatching(/of another version/)],
		});
	});
});

describe('a poll after the workflow was published again', () => {
	it('goes on from a state of since then', async () => {
		expect(await begun({ stored, markedStartMs: known.sinceMs + 5 * SECOND })).toMatchObject({
			isStart: false,
			state: known,
		});
	});

	it.each([
		['with the state of before', stored],
		['without a state', {}],
	])('starts from that moment %s', async (_name, given) => {
		expect(await begun({ stored: given, markedStartMs: NOW - MINUTE })).toMatchObject({
			isStart: true,
			isSilent: false,
			state: { sinceMs: NOW - MINUTE, messagesSinceMs: NOW - MINUTE },
		});
	});
});

describe('the name of an account', () => {
	it.each([
		['another account', accountName({ userId: '2' }, ORIGIN, 'key')],
		['another environment', accountName({ userId: '1' }, 'https://api-testnet.bybit.com', 'key')],
	])('is another one for %s', (_name, other) => {
		expect(other).not.toBe(account('1'));
	});

	it('is the same for every key', () => {
		expect(accountName({ userId: '1' }, ORIGIN, 'other')).toBe(account('1'));
	});

	it('goes by the account where no user is given, and by the key where neither is', () => {
		expect([accountName({ accountId: '1' }, ORIGIN, 'key'), accountName({}, ORIGIN, 'key')]).toEqual([
			account('1'),
			'key',
		]);
	});
});
