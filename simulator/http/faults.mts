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
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultOptions {
	/** Exact path, or `*`. */
	path: string;
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
	/**
	 * Whether a call's effect happens in spite of the reply. Default: `before` (no effect) for status, code and HTML pages, `after`
	 * (effect, then the bad reply) for garbage and emptyBody.
	 */
	when?: 'before' | 'after';
	/** Fields of the request body that must be equal. */
	match?: Record<string, unknown>;
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
		if (typeof options.path !== 'string' || (options.path !== '*' && !options.path.startsWith('/')))
			throw new TypeError('path must be a path or *');
		this.active.push({ options, toSkip: options.skip ?? 0, left: options.times ?? 1 });
	}

	clear(): void {
		this.active = [];
	}

	list(): FaultOptions[] {
		return this.active.map(({ options, left }) => ({ ...options, times: left }));
	}

	/** The fault that hits this call, the oldest first; each match uses it up by one. */
	take(path: string, body: unknown): FaultOptions | undefined {
		const matching = this.active.filter(
			({ options }) => (options.path === '*' || options.path === path) && hasFields(body, options.match),
		);
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
			return true;
		case 'garbage':
		case 'emptyBody':
			return when !== 'before';
		case 'status':
		case 'code':
		case 'html403':
		case 'html502':
			return when === 'after';
	}
}

function hasFields(body: unknown, match: Record<string, unknown> = {}): boolean {
	const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
	return Object.entries(match).every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value));
}
