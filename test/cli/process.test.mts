/** The command as people call it, in a process of its own: on the running Node, and on Node 24 where the project has fetched it. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';

// A process of its own takes some seconds on a busy machine.
jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '../..');

const nodes = [process.execPath, ...fetchedNodes()].map((binary) => ({ binary, name: binary.replace(ROOT, '.') }));

function fetchedNodes(): string[] {
	const folder = join(ROOT, '.cache', 'node24', 'node_modules');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.map((name) => join(folder, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'))
		.filter(existsSync);
}

let simulator: ExchangeServer;
beforeAll(async () => {
	simulator = await createExchange({ limits: false });
});
afterAll(async () => {
	await simulator.close();
});

interface Ended {
	readonly exitCode: number | null;
	readonly out: string;
	readonly answer: unknown;
}

async function run(binary: string, request: object): Promise<Ended> {
	const child = spawn(binary, ['cli/p2p.mjs'], {
		cwd: ROOT,
		env: {
			PATH: process.env.PATH,
			BYBIT_API_KEY: 'sim-key',
			BYBIT_API_SECRET: 'sim-secret',
			BYBIT_BASE_URL: simulator.url,
		},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	let out = '';
	child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
	child.stdin.end(JSON.stringify(request));
	const exitCode = await new Promise<number | null>((ended) => child.once('close', ended));
	return { exitCode, out, answer: JSON.parse(out) };
}

describe.each(nodes)('npm run -s p2p on $name', ({ binary }) => {
	it('answers with one line of JSON', async () => {
		const { exitCode, out, answer } = await run(binary, { action: 'get_account' });

		expect(exitCode).toBe(0);
		expect(answer).toMatchObject({ account: { nickname: simulator.exchange.merchant.nickName } });
		expect(out.split('\n')).toHaveLength(2);
	});

	it('calls its own refusal one, and says what to do', async () => {
		const { exitCode, answer } = await run(binary, { action: 'get_order', order_id: 19 });

		expect(exitCode).toBe(1);
		expect(answer).toEqual({
			error: {
				kind: 'refused',
				message: 'Order ID arrived as a number (19), so nothing was sent',
				todo: expect.stringMatching(/Keep the ID as text/),
			},
		});
	});

	it('gives the code of the exchange with what to do about it', async () => {
		const { answer } = await run(binary, { action: 'get_account', api_key: 'nobody', api_secret: 'nothing' });

		expect(answer).toMatchObject({
			error: { kind: 'bybit', code: 10003, todo: expect.stringMatching(/Choose the environment/) },
		});
	});

	it('distinguishes what is not confirmed from what is refused', async () => {
		const { id } = simulator.exchange.openOrder({ side: 'sell' });
		simulator.exchange.fault({ path: '/v5/p2p/chat/message/listpage_v1', kind: 'code', code: 912999999 });
		simulator.exchange.fault({ path: '/v5/p2p/chat/message/send_v1', kind: 'lostBefore' });

		const { answer } = await run(binary, { action: 'send_message', order_id: id, text: 'hello' });

		expect(answer).toMatchObject({
			error: {
				kind: 'not_confirmed',
				message: expect.stringMatching(/was sent, not confirmed/),
				todo: expect.stringMatching(/^Look into the chat/),
			},
		});
	});
});
