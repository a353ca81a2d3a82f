/** One HTTP request as the exchange sees it; header names in lower case, `query` without the question mark. */
export interface WireRequest {
	readonly method: string;
	readonly path: string;
	readonly query: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	readonly ip: string;
}

export interface WireReply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
	/** The connection is cut instead of answered. */
	readonly cut?: boolean;
	readonly delayMs?: number;
}

/** `p2p` is snake_case, `v5` camelCase (balance, key facts, time, cancel review, and every gateway refusal). */
export type EnvelopeStyle = 'p2p' | 'v5';

export interface EnvelopeContent {
	readonly code: number;
	readonly message: string;
	/** Left out on purpose when undefined: some successes carry no result at all. */
	readonly result?: unknown;
	readonly nowMs: number;
}

export function envelope(style: EnvelopeStyle, { code, message, result, nowMs }: EnvelopeContent): string {
	return style === 'p2p'
		? JSON.stringify({
				ret_code: code,
				ret_msg: message,
				result,
				ext_code: '',
				ext_info: {},
				time_now: (nowMs / 1000).toFixed(6),
			})
		: JSON.stringify({ retCode: code, retMsg: message, result: result ?? {}, retExtInfo: {}, time: nowMs });
}

export function json(status: number, body: string, headers: Record<string, string> = {}): WireReply {
	return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}
