import { type AddressInfo, createServer } from 'node:net';

const HOST = '127.0.0.1';

/** A port nobody listens on now. */
export const freePort = (): Promise<number> => listenBriefly(0);

/** @throws when somebody listens there already */
export async function assertFree(port: number, option: string): Promise<void> {
	await listenBriefly(port).catch((cause: NodeJS.ErrnoException) => {
		const reason = cause.code === 'EADDRINUSE' ? 'in use by another program' : `not available (${cause.code})`;
		throw new Error(
			`Port ${port} is ${reason}. Choose another with ${option} <number>, or leave ${option} out to take a free one.`,
		);
	});
}

function listenBriefly(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, HOST, () => {
			const { port: taken } = server.address() as AddressInfo;
			server.close(() => resolve(taken));
		});
	});
}
