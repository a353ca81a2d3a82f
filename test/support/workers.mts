/**
 * Workers of n8n in front of one simulated exchange, in one process and without a network: each has a session of its own, as each
 * process has, and everything that goes over their wires is written down.
 */
import { createClient, type BybitApi } from '../../nodes/BybitP2P/api/client';
import type { OutgoingFile } from '../../nodes/BybitP2P/api/multipart';
import { createSession } from '../../nodes/BybitP2P/api/session';
import type { WireReply, WireRequest } from '../../nodes/BybitP2P/api/wire';
import { adviceFor } from '../../nodes/BybitP2P/n8n/advice';
import { resources } from '../../nodes/BybitP2P/action';
import type { Operation, Output } from '../../nodes/BybitP2P/action/operation';
import type { Files } from '../../nodes/BybitP2P/n8n/attachments';
import { Exchange, type ExchangeOptions } from '../../simulator/exchange.mts';
import { lowerCase, replyTo } from './inProcessCall.mts';

export const NOW = 1_790_000_000_000;
export const ORIGIN = 'https://exchange.test';
const KEY = { apiKey: 'sim-key', apiSecret: 'sim-secret' };

export function anExchange(options: ExchangeOptions = {}): Exchange {
	return new Exchange({ now: NOW, limits: false, ...options });
}

/** One call as the wire saw it. */
export interface WireCall {
	/** Which run of an operation sent it. */
	readonly run: number;
	readonly path: string;
	readonly body: string;
	/** The exchange showed an order as it was before its last change. */
	readonly isStale: boolean;
	/** Absent when no reply came. */
	readonly reply?: { readonly status: number; readonly code?: number; readonly result: unknown };
}

/** When a process is killed: at its `nth` call to a path, before the exchange gets it or after. */
export interface Kill {
	readonly path: string;
	readonly nth: number;
	readonly moment: 'before' | 'after';
}

export type Settled =
	| { readonly type: 'given'; readonly json: Readonly<Record<string, unknown>>; readonly outputs: readonly Output[] }
	| { readonly type: 'thrown'; readonly name: string; readonly message: string; readonly advice: string }
	| { readonly type: 'killed' };

export interface Job {
	readonly operation: Operation;
	readonly params: Readonly<Record<string, unknown>>;
	readonly file?: OutgoingFile;
}

export function operationCalled(resource: string, operation: string): Operation {
	const found = resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
	if (found === undefined) throw new Error(`There is no operation ${resource}.${operation}`);
	return found;
}

/** All workers of one exchange with their common record. */
export class WorkerPool {
	readonly wire: WireCall[] = [];
	private runs = 0;

	constructor(readonly exchange: Exchange = anExchange()) {}

	/** A process: what runs in it shares a session. */
	worker(): Worker {
		return new Worker(this);
	}

	nextRun(): number {
		this.runs += 1;
		return this.runs;
	}
}

export class Worker {
	private readonly session = createSession('test', () => this.pool.exchange.now(), this.wait);

	constructor(private readonly pool: WorkerPool) {}

	/** Runs an operation to its end, or until the process is killed. */
	async run({ operation, params, file }: Job, kill?: Kill): Promise<Settled & { readonly run: number }> {
		const run = this.pool.nextRun();
		let end = (): void => {};
		const killed = new Promise<Settled>((resolve) => {
			end = () => resolve({ type: 'killed' });
		});
		const api = this.api(run, kill === undefined ? undefined : { ...kill, end });
		const context = { api, origin: ORIGIN, params: { get: (name: string) => params[name] }, files: filesWith(file) };
		const done = operation.execute(context).then((output): Settled => {
			const outputs = [output].flat() as Output[];
			return { type: 'given', json: (outputs[0]?.json ?? {}) as Record<string, unknown>, outputs };
		}, thrown);
		return { ...(await Promise.race([done, killed])), run };
	}

	api(run = this.pool.nextRun(), kill?: Kill & { readonly end: () => void }): BybitApi {
		let meetings = 0;
		return createClient({
			secrets: [],
			origin: ORIGIN,
			session: this.session,
			wait: this.wait,
			now: () => this.pool.exchange.now(),
			send: async (request) => {
				const { pathname: path } = new URL(request.url);
				const isKilled = kill !== undefined && path === kill.path && (meetings += 1) === kill.nth;
				if (!isKilled) return await this.send(request, run);
				if (kill.moment === 'after') this.ask(request, run, true);
				kill.end();
				return await new Promise<never>(() => {});
			},
		});
	}

	private async send(request: WireRequest, run: number): Promise<WireReply> {
		const { reply, isLost } = this.ask(request, run, false);
		await this.wait(Math.min(reply.delayMs ?? 0, request.timeoutMs));
		if (isLost) throw new Error('socket hang up');
		return {
			status: reply.status,
			headers: lowerCase(Object.entries(reply.headers)),
			body: Buffer.from(reply.body),
		};
	}

	/** Asks the exchange, and notes the call. @param isKilled - nobody is there to take the reply. */
	private ask(request: WireRequest, run: number, isKilled: boolean) {
		const { exchange, wire } = this.pool;
		const { url, body = '', timeoutMs, clockOffsetMs } = request;
		const reply = replyTo(exchange, KEY, request, exchange.now() + clockOffsetMs);
		const isLost = reply.cut === true || (reply.delayMs ?? 0) > timeoutMs;
		const answer = isLost || isKilled ? {} : { reply: { status: reply.status, ...envelopeOf(reply.body) } };
		const isStale = exchange.calls.at(-1)?.fault === 'stale';
		wire.push({ run, path: new URL(url).pathname, body: Buffer.isBuffer(body) ? '(bytes)' : body, isStale, ...answer });
		return { reply, isLost };
	}

	/** Time passes at the exchange and nowhere else. */
	private get wait(): (ms: number) => Promise<void> {
		return async (ms) => {
			this.pool.exchange.advance(ms);
			await Promise.resolve();
		};
	}
}

function thrown(error: unknown): Settled {
	const { name, message } = error as Error;
	return { type: 'thrown', name, message, advice: adviceFor(error) ?? '' };
}

function filesWith(file: OutgoingFile | undefined): Files {
	return {
		async read() {
			if (file === undefined) throw new Error('The test gave no file');
			return await Promise.resolve(file);
		},
		async prepare({ content, fileName, mimeType }) {
			return await Promise.resolve({ data: content.toString('base64'), fileName, mimeType });
		},
		async download() {
			return await Promise.reject(new Error('The test downloads nothing'));
		},
	};
}

function envelopeOf(body: string | Buffer): { code?: number; result: unknown } {
	try {
		const {
			ret_code: p2p,
			retCode: v5,
			result,
		} = JSON.parse(body.toString()) as { ret_code?: number; retCode?: number; result?: unknown };
		return { code: p2p ?? v5, result };
	} catch {
		return { result: undefined };
	}
}
