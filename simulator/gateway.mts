import type { Call, EffectKind, Route } from './call.mts';
import type { Deals } from './deals.mts';
import { Fields } from './fields.mts';
import type { Key } from './keys.mts';
import { codes, isGatewayCode, Refusal } from './refusal.mts';
import { routes } from './routes.mts';
import { singlePart } from './multipart.mts';
import type { EnvelopeStyle, WireReply, WireRequest } from './wire.mts';
import { envelope, json } from './wire.mts';
import type { World } from './world.mts';

export interface Passage {
	readonly isStale: boolean;
	readonly took: (kind: EffectKind, orderId?: string) => void;
}

/** From a request to the exchange's real reply: address, path, signature, limits, permission, then the call itself. */
export function answer(world: World, deals: Deals, request: WireRequest, passage: Passage): WireReply {
	const nowMs = world.clock.now();
	if (world.behaviour.limits && !world.guard.admits(request.ip, nowMs)) {
		return { status: 403, headers: { 'content-type': 'text/plain' }, body: 'access too frequent' };
	}
	const route = routes.get(request.path);
	if (route === undefined) return plain(404, 'v5', 404, `path not found: ${request.path}`, nowMs);
	if (route.method !== request.method) return plain(405, 'v5', 405, `${request.path} takes ${route.method}`, nowMs);

	let headers: Record<string, string> = {};
	try {
		const key = route.access === 'none' ? undefined : world.keys.authenticate(request, nowMs);
		headers = key === undefined ? {} : limited(world, route, key, nowMs);
		if (key !== undefined) allow(route, key);
		const isStale = passage.isStale && route.kind === 'read';
		const call: Call = {
			world,
			deals,
			request,
			key: key ?? nobody,
			fields: fieldsOf(request, route),
			took: passage.took,
			isStale,
		};
		const content = { code: 0, message: route.success, result: route.answer(call), nowMs };
		return json(200, envelope(route.envelope, content), headers);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const style = isGatewayCode(error.code) || error.status !== 200 ? 'v5' : route.envelope;
		return plain(error.status, style, error.code, error.message, nowMs, {
			...headers,
			...(error instanceof LimitRefusal ? error.headers : {}),
		});
	}
}

/** The body as the call log shows it: parsed JSON, or what was uploaded. */
export function readableBody(request: WireRequest): unknown {
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

const nobody: Key = {
	apiKey: '',
	readOnly: true,
	permissions: [],
	ips: [],
	createdAt: 0,
	expiresAt: 0,
	advertiser: false,
	environment: 'sim',
};

class LimitRefusal extends Refusal {
	constructor(readonly headers: Readonly<Record<string, string>>) {
		super(codes.tooManyRequests, 'Too many visits. Exceeded the API Rate Limit.');
	}
}

/** The documentation limits P2P calls by account; the v5 calls beside them have limits of their own that are not played here. */
function limited(world: World, route: Route, key: Key, nowMs: number): Record<string, string> {
	if (!world.behaviour.limits || !route.path.startsWith('/v5/p2p/')) return {};
	const account = key.advertiser ? world.merchant.userId : key.apiKey;
	const state = world.limiter.take(account, route.kind, nowMs);
	if (!state.allowed) throw new LimitRefusal(state.headers);
	return { ...state.headers };
}

function allow(route: Route, key: Key): void {
	if (!route.path.startsWith('/v5/p2p/')) return;
	const isMissing =
		route.permission === undefined ? key.permissions.length === 0 : !key.permissions.includes(route.permission);
	if (isMissing || (route.kind === 'write' && key.readOnly)) {
		throw new Refusal(codes.permissionMissing, 'Permission denied, please check your API key permissions.');
	}
	if (!key.advertiser)
		throw new Refusal(codes.notAnAdvertiser, 'You are not a general advertiser. API access is not available.');
}

function fieldsOf(request: WireRequest, route: Route): Fields {
	if (route.method === 'GET' || route.bodyForm === 'multipart') return new Fields({});
	const text = request.body.toString('utf8');
	try {
		const values: unknown = JSON.parse(text);
		if (typeof values === 'object' && values !== null && !Array.isArray(values))
			return new Fields(values as Record<string, unknown>, text);
	} catch {
		// Told below, as for every other body that is no JSON object.
	}
	throw new Refusal(codes.badParameter, 'Request parameter error: the body must be a JSON object');
}

function plain(
	status: number,
	style: EnvelopeStyle,
	code: number,
	message: string,
	nowMs: number,
	headers: Record<string, string> = {},
): WireReply {
	return json(status, envelope(style, { code, message, result: style === 'p2p' ? null : {}, nowMs }), headers);
}
