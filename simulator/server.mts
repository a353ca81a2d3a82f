import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { controlReply } from './controls/httpControls.mts';
import type { ExchangeOptions } from './core.mts';
import { Exchange } from './exchange.mts';
import type { HttpReply, HttpRequest } from './http/http.mts';
import { plainText } from './http/http.mts';
import { pageReply } from './http/page.mts';

export interface ServerOptions extends ExchangeOptions {
	/** Default 0: any free one. */
	port?: number;
	/** Default 127.0.0.1. */
	host?: string;
}

/** An exchange that answers over HTTP. */
export interface ExchangeServer {
	readonly url: string;
	/** The same exchange without HTTP: all controls are its methods. */
	readonly exchange: Exchange;
	/** Everything anew, under the same address. */
	reset(options?: ExchangeOptions): void;
	/** Ends the server and every open connection. */
	close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024 * 1024;

/** Serves an exchange over HTTP. Rejects when the port is taken. */
export async function createExchange({
	port = 0,
	host = '127.0.0.1',
	...options
}: ServerOptions = {}): Promise<ExchangeServer> {
	const exchange = new Exchange(options);
	const delayed = new Set<NodeJS.Timeout>();
	const server = createServer((incoming, response) => {
		receive(incoming)
			.then((request) => reply(exchange, request, response, delayed))
			.catch((error: unknown) => deliver(response, plainText(500, `simulator: ${String(error)}`), exchange.now()));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	return {
		url: urlOf(server.address() as AddressInfo),
		exchange,
		reset: (anew) => exchange.reset(anew),
		close: async () => {
			for (const timer of delayed) clearTimeout(timer);
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** An address on which it is reached from this machine: 0.0.0.0 is where it listens, not where it is. */
function urlOf({ address, family, port }: AddressInfo): string {
	const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address;
	return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`;
}

function reply(exchange: Exchange, request: HttpRequest, response: ServerResponse, delayed: Set<NodeJS.Timeout>): void {
	const answer = pageReply(request) ?? controlReply(exchange, request) ?? exchange.handle(request);
	if (answer.delayMs === undefined) return deliver(response, answer, exchange.now());
	const timer = setTimeout(() => {
		delayed.delete(timer);
		deliver(response, answer, exchange.now());
	}, answer.delayMs);
	delayed.add(timer);
}

async function receive(incoming: IncomingMessage): Promise<HttpRequest> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > maxBodyBytes) throw new RangeError('the request is too large');
		chunks.push(chunk);
	}
	const [path, ...query] = (incoming.url ?? '/').split('?');
	const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
	const ip = (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
	return { method: incoming.method ?? 'GET', path, query: query.join('?'), headers, body: Buffer.concat(chunks), ip };
}

function deliver(response: ServerResponse, reply: HttpReply, nowMs: number): void {
	if (reply.cut) {
		response.destroy();
		return;
	}
	// The exchange's clock, not this machine's: a client may learn the time from this header.
	response.sendDate = false;
	const length = reply.status === 304 ? {} : { 'content-length': Buffer.byteLength(reply.body) };
	response.writeHead(reply.status, { Date: new Date(nowMs).toUTCString(), ...reply.headers, ...length });
	response.end(reply.body);
}
