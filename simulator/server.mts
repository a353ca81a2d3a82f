import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { controlReply } from './control.mts';
import type { ExchangeOptions } from './exchange.mts';
import { Exchange } from './exchange.mts';
import type { WireReply, WireRequest } from './wire.mts';

export interface SimulatorOptions extends ExchangeOptions {
	/** Default 0: any free one. */
	port?: number;
	/** Default 127.0.0.1. */
	host?: string;
}

export interface Simulator {
	readonly url: string;
	readonly exchange: Exchange;
	close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024 * 1024;

/** Serves an exchange over HTTP. Rejects when the port is taken. */
export async function startSimulator({
	port = 0,
	host = '127.0.0.1',
	...options
}: SimulatorOptions = {}): Promise<Simulator> {
	const exchange = new Exchange(options);
	const waiting = new Set<NodeJS.Timeout>();
	const server = createServer((incoming, response) => {
		receive(incoming)
			.then((request) => {
				const reply = controlReply(exchange, request) ?? exchange.handle(request);
				if (reply.delayMs === undefined) return deliver(response, reply, exchange.now());
				const timer = setTimeout(() => {
					waiting.delete(timer);
					deliver(response, reply, exchange.now());
				}, reply.delayMs);
				waiting.add(timer);
			})
			.catch((error: unknown) => {
				deliver(
					response,
					{ status: 500, headers: { 'content-type': 'text/plain' }, body: `simulator: ${String(error)}` },
					exchange.now(),
				);
			});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
		exchange,
		close: async () => {
			for (const timer of waiting) clearTimeout(timer);
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function receive(incoming: IncomingMessage): Promise<WireRequest> {
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

function deliver(response: ServerResponse, reply: WireReply, nowMs: number): void {
	if (reply.cut) {
		response.destroy();
		return;
	}
	// The exchange's clock, not this machine's: a client may learn the time from this header.
	response.sendDate = false;
	const length = Buffer.byteLength(reply.body);
	response.writeHead(reply.status, { Date: new Date(nowMs).toUTCString(), ...reply.headers, 'content-length': length });
	response.end(reply.body);
}
