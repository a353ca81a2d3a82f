import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that takes time in both directions. */
export interface SlowNetwork {
	readonly url: string;
	close(): Promise<void>;
}

/** @param delayMs - from a request to its reply, half each way. */
export async function slowNetwork(target: string, delayMs: number): Promise<SlowNetwork> {
	const { hostname, port } = new URL(target);
	const open = new Set<Socket>();
	const server = createServer((incoming) => {
		const outgoing = connect(Number(port), hostname);
		for (const [from, to] of [
			[incoming, outgoing],
			[outgoing, incoming],
		] as const) {
			open.add(from);
			from.setNoDelay();
			from.on('data', (chunk) => void setTimeout(() => to.write(chunk), delayMs / 2));
			from.on('close', () => {
				open.delete(from);
				setTimeout(() => to.end(), delayMs / 2);
			});
			from.on('error', () => to.destroy());
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
