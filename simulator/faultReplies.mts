import type { Route } from './call.mts';
import type { FaultOptions } from './faults.mts';
import { limitHeaders } from './limits.mts';
import { codes, isGatewayCode } from './refusal.mts';
import type { WireReply } from './wire.mts';
import { envelope, json } from './wire.mts';

/** The reply that a fault puts in the place of the real one. */
export function faultReply(fault: FaultOptions, real: WireReply, route: Route | undefined, nowMs: number): WireReply {
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
			return html(403, fault.message ?? 'Access too frequent. Please try again in 10 minutes.');
		case 'html502':
			return html(502, fault.message ?? 'Bad Gateway');
		case 'garbage':
			return { ...real, status: 200, body: '{"ret_code":0,"ret_msg":"SUCC' };
		case 'emptyBody':
			return { ...real, status: 200, body: '' };
		case 'code':
			return refusal(fault, route, nowMs);
	}
}

function refusal({ code = 10016, message, status }: FaultOptions, route: Route | undefined, nowMs: number): WireReply {
	const style = isGatewayCode(code) ? 'v5' : (route?.envelope ?? 'p2p');
	const headers = code === codes.tooManyRequests ? limitHeaders(route?.kind ?? 'read', 0, nowMs + 1000) : {};
	return json(
		status ?? 200,
		envelope(style, { code, message: message ?? 'Refused on request of a scenario.', result: null, nowMs }),
		headers,
	);
}

function html(status: number, text: string): WireReply {
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>${text}</p></body></html>`,
	};
}
