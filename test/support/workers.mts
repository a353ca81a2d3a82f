/**
 * Workers of n8n in front of one simulated exchange, in one process and without a network: each has a session of its own, as each
 * process has, and everything that goes over their wires is written down.
 */
import { createClient, type BybitApi } from '../../nodes/BybitP2P/api/client';
import type { OutgoingFile } from '../../nodes/BybitP2P/api/multipart';
import { createSession } from '../../nodes/BybitP2P/api/session';
import { signedHeaders } from '../../nodes/BybitP2P/api/sign';
import { adviceFor } from '../../nodes/BybitP2P/n8n/advice';
import type { Operation, Output } from '../../nodes/BybitP2P/action/operation';
import type { Files } from '../../nodes/BybitP2P/n8n/attachments';
import { Exchange, type ExchangeOptions } from '../../simulator/exchange.mts';

export const NOW = 1_790_000_000_000;
export const ORIGIN = 'https://exchange.test';
const KEY = { keyType: 'hmac', apiKey: 'sim-key', apiSecret: 'sim-secret', recvWindowMs: 5000 } as const;

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

/** When a process dies: at its `nth` call to a path, before the exchange gets it or after. */
export interface Death {
	readonly path: string;
	readonly nth: number;
	readonly moment: 'before' | 'after';
}

export type Settled =
	| { readonly type: 'given'; readonly json: Readonly<Record<string, unknown>>; readonly outputs: readonly Output[] }
	| { readonly type: 'thrown'; readonly name: string; readonly message: string; readonly advice: string }
	| { readonly type: 'died' };

export interface Job {
	readonly operation: Operation;
	readonly params: Readonly<Record<string, unknown>>;
	readonly file?: OutgoingFile;
}

/** All workers of one exchange with their common record. */
export class Workshop {
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
	private readonly session = createSession('test', () => this.workshop.exchange.now(), this.wait);

	constructor(private readonly workshop: Workshop) {}

	/** Runs an operation to its end, or to the death of the process. */
	async run({ operation, params, file }: Job, death?: Death): Promise<Settled & { readonly run: number }> {
		const run = this.workshop.nextRun();
		let die = (): void => {};
		const died = new Promise<Settled>((resolve) => {
			die = () => resolve({ type: 'died' });
		});
		const api = this.api(run, death === undefined ? undefined : { ...death, die });
		const context = { api, origin: ORIGIN, params: { get: (name: string) => params[name] }, files: filesWith(file) };
		const done = operation.execute(context).then((output): Settled => {
			const outputs = [output].flat() as Output[];
			return { type: 'given', json: (outputs[0]?.json ?? {}) as Record<string, unknown>, outputs };
		}, thrown);
		return { ...(await Promise.race([done, died])), run };
	}

	api(run = this.workshop.nextRun(), death?: Death & { readonly die: () => void }): BybitApi {
		const { exchange, wire } = this.workshop;
		const now = (): number => exchange.now();
		let meetings = 0;
		return createClient({
			secrets: [],
			origin: ORIGIN,
			session: this.session,
			wait: this.wait,
			now,
			send: async ({ method, url, body = '', contentType = 'application/json', timeoutMs, clockOffsetMs }) => {
				const { pathname: path, search } = new URL(url);
				const dies = death !== undefined && path === death.path && (meetings += 1) === death.nth;
				const never = new Promise<never>(() => {});
				if (dies && death.moment === 'before') {
					death.die();
					return await never;
				}
				const payload = method === 'GET' ? search.slice(1) : body;
				const headers = Object.entries(signedHeaders(KEY, payload, exchange.now() + clockOffsetMs));
				const reply = exchange.handle({
					method,
					path,
					query: search.slice(1),
					headers: { ...lowerCase(headers), 'content-type': contentType },
					body: Buffer.from(body),
					ip: '127.0.0.1',
				});
				const isLost = reply.cut === true || (reply.delayMs ?? 0) > timeoutMs;
				const answer = isLost || dies ? {} : { reply: { status: reply.status, ...envelopeOf(reply.body) } };
				const isStale = exchange.calls.at(-1)?.fault === 'stale';
				wire.push({ run, path, body: Buffer.isBuffer(body) ? '(bytes)' : body, isStale, ...answer });
				if (dies) {
					death.die();
					return await never;
				}
				await this.wait(Math.min(reply.delayMs ?? 0, timeoutMs));
				if (isLost) throw new Error('socket hang up');
				return {
					status: reply.status,
					headers: lowerCase(Object.entries(reply.headers)),
					body: Buffer.from(reply.body),
				};
			},
		});
	}

	/** Time passes at the exchange and nowhere else. */
	private get wait(): (ms: number) => Promise<void> {
		return async (ms) => {
			this.workshop.exchange.advance(ms);
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

function lowerCase(headers: ReadonlyArray<readonly [string, string]>): Record<string, string> {
	return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
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
