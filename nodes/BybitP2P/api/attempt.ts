import { CODE } from './codes';
import type { Endpoint } from './endpoints';
import { readEnvelope, type Envelope } from './envelope';
import { BybitError, NoReply } from './errors';
import { LONGEST_PAUSE_MS, type Allowance } from './limiter';
import { resultOf } from './result';
import type { Session } from './session';
import { sendOrNoReply, type Send, type WireReply } from './wire';

/** What every call of one client has in common. */
export interface Connection {
	/** Cut out of what the exchange says: with a wrong signature it quotes the key. */
	readonly secrets: readonly string[];
	readonly origin: string;
	readonly send: Send;
	/** What calls with one key share in this process: rate limit and clock. */
	readonly session: Session;
	readonly now: () => number;
}

/** One request: with `body` a POST, else a GET with `query`. */
export interface Payload {
	readonly query?: string;
	readonly body?: string | Buffer;
	readonly contentType?: string;
	readonly timeoutMs: number;
}

/**
 * Sends one request when the rate limit allows it, and reads the reply.
 *
 * What the reply shows about the clock and the rate limit is kept in the session.
 *
 * @returns the envelope of a success, with the exchange's clock in it.
 * @throws BybitError when the exchange said no, NoReply when there is no readable reply.
 */
export async function attemptCall(
	{ secrets, origin, send, session, now }: Connection,
	endpoint: Endpoint<object, unknown>,
	{ query = '', body, contentType = 'application/json', timeoutMs }: Payload,
): Promise<Envelope & { timeMs: number }> {
	const sentCall = await session.limiter.acquire(endpoint.limit);
	const sent = await resultOf(
		async () =>
			await sendOrNoReply(endpoint.task, send, {
				method: endpoint.method,
				url: `${origin}${endpoint.path}${query}`,
				...(body === undefined ? {} : { body, contentType }),
				timeoutMs,
				clockOffsetMs: session.clockOffsetMs,
			}),
	);
	if ('error' in sent) {
		session.limiter.record(sentCall, undefined);
		throw sent.error;
	}
	const reply = sent.value;
	const envelope = readEnvelope(reply.body.toString('utf8'));
	if (envelope?.timeMs !== undefined) session.exchangeAheadMs = envelope.timeMs - now();
	const timeMs = envelope?.timeMs ?? exchangeClock(session, now);
	const retryAfterMs = pauseMs(reply, timeMs);
	session.limiter.record(sentCall, timeMs, allowanceIn(reply, envelope?.code));
	if (envelope === undefined || (envelope.code === undefined && reply.status !== 200)) {
		throw unreadableReply(endpoint.task, reply);
	}
	if (envelope.code === CODE.ok) return { ...envelope, timeMs };
	// By the time in the refusal itself: that of an older reply would be as wrong as the reply is old.
	const isOutsideWindow = envelope.code === CODE.timestampOutsideWindow;
	if (isOutsideWindow && envelope.timeMs !== undefined) session.clockOffsetMs = envelope.timeMs - now();
	const text = envelope.code === undefined ? 'the reply has no return code' : withoutSecrets(envelope.text, secrets);
	throw new BybitError(endpoint.task, envelope.code, text, reply.status, retryAfterMs);
}

/** The exchange's clock as far as its replies show. */
function exchangeClock({ exchangeAheadMs, clockOffsetMs }: Session, now: () => number): number {
	return now() + (exchangeAheadMs ?? clockOffsetMs);
}

/** What the headers say of the allowance; undefined when they do not say both how much and until when. */
function allowanceIn({ status, headers }: WireReply, code: number | undefined): Allowance | undefined {
	const left = Number(headers['x-bapi-limit-status'] ?? Number.NaN);
	const resetMs = Number(headers['x-bapi-limit-reset-timestamp'] ?? Number.NaN);
	if (!Number.isFinite(left) || !Number.isFinite(resetMs)) return undefined;
	return { left: Math.max(0, left), resetMs, isRefused: code === CODE.tooManyRequests || status === 429 };
}

/** How long the exchange asks to wait; its reset time is by its own clock. */
function pauseMs(reply: WireReply, exchangeNowMs: number): number | undefined {
	const resetMs = Number(reply.headers['x-bapi-limit-reset-timestamp'] ?? Number.NaN);
	if (!Number.isFinite(resetMs)) return undefined;
	return Math.min(Math.max(resetMs - exchangeNowMs, 0), LONGEST_PAUSE_MS);
}

function unreadableReply(task: string, reply: WireReply): Error {
	if ([401, 403, 404, 429].includes(reply.status)) return new BybitError(task, undefined, '', reply.status);
	const what = reply.body.length === 0 ? 'an empty reply' : 'a reply that is not JSON';
	return new NoReply(task, `${what} (HTTP ${reply.status})`);
}

/** What the exchange says, without the text it signed and without the key. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
	const plain = text.replace(/origin_string\s*\[[^]*\]/gi, 'origin_string[hidden]');
	return secrets.filter((secret) => secret !== '').reduce((shown, secret) => shown.split(secret).join('hidden'), plain);
}
