import { spawn } from 'node:child_process';

/** A step that did not happen, said so that the person at the keyboard knows what to do next. */
export class Stopped extends Error {}

/** The npm at work, for Ctrl-C. */
let running;

/**
 * Runs npm to its end, with npm's own output on the terminal. Without a network it gives up after seconds, not after many minutes.
 *
 * @param {string[]} args
 * @param {{ folder: string, what: string, expected: string, env?: Record<string, string | undefined> }} options
 * @throws {Stopped} when npm did not succeed
 */
export async function npm(args, { folder, what, expected, env = {} }) {
	console.log(`  ${what}: ${expected}`);
	const startedAt = Date.now();
	const code = await run([...args, '--no-audit', '--no-fund', '--loglevel=error', ...GIVE_UP_SOON], folder, env);
	if (code !== 0)
		throw new Stopped(`${what}: npm ended with ${code}, see above. Start again: finished parts are kept.`);
	console.log(`  ${what}: done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

const GIVE_UP_SOON = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Ends the npm that is at work, with the compilers it started. Asked politely it would first undo what it did, which takes as
 * long as doing it; what is half installed is recognised and repaired by the next start.
 */
export function endInstall() {
	try {
		if (process.platform === 'win32') running?.kill();
		else if (running !== undefined) process.kill(-running.pid, 'SIGKILL');
	} catch {
		// Ended meanwhile.
	}
}

function run(args, cwd, env) {
	// npm's own script where it is known, which also works on Windows.
	const script = process.env.npm_execpath;
	const [command, ...first] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
	return new Promise((resolve) => {
		running = spawn(command, [...first, ...args], {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'inherit', 'inherit'],
			detached: process.platform !== 'win32',
		});
		running.on('error', (error) => resolve(error.message));
		running.on('close', (code, signal) => resolve(code ?? signal));
	});
}
