import { spawnSync } from 'node:child_process';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../support/packedPackage.mts';

let server: Server | undefined;
afterEach(async () => {
	await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
	server = undefined;
});

async function openPort(): Promise<string> {
	const opened = createServer((socket) => socket.destroy());
	await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
	server = opened;
	return String((opened.address() as AddressInfo).port);
}

/** Nobody listens there any more. */
async function closedPort(): Promise<string> {
	const port = await openPort();
	await new Promise((resolve) => server?.close(resolve));
	server = undefined;
	return port;
}

function testQueue(env: Readonly<Record<string, string>>) {
	const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools', 'testQueue.mjs')], {
		env: { ...process.env, PGHOST: '', REDIS_HOST: '', ...env },
		encoding: 'utf8',
	});
	return { status, said: stderr };
}

describe('npm run test:queue', () => {
	it('fails without its services, names them and says how to start them', async () => {
		const port = await closedPort();

		const { status, said } = testQueue({ PGPORT: port, REDIS_PORT: port });

		expect(status).toBe(1);
		expect(said).toContain(
			`PostgreSQL does not answer at 127.0.0.1:${port} and Redis does not answer at 127.0.0.1:${port}`,
		);
		expect(said).toMatch(/docker run [^]*postgres[^]*docker run [^]*redis[^]*PGHOST[^]*REDIS_HOST/);
	});

	it('names only the one that is missing, and where the environment says it is', async () => {
		const closed = await closedPort();

		const { status, said } = testQueue({ PGPORT: await openPort(), REDIS_HOST: 'localhost', REDIS_PORT: closed });

		expect(status).toBe(1);
		expect(said).toContain(`not tried: Redis does not answer at localhost:${closed}.`);
	});
});
