import { CODE } from './codes';
import { endpoints, type Endpoint, type RateLimitGroup } from './endpoints';
import { readEnvelope, type Envelope } from './envelope';
import { BybitError, NoReply } from './errors';
import { multipart, type OutgoingFile } from './multipart';
import type { Session } from './session';
import { resultOf } from './result';
import type { UploadedFile } from './types';

/** A request as it goes on the wire, but for the signature. */
export interface WireRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly body?: string | Buffer;
	readonly contentType?: string;
	readonly timeoutMs: number;
	/** Add to this machine's clock to get the exchange's. */
	readonly clockOffsetMs: number;
}

export interface WireReply {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** Signs and sends. Rejects when no reply came; a reply with any HTTP status resolves. */
export type Send = (request: WireRequest) => Promise<WireReply>;

/** The exchange, as the rest of the package sees it. */
export interface BybitApi {
	/** @throws BybitError when the exchange said no, NoReply when it said nothing. */
	call<Request extends object, Result>(endpoint: Endpoint<Request, Result>, request: Request): Promise<Result>;
	/** As `call`, with the exchange's clock at the time of the reply, milliseconds since the epoch. */
	timedCall<Request extends object, Result>(
		endpoint: Endpoint<Request, Result>,
		request: Request,
	): Promise<{ result: Result; timeMs: number }>;
	/** Stores a file for use in a chat message. */
	upload(file: OutgoingFile): Promise<UploadedFile>;
	/** Resolves after so many milliseconds: between two looks at an order. */
	wait(ms: number): Promise<void>;
	/** Runs tasks with the same name one after the other in this process, so that two executions do not act on one order at once. */
	runExclusive<T>(name: string, task: () => Promise<T>): Promise<T>;
}

export interface ClientParts {
	/** Cut out of what the exchange says: with a wrong signature it quotes the key. */
	readonly secrets: readonly string[];
	readonly origin: string;
	readonly send: Send;
	/** What calls with one key share in this process. */
	readonly session: Session;
	readonly wait: (ms: number) => Promise<void>;
	readonly now: () => number;
}

const CALL_TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 120_000;
/** Pauses before the repeats of a read: so many entries, so many repeats. */
const REPEAT_AFTER_MS = [250, 1_000, 2_500] as const;
const LONGEST_PAUSE_MS = 10_000;
const UPLOAD_FIELD = 'upload_file';

/** A client of the exchange that knows nothing of n8n. Reads are repeated at most three times, writes are not. */
export function createClient({ origin, secrets, send, session, wait, now }: ClientParts): BybitApi {
	async function attempt(
		endpoint: Endpoint<object, unknown>,
		body: string | Buffer | undefined,
		query: string,
		contentType: string,
		timeoutMs: number,
	): Promise<Envelope> {
		await session.limiter.acquire(endpoint.limit);
		const reply = await sent(endpoint.task, send, {
			method: endpoint.method,
			url: `${origin}${endpoint.path}${query}`,
			...(body === undefined ? {} : { body, contentType }),
			timeoutMs,
			clockOffsetMs: session.clockOffsetMs,
		});
		const envelope = readEnvelope(reply.body.toString('utf8'));
		if (envelope?.timeMs !== undefined) session.exchangeAheadMs = envelope.timeMs - now();
		const exchangeNowMs = envelope?.timeMs ?? exchangeClock();
		applyLimitHeaders(endpoint.limit, reply, exchangeNowMs);
		if (envelope === undefined || (envelope.code === undefined && reply.status !== 200)) {
			throw unreadable(endpoint.task, reply);
		}
		if (envelope.code === CODE.ok) return envelope;
		if (envelope.code === CODE.timestampOutsideWindow) correctClock(envelope.timeMs);
		throw new BybitError(
			endpoint.task,
			envelope.code,
			envelope.code === undefined ? 'the reply has no return code' : withoutSecrets(envelope.text, secrets),
			reply.status,
			pauseMs(reply, exchangeNowMs),
		);
	}

	function applyLimitHeaders(group: RateLimitGroup, reply: WireReply, exchangeNowMs: number): void {
		if (Number(reply.headers['x-bapi-limit-status'] ?? '1') > 0) return;
		const ms = pauseMs(reply, exchangeNowMs);
		if (ms !== undefined) session.limiter.pause(group, ms);
	}

	/** Tries until the answer is clear, as often as the kind of call allows. */
	async function callWithRetry(endpoint: Endpoint<object, unknown>, once: () => Promise<Envelope>): Promise<Envelope> {
		let clockCorrected = false;
		for (let repeats = 0; ; ) {
			const attempted = await resultOf(once);
			if ('value' in attempted) return attempted.value;
			const { error } = attempted;
			if (isOutsideWindow(error) && !clockCorrected && endpoint.retry !== 'never') {
				clockCorrected = true;
				continue;
			}
			if (endpoint.retry !== 'always' || repeats >= REPEAT_AFTER_MS.length || !mayPass(error)) throw error;
			await wait(pauseBefore(error, REPEAT_AFTER_MS[repeats]));
			repeats += 1;
		}
	}

	/** By the time in the refusal itself: that of an older reply would be as wrong as the reply is old. */
	function correctClock(exchangeTimeMs: number | undefined): void {
		if (exchangeTimeMs !== undefined) session.clockOffsetMs = exchangeTimeMs - now();
	}

	/** The exchange's clock as far as its replies told. */
	function exchangeClock(): number {
		return now() + (session.exchangeAheadMs ?? session.clockOffsetMs);
	}

	async function timedCall<Request extends object, Result>(
		endpoint: Endpoint<Request, Result>,
		request: Request,
	): Promise<{ result: Result; timeMs: number }> {
		const isQuery = endpoint.method === 'GET';
		const query = isQuery ? queryOf(request) : '';
		const body = isQuery ? undefined : jsonText(request);
		const envelope = await callWithRetry(
			endpoint,
			async () => await attempt(endpoint, body, query, 'application/json', CALL_TIMEOUT_MS),
		);
		return {
			result: envelope.result as Result,
			timeMs: envelope.timeMs ?? exchangeClock(),
		};
	}

	return {
		timedCall,
		call: async (endpoint, request) => (await timedCall(endpoint, request)).result,
		async upload(file) {
			const { body, contentType } = multipart(UPLOAD_FIELD, file);
			const envelope = await callWithRetry(
				endpoints.uploadFile,
				async () => await attempt(endpoints.uploadFile, body, '', contentType, UPLOAD_TIMEOUT_MS),
			);
			return (envelope.result ?? {}) as UploadedFile;
		},
		wait,
		runExclusive: session.runExclusive,
	};
}

/** What the exchange says, without the text it signed and without the key. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
	const plain = text.replace(/origin_string\s*\[[^]*\]/gi, 'origin_string[hidden]');
	return secrets.filter((secret) => secret !== '').reduce((shown, secret) => shown.split(secret).join('hidden'), plain);
}

async function sent(task: string, send: Send, request: WireRequest): Promise<WireReply> {
	try {
		return await send(request);
	} catch (error) {
		throw noReplyFrom(task, error);
	}
}

/** Our own errors pass as they are; all else is the network's, whose words may quote headers. */
function noReplyFrom(task: string, error: unknown): Error {
	if (error instanceof NoReply || error instanceof BybitError) return error;
	return new NoReply(task, 'the connection was lost or timed out');
}

function unreadable(task: string, reply: WireReply): Error {
	if ([401, 403, 404, 429].includes(reply.status)) return new BybitError(task, undefined, '', reply.status);
	const what = reply.body.length === 0 ? 'an empty reply' : 'a reply that is not JSON';
	return new NoReply(task, `${what} (HTTP ${reply.status})`);
}

function isOutsideWindow(error: unknown): boolean {
	return error instanceof BybitError && error.code === CODE.timestampOutsideWindow;
}

/** True for weather: what may be gone a moment later. */
function mayPass(error: unknown): boolean {
	if (error instanceof NoReply) return true;
	return error instanceof BybitError && (error.leavesOutcomeOpen || error.isRateLimited);
}

function pauseBefore(error: unknown, usualMs: number): number {
	const asked = error instanceof BybitError ? error.retryAfterMs : undefined;
	return Math.min(Math.max(usualMs, asked ?? 0), LONGEST_PAUSE_MS);
}

/** How long the exchange asks to wait; its reset time is told by its own clock. */
function pauseMs(reply: WireReply, exchangeNowMs: number): number | undefined {
	const resetMs = Number(reply.headers['x-bapi-limit-reset-timestamp'] ?? Number.NaN);
	if (!Number.isFinite(resetMs)) return undefined;
	return Math.min(Math.max(resetMs - exchangeNowMs, 0), LONGEST_PAUSE_MS);
}

/** The text that is signed and sent. A bigint becomes a bare number: cursors may have more digits than a number can hold. */
export function jsonText(request: object): string {
	const fields = Object.entries(request)
		.filter(([, value]) => value !== undefined)
		// Never left to JSON: other packages in n8n's process teach BigInt to print itself as text.
		.map(
			([name, value]) => `${JSON.stringify(name)}:${typeof value === 'bigint' ? String(value) : JSON.stringify(value)}`,
		);
	return `{${fields.join(',')}}`;
}

function queryOf(request: object): string {
	const text = Object.entries(request)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
		.join('&');
	return text === '' ? '' : `?${text}`;
}
