import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request exactly as it came over the wire. */
export interface Recorded {
	readonly method: string;
	/** Path and query, unparsed. */
	readonly target: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

export interface Recorder {
	readonly url: string;
	readonly requests: readonly Recorded[];
	close(): Promise<void>;
}

/** A server on this machine that writes down what arrives. @param answer - ends the reply, or leaves it open for ever. */
export async function aRecorder(answer: (request: Recorded, response: ServerResponse) => void): Promise<Recorder> {
	const requests: Recorded[] = [];
	const server = createServer((incoming, response) => {
		recorded(incoming).then(
			(request) => {
				requests.push(request);
				answer(request, response);
			},
			() => response.destroy(),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		async close() {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** Ends a reply with JSON. */
export function answerJson(response: ServerResponse, reply: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(reply));
}

async function recorded(incoming: IncomingMessage): Promise<Recorded> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
	const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
	return { method: incoming.method ?? '', target: incoming.url ?? '', headers, body: Buffer.concat(chunks) };
}
