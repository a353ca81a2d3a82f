import { gzipSync } from 'node:zlib';

import { codes, isGatewayCode } from './codes.mts';
import type { EnvelopeStyle } from './envelope.mts';
import { envelope } from './envelope.mts';
import type { FaultOptions } from './faults.mts';
import type { HttpReply } from './http.mts';
import { json } from './http.mts';
import type { CallKind } from './limits.mts';
import { limitHeaders } from './limits.mts';

/** What a refusal needs to know of the call that it answers. */
interface CallForm {
	readonly kind: CallKind;
	readonly envelope: EnvelopeStyle;
}

/** The reply that a fault puts in the place of the real one. */
export function faultReply(fault: FaultOptions, real: HttpReply, call: CallForm | undefined, nowMs: number): HttpReply {
	switch (fault.kind) {
		case 'lostBefore':
		case 'lostAfter':
			return { ...real, cut: true };
		case 'delay':
			return { ...real, delayMs: fault.delayMs ?? 1000 };
		case 'stale':
			return real;
		case 'status':
			return {
				status: fault.status ?? 500,
				headers: { 'content-type': 'text/plain' },
				body: fault.message ?? 'Server error',
			};
		case 'html403':
			return htmlPage(403, fault.message ?? 'Access too frequent. Please try again in 10 minutes.');
		case 'html502':
			return htmlPage(502, fault.message ?? 'Bad Gateway');
		case 'garbage':
			return { ...real, status: 200, body: '{"ret_code":0,"ret_msg":"SUCC' };
		case 'emptyBody':
			return { ...real, status: 200, body: '' };
		case 'redirect':
			return { status: 302, headers: { location: fault.location ?? '/elsewhere' }, body: '' };
		case 'hugeGzip':
			return {
				...real,
				status: 200,
				headers: { ...real.headers, 'content-encoding': 'gzip' },
				body: gzipOfZeros(fault.sizeBytes ?? 1024 ** 3),
			};
		case 'code':
			return codeReply(fault, call, nowMs);
	}
}

function codeReply(
	{ code = 10016, message, status }: FaultOptions,
	call: CallForm | undefined,
	nowMs: number,
): HttpReply {
	const style = isGatewayCode(code) ? 'v5' : (call?.envelope ?? 'p2p');
	const headers = code === codes.tooManyRequests ? limitHeaders(call?.kind ?? 'read', 0, nowMs + 1000) : {};
	return json(
		status ?? 200,
		envelope(style, { code, message: message ?? 'Refused on request of a scenario.', result: null, nowMs }),
		headers,
	);
}

function htmlPage(status: number, text: string): HttpReply {
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>${text}</p></body></html>`,
	};
}

const blockBytes = 1024 ** 2;

/** Gzip that unpacks to so many zero bytes, in whole megabytes: one small member for each. */
function gzipOfZeros(sizeBytes: number): Buffer {
	const member = gzipSync(Buffer.alloc(blockBytes));
	return Buffer.concat(Array.from({ length: Math.ceil(sizeBytes / blockBytes) }, () => member));
}
