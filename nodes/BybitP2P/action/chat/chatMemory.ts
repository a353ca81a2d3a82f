import { createHash } from 'node:crypto';

import type { Id } from '../../api/types';

/** What this process remembers of the chats of one key. Lost with the process: nothing may depend on it but a call or a certainty more. */
export interface ChatMemory {
	/** The session of the chat with a person, as long as it was seen to be in force a short while ago. */
	session(userMaskId: string, nowMs: number): string | undefined;
	keepSession(userMaskId: string, sessionId: string, nowMs: number): void;
	forgetSession(userMaskId: string): void;
	/** How often this process has sent the same for the order since then. */
	timesSent(orderId: Id, fingerprint: string, sinceMs: number): number;
	noteSent(orderId: Id, fingerprint: string, nowMs: number): void;
}

/** The exchange does not say how long a session lives: kept long enough for the messages of one deal. */
const SESSION_LIFE_MS = 15 * 60_000;
const MAX_ENTRIES = 1_000;

/** @returns a memory whose size has a limit: the oldest entries go first. */
export function createChatMemory(): ChatMemory {
	const sessions = new Map<string, { readonly sessionId: string; readonly atMs: number }>();
	const sent = new Map<string, readonly number[]>();

	return {
		session(userMaskId, nowMs) {
			const known = sessions.get(userMaskId);
			return known !== undefined && nowMs - known.atMs < SESSION_LIFE_MS ? known.sessionId : undefined;
		},
		keepSession: (userMaskId, sessionId, nowMs) => keep(sessions, userMaskId, { sessionId, atMs: nowMs }),
		forgetSession: (userMaskId) => void sessions.delete(userMaskId),
		timesSent: (orderId, fingerprint, sinceMs) =>
			(sent.get(`${orderId} ${fingerprint}`) ?? []).filter((atMs) => atMs >= sinceMs).length,
		noteSent(orderId, fingerprint, nowMs) {
			const key = `${orderId} ${fingerprint}`;
			keep(sent, key, [...(sent.get(key) ?? []), nowMs].slice(-MAX_ENTRIES));
		},
	};
}

/** Stands for what is sent, in few bytes. */
export function fingerprintOf(kind: string, content: string | Buffer): string {
	return createHash('sha256').update(`${kind} `).update(content).digest('hex');
}

function keep<T>(entries: Map<string, T>, key: string, value: T): void {
	entries.delete(key);
	entries.set(key, value);
	const [oldest] = entries.keys();
	if (entries.size > MAX_ENTRIES) entries.delete(oldest);
}
