/** A reply of the exchange, whichever of its two envelopes it came in. */
export interface Envelope {
	/** 0 is success; undefined means that the reply had no code at all, which is no success. */
	readonly code: number | undefined;
	readonly text: string;
	readonly result: unknown;
	/** The exchange's clock when it answered, milliseconds since the epoch. */
	readonly timeMs: number | undefined;
}

/**
 * Reads `{ret_code, ret_msg, result, time_now}` (P2P; seconds with a fraction, as text) and `{retCode, retMsg, result, time}` (gateway, v5,
 * cancel review; milliseconds).
 *
 * @returns undefined when the text is not a JSON object: a page of the network in front of the exchange.
 */
export function readEnvelope(text: string): Envelope | undefined {
	const reply = parsedObject(text);
	if (reply === undefined) return undefined;
	const code = reply.ret_code ?? reply.retCode;
	return {
		code: isNumeric(code) ? Number(code) : undefined,
		text: String(reply.ret_msg ?? reply.retMsg ?? ''),
		result: reply.result,
		timeMs: timeOf(reply),
	};
}

function parsedObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

/** A time of 0 is a field that nobody filled. */
function timeOf(reply: Record<string, unknown>): number | undefined {
	if (isNumeric(reply.time_now) && Number(reply.time_now) > 0) return Math.floor(Number(reply.time_now) * 1000);
	return isNumeric(reply.time) && Number(reply.time) > 0 ? Number(reply.time) : undefined;
}

function isNumeric(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim());
}
