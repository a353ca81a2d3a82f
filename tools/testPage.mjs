/**
 * `npm run test:page [-- <jest arguments>]`: the simulator's page, its types and its tests in a real Chromium; installs what is missing first.
 * Ends with 69 on a machine for which there is no Chromium.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install/ensure.mjs';
import { CACHE, ROOT } from './install/layout.mjs';

const bin = (...path) => join(ROOT, 'node_modules', ...path);
const results = join(CACHE, 'results', 'page.json');

await ensureInstalled({ browser: true });
mkdirSync(join(CACHE, 'results'), { recursive: true });
await run(bin('typescript', 'bin', 'tsc'), '-p', join('test', 'page', 'tsconfig.json'));
const config = ['--config', join('test', 'page', 'jest.config.js')];
await run(bin('jest', 'bin', 'jest.js'), ...config, '--json', `--outputFile=${results}`, ...process.argv.slice(2));

/** Ends the process when the step is red. jest prints its report to stderr and, with --json, the results to stdout. */
function run(script, ...args) {
	const isJest = args.includes('--json');
	const child = spawn(process.execPath, [script, ...args], {
		cwd: ROOT,
		stdio: ['ignore', isJest ? 'ignore' : 'inherit', 'inherit'],
	});
	const forward = (signal) => child.kill(signal);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, forward);
	return new Promise((resolve) => {
		child.once('error', (error) => {
			console.error(`${script} was not started: ${error.message}`);
			process.exit(1);
		});
		child.once('close', (code, signal) => {
			for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward);
			if (signal || code !== 0) process.exit(signal ? 1 : code);
			resolve();
		});
	});
}
