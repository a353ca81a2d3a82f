import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type SecureContext, TLSSocket, createSecureContext } from 'node:tls';
import { CertificateAuthority } from './certificates.mts';

/** A request to a service of the outside world, as it came out of the tunnel. */
export type ServiceRequest = {
	readonly method: string;
	readonly host: string;
	/** Without the query. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingMessage['headers'];
	readonly body: Buffer;
};

export type ServiceReply = {
	readonly status?: number;
	/** Sent as JSON. */
	readonly json?: unknown;
	readonly body?: Buffer;
	readonly headers?: Readonly<Record<string, string>>;
};

/** Plays one or more hosts of the internet. */
export type Service = {
	readonly hosts: readonly string[];
	answer(request: ServiceRequest): ServiceReply | Promise<ServiceReply>;
};

/** Stands for the internet: every HTTPS request goes through it, and only the given services answer. */
export class ForwardProxy {
	private readonly authority = new CertificateAuthority();
	private readonly contexts = new Map<string, SecureContext>();
	private readonly sockets = new Set<Socket>();
	private readonly proxy: Server;
	private readonly inside: Server;
	/** Hosts that somebody wanted to reach and that nobody plays. */
	readonly unknownHosts: string[] = [];

	private constructor(private readonly services: readonly Service[]) {
		this.inside = createServer((request, response) => void this.forward(request, response));
		this.proxy = createServer((_, response) => response.writeHead(501).end());
		this.proxy.on('connect', (request: IncomingMessage, socket: Socket) => this.tunnel(request, socket));
		this.proxy.on('connection', (socket: Socket) => {
			this.sockets.add(socket);
			socket.once('close', () => this.sockets.delete(socket));
		});
	}

	static async start(services: readonly Service[]): Promise<ForwardProxy> {
		const proxy = new ForwardProxy(services);
		await new Promise<void>((resolve) => proxy.proxy.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
	}

	/** Whoever uses this proxy must trust it. */
	get authorityCert(): string {
		return this.authority.cert;
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise<void>((resolve) => this.proxy.close(() => resolve()));
	}

	private tunnel(request: IncomingMessage, socket: Socket): void {
		socket.on('error', () => socket.destroy());
		const host = (request.url ?? '').split(':')[0] ?? '';
		if (this.serviceOf(host) === undefined) {
			this.unknownHosts.push(host);
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		const secure = new TLSSocket(socket, { isServer: true, secureContext: this.contextOf(host) });
		secure.on('error', () => secure.destroy());
		this.inside.emit('connection', secure);
	}

	private contextOf(host: string): SecureContext {
		const context = this.contexts.get(host) ?? createSecureContext(this.authority.identityOf(host));
		this.contexts.set(host, context);
		return context;
	}

	private async forward(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
		const host = (incoming.headers.host ?? '').split(':')[0] ?? '';
		const { pathname, searchParams } = new URL(incoming.url ?? '/', `https://${host}`);
		const {
			status = 200,
			json,
			body,
			headers = {},
		} = (await this.serviceOf(host)?.answer({
			method: incoming.method ?? 'GET',
			host,
			path: pathname,
			query: searchParams,
			headers: incoming.headers,
			body: Buffer.concat(chunks),
		})) ?? { status: 404 };
		const content = body ?? Buffer.from(json === undefined ? '' : JSON.stringify(json));
		const type = json === undefined ? {} : { 'content-type': 'application/json' };
		response.writeHead(status, { ...type, ...headers, 'content-length': content.length });
		response.end(content);
	}

	private serviceOf(host: string): Service | undefined {
		return this.services.find(({ hosts }) => hosts.includes(host));
	}
}
