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
