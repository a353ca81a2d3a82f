/** Every command that the documentation names is run by a test: here, or by the one that the table names. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { createExchange } from '../../simulator/server.mts';
import { commandsIn, curlRequest, scriptOf } from '../support/docCommands.mts';
import { ROOT } from '../support/packedPackage.mts';

const HERE = 'test/package/readmeCommands.test.mts';
/** The tests themselves. */
const CI = '.github/workflows/ci.yml';

/** Which file runs each command. */
const RUN_BY: Readonly<Record<string, string>> = {
	'npm run demo': 'test/n8n/demo.test.mts',
	'npm run demo -- --once': 'test/n8n/demo.test.mts',
	'npm test': CI,
	'npm run test:n8n': CI,
	'npm run test:page': CI,
	'npm run test:queue': CI,
	'npm run simulator -- --port 8391': HERE,
	'npm run names': HERE,
	[`echo '{"action":"list_orders","status":20}' | npm run -s p2p`]: HERE,
	'npx tsx simulator/main.mts --port 8391': HERE,
	'npx tsx simulator/main.mts --now 1790000000000 --seed 7': HERE,
	'npx tsx simulator/main.mts --rsa': HERE,
};

const scripts = (JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }).scripts;
const commands = [...new Set(['README.md', 'simulator/README.md'].flatMap((file) => commandsIn(read(file))))];
const curls = commands.filter((command) => command.startsWith('curl '));

function read(file: string): string {
	return readFileSync(join(ROOT, file), 'utf8');
}

const children: ChildProcess[] = [];
afterEach(() => {
	for (const { pid, exitCode } of children.splice(0)) if (pid !== undefined && exitCode === null) endGroup(pid);
});

/** npm, its shell and what they started. */
function endGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGTERM');
	} catch {
		// Ended meanwhile.
	}
}

type Run = { readonly output: () => string; readonly ended: Promise<number | null> };

/** The command in a shell of its own, as a reader types it. */
function typed(command: string, env: Readonly<Record<string, string>> = {}): Run {
	const { NODE_ENV: _, ...rest } = process.env;
	const child = spawn('sh', ['-c', command], {
		cwd: ROOT,
		env: { ...rest, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	children.push(child);
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
	return { output: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** The command on a free port, once it listens there. @returns its address and what it said */
async function simulatorTyped(command: string): Promise<{ readonly url: string; readonly said: string }> {
	const port = await freePort();
	const run = typed(`${command.replace(/ --port \d+/, '')} --port ${port}`);
	let isOver = false;
	void run.ended.then(() => (isOver = true));
	const last = command.includes('--rsa') ? /END PRIVATE KEY/ : /API secret: .*\n/;
	while (!last.test(run.output()) && !isOver) await new Promise((resolve) => setTimeout(resolve, 50));
	return { url: `http://127.0.0.1:${port}`, said: run.output() };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe('the commands of the documentation', () => {
	it('are each in the table, and the table holds no other', () => {
		const inTable = Object.keys(RUN_BY);

		expect(commands.filter((command) => !curls.includes(command) && !inTable.includes(command))).toEqual([]);
		expect(inTable.filter((command) => !everyCommand().includes(command))).toEqual([]);
		expect(curls.length).toBeGreaterThan(4);
	});

	it.each(everyCommand().filter((command) => scriptOf(command) !== null))(
		'name a script that there is: %s',
		(command) => {
			const script = scripts[scriptOf(command) ?? ''];

			expect(script).toEqual(expect.any(String));
			expect(filesOf(script).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
		},
	);

	it.each(Object.entries(RUN_BY).filter(([, file]) => file !== HERE))(
		'are run where the table says: %s in %s',
		(command, file) => {
			const runner = read(file);
			const started = file === CI ? [`run: ${command}`] : filesOf(scripts[scriptOf(command) ?? '']);

			expect(started).not.toEqual([]);
			expect(started.filter((text) => !runner.includes(text))).toEqual([]);
		},
	);
});

/** The files that a script names. */
function filesOf(script: string): string[] {
	return script.split(' ').filter((word) => /\.(mts|mjs|js|json)$/.test(word));
}

/** Those of the guides for developers too, which may name any script there is. */
function everyCommand(): string[] {
	const files = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'examples/README.md'];
	return [...new Set([...commands, ...files.flatMap((file) => commandsIn(read(file)))])];
}

describe('a command that is run here', () => {
	it.each(Object.keys(RUN_BY).filter((command) => /simulator/.test(command)))(
		'serves the exchange: %s',
		async (command) => {
			const { url, said } = await simulatorTyped(command);

			const state = await (await fetch(`${url}/_sim/state`)).json();

			expect(state).toMatchObject({ orders: [] });
			expect([said.includes(url), said.includes('sim-rsa-key')]).toEqual([true, command.includes('--rsa')]);
		},
	);

	it('plays the other side, as each curl of the README of the simulator says', async () => {
		const { url, exchange, close } = await createExchange();
		try {
			const statuses: number[] = [];
			for (const { method, path, body } of curls.map(curlRequest)) {
				const reply = await fetch(url + path.replace('<id>', exchange.orders()[0]?.id ?? ''), {
					method,
					body: body?.replace('"..."', '"iVBORw0KGgo="'),
				});
				statuses.push(reply.status);
			}

			expect(statuses).toEqual(curls.map(() => 200));
			const [{ id, status }] = exchange.orders();
			expect(status).toBe(20);
			expect(
				exchange
					.messagesOf(id)
					.flatMap(({ from, fileName, content }) => (from === 'system' ? [] : fileName || content)),
			).toEqual(['paid', 'r.png']);
		} finally {
			await close();
		}
	});

	it('asks the exchange from a script', async () => {
		const [command = ''] = Object.keys(RUN_BY).filter((one) => one.startsWith('echo '));
		const { url, exchange, close } = await createExchange({ limits: false });
		try {
			const { id } = exchange.openOrder({ side: 'sell' });
			exchange.buyerPays(id);
			const run = typed(command, { BYBIT_API_KEY: 'sim-key', BYBIT_API_SECRET: 'sim-secret', BYBIT_BASE_URL: url });

			const code = await run.ended;

			expect(code).toBe(0);
			expect(JSON.parse(run.output())).toEqual({ count: 1, orders: [expect.objectContaining({ order_id: id })] });
		} finally {
			await close();
		}
	});

	it('tells names apart (with 1,200 pairs instead of a million)', async () => {
		const run = typed('npm run names -- 1200');

		const code = await run.ended;

		expect([code, run.output()]).toEqual([0, expect.stringMatching(/\n1200 pairs,[^]*\nall +\d+ +\d+ +1\.0000 /)]);
	});
});
