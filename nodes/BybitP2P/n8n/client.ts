import {
	sleep,
	type IAllExecuteFunctions,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';

import { createClient, type BybitApi } from '../api/client';
import type { Send } from '../api/wire';
import type { Download } from '../api/download';
import { originOf } from '../api/environment';
import { InputError } from '../api/errors';
import { sessionOf } from '../api/session';
import { signingKeyOf } from './signedRequest';

/** The client of a node: its credential, and its requests through n8n. */

export const CREDENTIAL = 'bybitP2PApi';
const DOWNLOAD_TIMEOUT_MS = 60_000;

/** An n8n node that calls the exchange. */
export type Host = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** The exchange with the key of the node's credential. */
export interface Client {
	readonly api: BybitApi;
	readonly origin: string;
	/** Stands for the key, so that state is not carried over to another; not the key itself. */
	readonly keyName: string;
}

/** @throws InputError that says what the credential lacks. */
export async function openClient(host: Host): Promise<Client> {
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

function unusableCredential(error: unknown): InputError {
	return new InputError(
		error instanceof Error ? error.message : String(error),
		'Nothing was sent. Check the credential.',
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

/**
 * Files are fetched without the key: their addresses are signed by the exchange, and go to whoever sends one.
 *
 * Read as a stream: n8n sets no limit to a reply, and a megabyte of gzip may unpack to a gigabyte.
 */
export function downloadThrough(host: Host): Download {
	return async (url, maxBytes) => {
		const reply = (await host.helpers.httpRequest({
			method: 'GET',
			url,
			timeout: DOWNLOAD_TIMEOUT_MS,
			// The timeout ends with the first byte of a stream; this one holds for the whole.
			abortSignal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
		const wanted = reply.statusCode === 200 ? maxBytes : 0;
		return { status: reply.statusCode, ...(await firstBytes(reply.body, wanted)) };
	};
}

/** Reads no further than it must: leaving the loop ends the stream, and with it the connection. */
async function firstBytes(body: unknown, maxBytes: number): Promise<{ content: Buffer; isWhole: boolean }> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of isStream(body) ? body : [bytesOf(body)]) {
		length += chunk.length;
		if (length > maxBytes) return { content: Buffer.alloc(0), isWhole: false };
		chunks.push(chunk);
	}
	return { content: Buffer.concat(chunks), isWhole: true };
}

function isStream(body: unknown): body is AsyncIterable<Buffer> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function bytesOf(body: unknown): Buffer {
	if (Buffer.isBuffer(body)) return body;
	if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return Buffer.from(body as ArrayBuffer);
	if (body === undefined || body === null) return Buffer.alloc(0);
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}
