import {
	NodeApiError,
	NodeOperationError,
	sleep,
	type IAllExecuteFunctions,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INode,
	type IPollFunctions,
	type JsonObject,
} from 'n8n-workflow';

import { createClient, type BybitApi, type Send } from './api/client';
import type { Download } from './api/download';
import { originOf } from './api/environment';
import { BybitError, NoReply, Refusal } from './api/errors';
import { sessionOf } from './api/session';
import { signingKeyOf } from './api/signedRequest';
import { NotConfirmed } from './safety/outcome';

/** The edge to n8n: credentials, requests and errors. */

export const CREDENTIAL = 'bybitP2PApi';
const DOWNLOAD_TIMEOUT_MS = 60_000;

/** An n8n node that talks to the exchange. */
export type Host = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** The exchange with the key of the node's credential. */
export interface Client {
	readonly api: BybitApi;
	readonly origin: string;
	/** Stands for the key, so that state is not carried over to another; not the key itself. */
	readonly keyName: string;
}

/** @throws Refusal that says what the credential lacks. */
export async function clientOf(host: Host): Promise<Client> {
	const credentials = await host.getCredentials(CREDENTIAL);
	const { origin, apiKey } = checkedCredential(credentials);
	const now = (): number => Date.now();
	const session = sessionOf(origin, apiKey, now, sleep);
	const api = createClient({ origin, secrets: [apiKey], send: sendThrough(host), session, wait: sleep, now });
	return { api, origin, keyName: session.name };
}

function checkedCredential(credentials: Readonly<Record<string, unknown>>): { origin: string; apiKey: string } {
	try {
		return { origin: originOf(credentials), apiKey: signingKeyOf(credentials).apiKey };
	} catch (error) {
		throw unusableCredential(error);
	}
}

function unusableCredential(error: unknown): Refusal {
	return new Refusal(
		error instanceof Error ? error.message : String(error),
		'Nothing was sent. Open the credential and mend it.',
	);
}

/** Requests go through n8n, which signs them with the credential and knows about proxies and blocked addresses. */
function sendThrough(host: Host): Send {
	return async ({ method, url, body, contentType, timeoutMs, clockOffsetMs }) => {
		const options: IHttpRequestOptions & { clockOffsetMs: number } = {
			method,
			url,
			...(body === undefined ? {} : { body, headers: { 'Content-Type': contentType } }),
			timeout: timeoutMs,
			// Bytes: a reply may be a page or a file as well as JSON, and is read in one place.
			encoding: 'arraybuffer',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			clockOffsetMs,
		};
		const reply = (await host.helpers.httpRequestWithAuthentication.call(
			host as IAllExecuteFunctions,
			CREDENTIAL,
			options,
		)) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
		return {
			status: reply.statusCode,
			headers: Object.fromEntries(
				Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
			),
			body: bytesOf(reply.body),
		};
	};
}

/** Files are fetched without the key: their addresses are signed by the exchange, and go to whoever sends one. */
export function downloadThrough(host: Host): Download {
	return async (url) => {
		const reply = (await host.helpers.httpRequest({
			method: 'GET',
			url,
			timeout: DOWNLOAD_TIMEOUT_MS,
			encoding: 'arraybuffer',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
		return { status: reply.statusCode, content: bytesOf(reply.body) };
	};
}

function bytesOf(body: unknown): Buffer {
	if (Buffer.isBuffer(body)) return body;
	if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return Buffer.from(body as ArrayBuffer);
	if (body === undefined || body === null) return Buffer.alloc(0);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}

/**
 * Any error as n8n shows it: the message says what did not happen, the description what to do.
 *
 * @param itemIndex - the input item it belongs to; none for the trigger.
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const item = itemIndex === undefined ? {} : { itemIndex };
	if (error instanceof BybitError || error instanceof NoReply) {
		const httpCode = error instanceof NoReply ? '503' : httpCodeOf(error);
		return new NodeApiError(node, { message } as JsonObject, { message, description: error.todo, httpCode, ...item });
	}
	const description = error instanceof Refusal || error instanceof NotConfirmed ? { description: error.todo } : {};
	return new NodeOperationError(node, message, { ...description, ...item });
}

/** What n8n counts as rate-limited or as a matter of access. */
function httpCodeOf(error: BybitError): string {
	if (error.concernsPace) return '429';
	if (error.concernsAccess) return error.httpStatus === 401 ? '401' : '403';
	return String(error.httpStatus === 200 ? 400 : error.httpStatus);
}
