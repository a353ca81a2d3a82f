import type { Key } from './entities/keys.mts';
import type { OrderLifecycle } from './entities/orderLifecycle.mts';
import type { Snapshot } from './entities/snapshot.mts';
import { authenticate } from './http/authentication.mts';
import type { EffectKind } from './http/callLog.mts';
import { codes, isGatewayCode } from './http/codes.mts';
import type { EnvelopeStyle } from './http/envelope.mts';
import { envelope } from './http/envelope.mts';
import type { HttpReply, HttpRequest } from './http/http.mts';
import { json, plainText } from './http/http.mts';
import { singlePart } from './http/multipart.mts';
import { Refused } from './http/refused.mts';
import { Fields } from './routes/fields.mts';
import { routes } from './routes/index.mts';
import type { Call, Route } from './routes/route.mts';
import type { Store } from './store.mts';

export interface AnswerOptions {
	/** What reads show instead of the present. */
	readonly snapshot: Snapshot | undefined;
	readonly noteEffect: (kind: EffectKind, orderId?: string) => void;
}

/** From a request to the exchange's real reply: address, path, signature, limits, permission, then the call itself. */
export function answerRequest(
	store: Store,
	lifecycle: OrderLifecycle,
	request: HttpRequest,
	options: AnswerOptions,
): HttpReply {
	const nowMs = store.clock.now();
	if (store.behaviour.limits && !store.addressLimiter.admits(request.ip, nowMs)) {
		return plainText(403, 'access too frequent');
	}
	const route = routes.get(request.path);
	if (route === undefined) return refusedReply(404, 'v5', 404, `path not found: ${request.path}`, nowMs);
	if (route.method !== request.method)
		return refusedReply(405, 'v5', 405, `${request.path} takes ${route.method}`, nowMs);

	let headers: Record<string, string> = {};
	try {
		const key = route.access === 'none' ? undefined : authenticate(store.keys, request, nowMs);
		headers = key === undefined ? {} : takeFromLimit(store, route, key, nowMs);
		if (key !== undefined) checkPermission(route, key);
		const call: Call = {
			store,
			lifecycle,
			request,
			key: key ?? anonymousKey,
			fields: readFields(request, route),
			noteEffect: options.noteEffect,
			snapshot: route.kind === 'read' ? options.snapshot : undefined,
		};
		const content = { code: 0, message: route.success, result: route.answer(call), nowMs };
		return json(200, envelope(route.envelope, content), headers);
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		const style = isGatewayCode(error.code) || error.status !== 200 ? 'v5' : route.envelope;
		const limitHeaders = error instanceof RateLimited ? error.headers : headers;
		return refusedReply(error.status, style, error.code, error.message, nowMs, limitHeaders);
	}
}

/** The body as the call log shows it: parsed JSON, or what was uploaded. */
export function readableBody(request: HttpRequest): unknown {
	if (request.body.length === 0) return null;
	if ((request.headers['content-type'] ?? '').startsWith('multipart/')) {
		try {
			const part = singlePart(request.headers['content-type'], request.body);
			return { upload: part.fileName, size: part.content.length, mime: part.mime };
		} catch {
			return { upload: '', size: request.body.length, mime: '' };
		}
	}
	try {
		return JSON.parse(request.body.toString('utf8')) as unknown;
	} catch {
		return request.body.toString('utf8');
	}
}

const anonymousKey: Key = {
	apiKey: '',
	readOnly: true,
	permissions: [],
	ips: [],
	createdAt: 0,
	expiresAt: 0,
	advertiser: false,
	environment: 'sim',
	userId: '',
};

class RateLimited extends Refused {
	constructor(readonly headers: Readonly<Record<string, string>>) {
		super(codes.tooManyRequests, 'Too many visits. Exceeded the API Rate Limit.');
	}
}

/** The documentation limits P2P calls by account; the v5 calls beside them have limits of their own that are not played here. */
function takeFromLimit(store: Store, route: Route, key: Key, nowMs: number): Record<string, string> {
	if (!store.behaviour.limits || !route.path.startsWith('/v5/p2p/')) return {};
	const account = key.advertiser ? key.userId : key.apiKey;
	const state = store.rateLimiter.take(account, route.kind, nowMs);
	if (!state.allowed) throw new RateLimited(state.headers);
	return { ...state.headers };
}

function checkPermission(route: Route, key: Key): void {
	if (!route.path.startsWith('/v5/p2p/')) return;
	const isMissing =
		route.permission === undefined ? key.permissions.length === 0 : !key.permissions.includes(route.permission);
	if (isMissing || (route.kind === 'write' && key.readOnly)) {
		throw new Refused(codes.permissionMissing, 'Permission denied, please check your API key permissions.');
	}
	if (!key.advertiser)
		throw new Refused(codes.notAnAdvertiser, 'You are not a general advertiser. API access is not available.');
}

function readFields(request: HttpRequest, route: Route): Fields {
	if (route.method === 'GET' || route.bodyForm === 'multipart') return new Fields({});
	const text = request.body.toString('utf8');
	try {
		const values: unknown = JSON.parse(text);
		if (typeof values === 'object' && values !== null && !Array.isArray(values))
			return new Fields(values as Record<string, unknown>, text);
	} catch {
		// Refused below, as every other body that is no JSON object.
	}
	throw new Refused(codes.badParameter, 'Request parameter error: the body must be a JSON object');
}

function refusedReply(
	status: number,
	style: EnvelopeStyle,
	code: number,
	message: string,
	nowMs: number,
	headers: Readonly<Record<string, string>> = {},
): HttpReply {
	return json(status, envelope(style, { code, message, result: style === 'p2p' ? null : {}, nowMs }), headers);
}
