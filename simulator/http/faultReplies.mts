import type { Route } from '../routes/route.mts';
import { codes, isGatewayCode } from './codes.mts';
import { envelope } from './envelope.mts';
import type { FaultOptions } from './faults.mts';
import type { HttpReply } from './http.mts';
import { json } from './http.mts';
import { limitHeaders } from './limits.mts';

/** The reply that a fault puts in the place of the real one. */
export function faultReply(fault: FaultOptions, real: HttpReply, route: Route | undefined, nowMs: number): HttpReply {
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
		case 'code':
			return codeReply(fault, route, nowMs);
	}
}

function codeReply(
	{ code = 10016, message, status }: FaultOptions,
	route: Route | undefined,
	nowMs: number,
): HttpReply {
	const style = isGatewayCode(code) ? 'v5' : (route?.envelope ?? 'p2p');
	const headers = code === codes.tooManyRequests ? limitHeaders(route?.kind ?? 'read', 0, nowMs + 1000) : {};
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
