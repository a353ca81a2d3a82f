import type { BybitApi } from '../../api/client';
import { CODE } from '../../api/codes';
import { endpoints } from '../../api/endpoints';
import { BybitError } from '../../api/errors';
import { textOf } from '../../api/text';
import { fetchAccount } from '../../api/fetchOne';
import { resultOf } from '../../api/result';
import type { KeyInfo } from '../../api/types';
import { adviceFor } from '../../n8n/advice';
import type { Operation } from '../operation';

/** Something that stands in the way of the P2P API, and what to do about it. */
interface Finding {
	readonly finding: string;
	readonly advice: string;
}

type Access = {
	readonly ok: boolean;
	readonly environment: string;
	/** What to add to this machine's clock; null when it could not be read. */
	readonly clockOffsetMs: number | null;
	readonly advertiser: boolean | null;
	readonly nickname: string;
	readonly findings: readonly Finding[];
} & ReturnType<typeof keyFacts>;

type Answer = { readonly value: unknown } | { readonly error: BybitError };

const WANTED_PERMISSIONS = ['FiatP2POrder', 'Advertising'] as const;
/** A clock that is this far off is still accepted, but leaves little room for a slow connection. */
const CLOCK_MARGIN_MS = 1_000;
const EXPIRES_SOON_DAYS = 7;

export const checkAccess: Operation<Access> = {
	name: 'Check Access',
	value: 'checkAccess',
	action: 'Check access to P2P',
	description:
		'Show what is wrong with the key, if anything: environment, clock, permissions, advertiser status, IP list, expiry',
	// Findings may quote the exchange.
	isReadOnly: true,
	ownTexts: ['environment', 'nickname', 'permissions', 'missingPermissions', 'ipList', 'expiresAt'],
	properties: [],
	async execute({ api, origin }) {
		const clock = await answerOf(async () => await clockOffset(api));
		const clockOffsetMs = 'value' in clock ? clock.value : null;
		const key = await answerOf(async () => await api.call(endpoints.getKey, {}));
		const account = await answerOf(async () => await fetchAccount(api));

		const facts = keyFacts('value' in key ? key.value : undefined);
		const findings = [
			...clockFindings(clockOffsetMs),
			...refusalFindings(key),
			...(isSameRefusal(key, clock) ? [] : refusalFindings(clock)),
			...('value' in key ? keyFindings(facts) : []),
			// The same refusal twice would be one thing reported twice.
			...(isSameRefusal(key, account) ? [] : refusalFindings(account)),
		];
		return {
			json: {
				// Without Advertising everything works but ads; that is a finding, not an obstacle.
				ok: 'value' in account && 'value' in key && !facts.readOnly && facts.permissions.includes('FiatP2POrder'),
				environment: origin,
				clockOffsetMs,
				...facts,
				advertiser: isAdvertiser(account),
				nickname: 'value' in account ? textOf(account.value?.nickName) : '',
				findings,
			},
		};
	},
};

/** What to add to this machine's clock to get the exchange's, ms; half the way of the request counts as the moment of the answer. */
async function clockOffset(api: BybitApi): Promise<number> {
	const before = Date.now();
	const { timeMs } = await api.timedCall(endpoints.getServerTime, {});
	return Math.round(timeMs - (before + Date.now()) / 2);
}

/** A refusal is what is looked for here; only silence is thrown. */
async function answerOf<T>(read: () => Promise<T>): Promise<{ value: T } | { error: BybitError }> {
	const answer = await resultOf(read);
	if ('value' in answer) return answer;
	if (answer.error instanceof BybitError) return { error: answer.error };
	throw answer.error;
}

function keyFacts(key: KeyInfo | undefined) {
	const permissions = key?.permissions?.FiatP2P ?? [];
	const expiresInDays = Number(key?.deadlineDay ?? Number.NaN);
	return {
		userId: textOf(key?.userID),
		readOnly: Number(key?.readOnly ?? 0) === 1,
		permissions,
		missingPermissions: key === undefined ? [] : WANTED_PERMISSIONS.filter((one) => !permissions.includes(one)),
		ipList: (key?.ips ?? []).filter((ip) => ip !== '*'),
		expiresAt: textOf(key?.expiredAt),
		/** null for a key that does not expire, or that could not be read. */
		daysUntilExpiry: Number.isFinite(expiresInDays) && expiresInDays >= 0 ? expiresInDays : null,
	};
}

function keyFindings({
	readOnly,
	missingPermissions,
	ipList,
	daysUntilExpiry,
}: ReturnType<typeof keyFacts>): Finding[] {
	const findings: Finding[] = [];
	if (readOnly) {
		findings.push({
			finding: 'The key is read-only: it cannot release, pay, write messages or change ads',
			advice: 'On Bybit, set the key to read and write.',
		});
	}
	if (missingPermissions.length > 0) {
		findings.push({
			finding: `The key lacks the P2P permissions ${missingPermissions.join(' and ')}`,
			advice: 'On Bybit, tick them for the key. Without Advertising everything works but ads.',
		});
	}
	if (ipList.length === 0) {
		findings.push({
			finding: 'The key is not bound to IP addresses',
			advice:
				'Bind it to the address of this n8n: a stolen key is then of no use, and it does not expire after three months.',
		});
	}
	if (daysUntilExpiry !== null && daysUntilExpiry <= EXPIRES_SOON_DAYS) {
		findings.push({
			finding: `The key expires in ${daysUntilExpiry} days`,
			advice: 'Make a new key on Bybit and put it into the credential.',
		});
	}
	return findings;
}

function clockFindings(offsetMs: number | null): Finding[] {
	if (offsetMs === null || Math.abs(offsetMs) < CLOCK_MARGIN_MS) return [];
	const direction = offsetMs > 0 ? 'behind' : 'ahead of';
	return [
		{
			finding: `The clock of this machine is ${Math.abs(offsetMs)} ms ${direction} the clock of Bybit`,
			advice: 'Turn on time synchronisation (NTP) on the machine that runs n8n.',
		},
	];
}

function isSameRefusal(one: Answer, other: Answer): boolean {
	return 'error' in one && 'error' in other && one.error.code === other.error.code;
}

function refusalFindings(answer: Answer): Finding[] {
	if (!('error' in answer)) return [];
	return [{ finding: answer.error.message, advice: adviceFor(answer.error) ?? '' }];
}

/** null when another refusal hides it. */
function isAdvertiser(account: Answer): boolean | null {
	if ('value' in account) return true;
	return account.error.code === CODE.notAnAdvertiser ? false : null;
}
