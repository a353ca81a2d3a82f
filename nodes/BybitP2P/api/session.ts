import { createHash } from 'node:crypto';
import { createLimiter, type Limiter } from './limiter';

/** What all calls with one key share in this process, so that two workflows do not exceed the limits together. */
export interface Session {
	/** Stands for the key and the environment without revealing them. */
	readonly name: string;
	readonly limiter: Limiter;
	/** Add to this machine's clock to get the exchange's; 0 until the exchange refused a timestamp. */
	clockOffsetMs: number;
	/** How far the exchange's clock was ahead of this machine's at its last reply. */
	exchangeAheadMs?: number;
	/** Runs tasks with the same name one after the other. */
	runExclusive<T>(name: string, task: () => Promise<T>): Promise<T>;
	/** What another part of this package remembers for the key in this process: made by the first call, the same for all later ones. */
	shared<T>(create: () => T): T;
}

export function createSession(name: string, now: () => number, wait: (ms: number) => Promise<void>): Session {
	const running = new Map<string, Promise<unknown>>();
	const shared = new Map<() => unknown, unknown>();

	return {
		name,
		limiter: createLimiter(now, wait),
		clockOffsetMs: 0,
		async runExclusive<T>(name: string, task: () => Promise<T>): Promise<T> {
			const before = running.get(name) ?? Promise.resolve();
			// The one before may have been refused: that is its own matter.
			const mine = before.then(task, task);
			running.set(name, mine);
			try {
				return await mine;
			} finally {
				if (running.get(name) === mine) running.delete(name);
			}
		},
		shared<T>(create: () => T): T {
			if (!shared.has(create)) shared.set(create, create());
			return shared.get(create) as T;
		},
	};
}

const sessions = new Map<string, Session>();

/** The session of a key in an environment; the same one for the life of the process. */
export function sessionOf(
	origin: string,
	apiKey: string,
	now: () => number,
	wait: (ms: number) => Promise<void>,
): Session {
	const name = createHash('sha256').update(`${origin} ${apiKey}`).digest('hex').slice(0, 16);
	const known = sessions.get(name);
	if (known !== undefined) return known;
	const session = createSession(name, now, wait);
	sessions.set(name, session);
	return session;
}
