import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensureBuilt } from '../../demo/n8n/build.mts';
import { freePort } from '../../demo/n8n/ports.mts';
import { startN8n } from '../../demo/n8n/process.mts';
import { addPackage, newUserFolder } from '../../demo/n8n/userFolder.mts';
import { CACHE, ROOT } from '../../tools/install/layout.mjs';

type Run = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> };

const runs: Run[] = [];
afterEach(() => {
	for (const { child } of runs.splice(0)) child.kill('SIGTERM');
});

/** The demo as `npm run demo` starts it, from outside. */
function demo(...args: readonly string[]): Run {
	const child = spawn(process.execPath, ['tools/run.mjs', '--with-n8n', 'demo/main.mts', ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
	const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
	const run = { child, output: () => text, ended };
	runs.push(run);
	return run;
}

async function seen({ output, ended }: Run, pattern: RegExp): Promise<RegExpMatchArray> {
	let hasEnded = false;
	void ended.then(() => (hasEnded = true));
	for (;;) {
		const match = output().match(pattern);
		if (match) return match;
		if (hasEnded) throw new Error(`The demo ended before ${pattern}:\n${output()}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

const n8nOf = async (run: Run): Promise<number> => Number((await seen(run, /n8n \(process (\d+)\)/))[1]);

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Folders of demos, each named after the process that made it. */
const foldersOf = ({ child }: Run): string[] => {
	const folder = join(CACHE, 'runs');
	return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${child.pid}-`)) : [];
};

describe('the demo', () => {
	it('plays its scenario once, as the exchange counts it, and leaves nothing behind', async () => {
		const run = demo('--once');
		const n8n = await n8nOf(run);

		const code = await run.ended;

		expect([code, run.output()]).toEqual([0, expect.stringContaining('one greeting, one release and one thank-you')]);
		expect([isAlive(n8n), foldersOf(run)]).toEqual([false, []]);
	});

	it('opens with the page to play the buyer on and the editor, before anything is played', async () => {
		const run = demo();
		await seen(run, /opened order/);

		const [, page] = await seen(run, /Play the buyer yourself +(http:\S+)/);
		const [, editor] = await seen(run, /See the workflow +(http:\S+)/);

		expect(run.output().indexOf('Play the buyer yourself')).toBeLessThan(run.output().indexOf('opened order'));
		const [html, n8n] = await Promise.all(
			[page, editor].map(
				async (address) => await (await fetch(address ?? '', { headers: { accept: 'text/html' } })).text(),
			),
		);
		expect([html, n8n]).toEqual([expect.stringContaining('Rehearsal exchange'), expect.stringMatching(/n8n/i)]);
	});

	it('plays its scenario while somebody orders on the page what it proposes', async () => {
		const run = demo('--once');
		const [, page] = await seen(run, /Play the buyer yourself +(http:\S+)/);
		const order = { amount: '93', price: '0.93', counterparty: 'AnnaBuys', counterpartyName: 'Anna Schmidt' };
		await fetch(`${page}/_sim/orders`, { method: 'POST', body: JSON.stringify(order) });

		const code = await run.ended;

		expect([code, run.output()]).toEqual([0, expect.stringContaining('one greeting, one release and one thank-you')]);
	});

	it('plays its scenario with an n8n that runs already, and leaves it running', async () => {
		await ensureBuilt();
		const folder = newUserFolder();
		await addPackage(folder);
		const n8n = startN8n({ userFolder: folder.path, port: await freePort(), brokerPort: await freePort() });
		try {
			const run = demo('--once', '--n8n', n8n.url);

			const code = await run.ended;

			expect([code, run.output()]).toEqual([0, expect.stringContaining('one greeting, one release and one thank-you')]);
			expect(isAlive(n8n.pid)).toBe(true);
		} finally {
			await n8n.stop();
			folder.remove();
		}
	});

	it('says what did not happen when n8n is killed in the middle', async () => {
		const run = demo('--once');
		const n8n = await n8nOf(run);
		await seen(run, /opened order/);

		process.kill(n8n, 'SIGKILL');
		const code = await run.ended;

		expect([code, run.output()]).toEqual([
			1,
			expect.stringMatching(/n8n did not greet the buyer in chat: n8n ended by itself \(SIGKILL\)/),
		]);
		expect(foldersOf(run)).toEqual([]);
	});

	it('ends everything when it is interrupted', async () => {
		const run = demo('--once');
		const n8n = await n8nOf(run);

		run.child.kill('SIGINT');
		const code = await run.ended;

		expect(code).toBe(130);
		expect([isAlive(n8n), foldersOf(run)]).toEqual([false, []]);
	});

	it('names a port that is in use', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => other.once('listening', resolve));
		const { port } = other.address() as AddressInfo;

		const run = demo('--once', '--port', String(port));
		const code = await run.ended;
		other.close();

		expect([code, run.output()]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
	});
});
