import { createClient, type BybitApi } from '../../nodes/BybitP2P/api/client';
import type { WireReply, WireRequest } from '../../nodes/BybitP2P/api/wire';
import { createSession, type Session } from '../../nodes/BybitP2P/api/session';
import { aVirtualClock, type VirtualClock } from './virtualClock.mts';

/** What the exchange answers to one call; `lost` is a connection that breaks without a word. */
export type Scripted = Partial<WireReply> | 'lost' | ((request: WireRequest) => Partial<WireReply>);

export interface ScriptedExchange {
	readonly api: BybitApi;
	readonly clock: VirtualClock;
	readonly session: Session;
	/** What was sent, oldest first. */
	readonly sent: readonly (WireRequest & { readonly atMs: number })[];
	/** The result of a call, letting time pass as it needs. */
	result<T>(promise: Promise<T>): Promise<T>;
}

/** Bytes of a reply. */
export function bytes(value: unknown): Buffer {
	return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8');
}

/** A reply in the envelope of P2P calls. */
export function p2pReply(
	code: number,
	result: unknown = null,
	more: { text?: string; timeMs?: number; headers?: Record<string, string> } = {},
): Partial<WireReply> {
	const { text = code === 0 ? 'SUCCESS' : 'Refused', timeMs, headers = {} } = more;
	const time = timeMs === undefined ? {} : { time_now: (timeMs / 1000).toFixed(6) };
	return { headers, body: bytes({ ret_code: code, ret_msg: text, result, ext_code: '', ext_info: {}, ...time }) };
}

/** A refusal of the gateway, in its own envelope. */
export function gatewayReply(
	code: number,
	more: { text?: string; timeMs?: number; headers?: Record<string, string>; status?: number } = {},
): Partial<WireReply> {
	const { text = 'Refused', timeMs, headers = {}, status = 200 } = more;
	const time = timeMs === undefined ? {} : { time: timeMs };
	return { status, headers, body: bytes({ retCode: code, retMsg: text, result: {}, retExtInfo: {}, ...time }) };
}

/** A client on an exchange that answers as scripted, one entry for each call; the last entry answers all further ones. */
export function aScriptedExchange(...script: readonly Scripted[]): ScriptedExchange {
	const clock = aVirtualClock();
	const session = createSession('test', clock.now, clock.wait);
	const sent: (WireRequest & { readonly atMs: number })[] = [];
	const start = clock.now();
	const api = createClient({
		secrets: [],
		origin: 'https://api.example.com',
		session,
		wait: clock.wait,
		now: clock.now,
		send: async (request) => {
			const answer = script[Math.min(sent.length, script.length - 1)] ?? p2pReply(0, {});
			sent.push({ ...request, atMs: clock.now() - start });
			if (answer === 'lost') throw new Error('socket hang up: X-BAPI-API-KEY: secret-key');
			const reply = typeof answer === 'function' ? answer(request) : answer;
			return { status: 200, headers: {}, body: Buffer.alloc(0), ...reply };
		},
	});
	return { api, clock, session, sent, result: async (promise) => await clock.until(promise) };
}
