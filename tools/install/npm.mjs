import { spawn } from 'node:child_process';
import { startHeartbeat } from './heartbeat.mjs';

/** A step that did not happen, said so that the person at the keyboard knows what to do next. */
export class Stopped extends Error {
	constructor(message, npmSaid = '') {
		super(message);
		this.npmSaid = npmSaid;
	}
}

/** How npm is called here: through its own script where that is known, which also works on Windows. */
export function npmCommand() {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}

/**
 * Runs npm quietly, with a heartbeat while it works.
 *
 * @param {string[]} args
 * @param {{ folder: string, what: string, expected: string, measure?: string, env?: Record<string, string | undefined> }} options
 * @throws {Stopped} with the last lines of npm and advice
 */
export async function npm(args, { folder, what, expected, measure, env = {} }) {
	const stop = startHeartbeat(what, expected, measure);
	const { code, output } = await run(
		[...npmCommand(), ...args, '--no-audit', '--no-fund', '--loglevel=error'],
		folder,
		env,
	);
	const seconds = stop();
	if (code === 0) {
		console.log(`  ${what}: done in ${seconds} s`);
		return;
	}
	throw new Stopped(
		`${what} was not installed (npm ended with ${code}).\n${keyLines(output)}\n${advice(output)}`,
		output,
	);
}

/** Asks the registry one small question: without a network `npm ci` would try for many minutes before it says so. */
export async function registryAnswers(spec) {
	const { code, output } = await run(
		[
			...npmCommand(),
			'view',
			spec,
			'version',
			'--prefer-online',
			'--loglevel=error',
			'--fetch-retries=1',
			'--fetch-retry-mintimeout=500',
			'--fetch-retry-maxtimeout=2000',
			'--fetch-timeout=15000',
		],
		process.cwd(),
		{},
	);
	if (code === 0) return;
	throw new Stopped(
		`The npm registry did not answer for ${spec}, so nothing was installed.\n${keyLines(output)}\n${advice(output)}`,
	);
}

const running = new Set();
let isEnding = false;

/**
 * Ends the npm that is at work, with the compilers it started. Asked politely it would first undo what it did, which takes as
 * long as doing it; what is half installed is recognised and repaired by the next start anyway.
 */
export function endInstall() {
	isEnding = true;
	for (const child of running) {
		try {
			if (process.platform === 'win32') child.kill();
			else process.kill(-child.pid, 'SIGKILL');
		} catch {
			// Ended meanwhile.
		}
	}
}

function run([command, ...args], cwd, env) {
	if (isEnding) throw new Stopped('Interrupted');
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: process.platform !== 'win32',
		});
		running.add(child);
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
		child.on('error', (error) => resolve({ code: error.message, output }));
		child.on('close', (code, signal) => {
			running.delete(child);
			resolve({ code: code ?? signal, output });
		});
	});
}

/** npm's code and reason stand first in what it says, a compiler's last. */
function keyLines(output) {
	const lines = output
		.trim()
		.split('\n')
		.filter((line) => line.trim() && !/npm warn|complete log/i.test(line));
	const code = lines.findIndex((line) => /npm error code/i.test(line));
	const shown = code === -1 || /gyp/.test(output) ? lines.slice(-8) : lines.slice(code, code + 4);
	return shown.map((line) => `    ${line}`).join('\n');
}

function advice(output) {
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i.test(output)) {
		return 'Check the network or the proxy (npm config get registry), then start again: finished parts are kept.';
	}
	if (/ENOSPC/.test(output)) return 'The disk is full. Free about 4 GB, then start again.';
	if (/EACCES|EPERM/.test(output)) return 'This user may not write here. Use a folder of your own, then start again.';
	if (/node-gyp|gyp ERR/.test(output))
		return 'SQLite is compiled when no ready binary can be fetched: install python3, make and a C++ compiler, then start again.';
	return 'Start again: finished parts are kept. If it stays like this, remove the folder .cache first.';
}
