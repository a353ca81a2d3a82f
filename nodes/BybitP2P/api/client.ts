import { attemptCall, type Connection, type Payload } from './attempt';
import { endpoints, type Endpoint } from './endpoints';
import { multipart, type OutgoingFile } from './multipart';
import { callWithRetry } from './retry';
import type { UploadedFile } from './types';
import { jsonText, queryText } from './wire';

/** The exchange, as the rest of the package sees it. */
export interface BybitApi {
	/** @throws BybitError when the exchange said no, NoReply when it said nothing. */
	call<Request extends object, Result>(endpoint: Endpoint<Request, Result>, request: Request): Promise<Result>;
	/** As `call`, with the exchange's clock at the time of the reply, milliseconds since the epoch. */
	timedCall<Request extends object, Result>(
		endpoint: Endpoint<Request, Result>,
		request: Request,
	): Promise<{ result: Result; timeMs: number }>;
	/** Stores a file for use in a chat message. */
	upload(file: OutgoingFile): Promise<UploadedFile>;
	/** Resolves after so many milliseconds: between two reads of an order. */
	wait(ms: number): Promise<void>;
	/** Runs tasks with the same name one after the other in this process, so that two executions do not act on one order at once. */
	runExclusive<T>(name: string, task: () => Promise<T>): Promise<T>;
	/** What a part of this package remembers for the key in this process: made by the first call, the same for all later ones. */
	shared<T>(create: () => T): T;
}

export interface ClientParts extends Connection {
	readonly wait: (ms: number) => Promise<void>;
}

const CALL_TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 120_000;
const UPLOAD_FIELD = 'upload_file';

/** A client of the exchange that knows nothing of n8n. Reads are retried at most three times, writes are not. */
export function createClient({ wait, ...connection }: ClientParts): BybitApi {
	const callPayload = async (endpoint: Endpoint<object, unknown>, payload: Payload) =>
		await callWithRetry(endpoint.retry, wait, async () => await attemptCall(connection, endpoint, payload));

	const timedCall: BybitApi['timedCall'] = async <Request extends object, Result>(
		endpoint: Endpoint<Request, Result>,
		request: Request,
	) => {
		const payload = endpoint.method === 'GET' ? { query: queryText(request) } : { body: jsonText(request) };
		const { result, timeMs } = await callPayload(endpoint, { ...payload, timeoutMs: CALL_TIMEOUT_MS });
		return { result: result as Result, timeMs };
	};

	return {
		timedCall,
		call: async (endpoint, request) => (await timedCall(endpoint, request)).result,
		async upload(file) {
			const payload = { ...multipart(UPLOAD_FIELD, file), timeoutMs: UPLOAD_TIMEOUT_MS };
			const { result } = await callPayload(endpoints.uploadFile, payload);
			return (result ?? {}) as UploadedFile;
		},
		wait,
		runExclusive: connection.session.runExclusive,
		shared: connection.session.shared,
	};
}
