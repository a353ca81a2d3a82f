import type { Snapshot } from '../entities/snapshot.mts';

export const faultKinds = [
	'lostBefore',
	'lostAfter',
	'delay',
	'status',
	'html403',
	'html502',
	'stale',
	'code',
	'garbage',
	'emptyBody',
	'redirect',
	'hugeGzip',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Calls of one subject; `files` are the GETs of chat files, which no path but their own and this group reach. */
export const faultGroups = ['orders', 'chat', 'ads', 'account', 'files'] as const;
export type FaultGroup = (typeof faultGroups)[number];

export interface FaultOptions {
	/** Exact path, the beginning of one with `*` behind it, or `*` for all calls. One of path and group is required. */
	path?: string;
	group?: FaultGroup;
	kind: FaultKind;
	/** How many matching calls it hits; default 1, Infinity for all. */
	times?: number;
	/** How many matching calls pass first. */
	skip?: number;
	/** HTTP status of `status`; default 500. */
	status?: number;
	/** Code of `code`; default 10016. */
	code?: number;
	message?: string;
	delayMs?: number;
	/** `stale`: orders and chats as they were so long ago. */
	ageMs?: number;
	/** `stale`: orders as before the last n changes of any, chats without their n newest messages. */
	changes?: number;
	/** Where `redirect` leads; default `/elsewhere`. */
	location?: string;
	/** What `hugeGzip` unpacks to; default 1 GB. */
	sizeBytes?: number;
	/**
	 * Whether a call's effect happens in spite of the reply. Default: `before` (no effect) for status, code and HTML pages, `after`
	 * (effect, then the bad reply) for garbage and emptyBody.
	 */
	when?: 'before' | 'after';
	/** Fields of the request body that must be equal. */
	match?: Record<string, unknown>;
}

/** A call that a fault may hit. */
export interface FaultTarget {
	readonly path: string;
	readonly group: FaultGroup | undefined;
	readonly body: unknown;
}

interface ActiveFault {
	readonly options: FaultOptions;
	toSkip: number;
	left: number;
}

export class Faults {
	private active: ActiveFault[] = [];

	add(options: FaultOptions): void {
		if (!faultKinds.includes(options.kind)) throw new TypeError(`kind must be one of ${faultKinds.join(', ')}`);
		if ((options.path === undefined) === (options.group === undefined))
			throw new TypeError('a fault has a path or a group');
		if (options.path !== undefined && !/^(\*|\/.*)$/.test(String(options.path)))
			throw new TypeError('path must be a path, the beginning of one with * behind it, or *');
		if (options.group !== undefined && !faultGroups.includes(options.group))
			throw new TypeError(`group must be one of ${faultGroups.join(', ')}`);
		this.active.push({ options, toSkip: options.skip ?? 0, left: options.times ?? 1 });
	}

	clear(): void {
		this.active = [];
	}

	list(): FaultOptions[] {
		return this.active.map(({ options, left }) => ({ ...options, times: left }));
	}

	/** The fault that hits this call, the oldest first; each match uses it up by one. */
	take(call: FaultTarget): FaultOptions | undefined {
		const matching = this.active.filter(({ options }) => isAimedAt(options, call));
		for (const fault of matching) {
			if (fault.toSkip > 0) fault.toSkip -= 1;
			else if (fault.left > 0) {
				fault.left -= 1;
				if (fault.left <= 0) this.active = this.active.filter((other) => other !== fault);
				return fault.options;
			}
		}
		return undefined;
	}
}

/** Whether the call's effect happens although the fault hits it. */
export function effectHappens({ kind, when }: FaultOptions): boolean {
	switch (kind) {
		case 'lostBefore':
			return false;
		case 'lostAfter':
		case 'delay':
		case 'stale':
		case 'hugeGzip':
			return true;
		case 'garbage':
		case 'emptyBody':
			return when !== 'before';
		case 'status':
		case 'code':
		case 'html403':
		case 'html502':
		case 'redirect':
			return when === 'after';
	}
}

/** What reads show under a fault of kind `stale`. */
export function snapshotUnder({ kind, ageMs, changes }: FaultOptions): Snapshot | undefined {
	if (kind !== 'stale') return undefined;
	if (ageMs !== undefined) return { type: 'msAgo', ms: ageMs };
	return changes === undefined ? { type: 'beforeLastChange' } : { type: 'changesAgo', changes };
}

function isAimedAt({ path, group, match }: FaultOptions, call: FaultTarget): boolean {
	const isMeant =
		path === undefined
			? group === call.group
			: path === call.path ||
				(path === '*' ? call.group !== 'files' : path.endsWith('*') && call.path.startsWith(path.slice(0, -1)));
	return isMeant && hasFields(call.body, match);
}

function hasFields(body: unknown, match: Record<string, unknown> = {}): boolean {
	const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
	return Object.entries(match).every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value));
}
