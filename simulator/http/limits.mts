export type CallKind = 'read' | 'write';

const perSecond: Readonly<Record<CallKind, number>> = { read: 10, write: 5 };
const rollingMs = 1000;

export interface LimitState {
	readonly allowed: boolean;
	readonly headers: Readonly<Record<string, string>>;
}

/** How much of a limit is used in the rolling second. */
export interface LimitUse {
	readonly used: number;
	readonly limit: number;
	/** When the oldest of them is a second ago; now when nothing is used. */
	readonly resetAt: number;
}

/** 10 reads and 5 writes in any rolling second, counted per account. Refused calls do not count. */
export class RateLimiter {
	private readonly taken = new Map<string, number[]>();

	take(account: string, kind: CallKind, nowMs: number): LimitState {
		const recent = this.recent(account, kind, nowMs);
		const allowed = recent.length < perSecond[kind];
		if (allowed) recent.push(nowMs);
		this.taken.set(`${account} ${kind}`, recent);
		const left = perSecond[kind] - recent.length;
		return { allowed, headers: limitHeaders(kind, left, left > 0 ? nowMs : recent[0] + rollingMs) };
	}

	use(account: string, kind: CallKind, nowMs: number): LimitUse {
		const recent = this.recent(account, kind, nowMs);
		return {
			used: recent.length,
			limit: perSecond[kind],
			resetAt: recent.length === 0 ? nowMs : recent[0] + rollingMs,
		};
	}

	private recent(account: string, kind: CallKind, nowMs: number): number[] {
		return (this.taken.get(`${account} ${kind}`) ?? []).filter((at) => at > nowMs - rollingMs);
	}
}

export function limitHeaders(kind: CallKind, left: number, resetMs: number): Record<string, string> {
	return {
		'X-Bapi-Limit': String(perSecond[kind]),
		'X-Bapi-Limit-Status': String(left),
		'X-Bapi-Limit-Reset-Timestamp': String(resetMs),
	};
}

/** 600 requests in any rolling 5 s from one address; the 601st bans the address for 10 minutes. */
export class AddressLimiter {
	private readonly seen = new Map<string, number[]>();
	private readonly bannedUntil = new Map<string, number>();

	admits(ip: string, nowMs: number): boolean {
		if (nowMs < (this.bannedUntil.get(ip) ?? 0)) return false;
		const recent = (this.seen.get(ip) ?? []).filter((at) => at > nowMs - 5000);
		recent.push(nowMs);
		this.seen.set(ip, recent);
		if (recent.length <= 600) return true;
		this.bannedUntil.set(ip, nowMs + 10 * 60 * 1000);
		return false;
	}
}
