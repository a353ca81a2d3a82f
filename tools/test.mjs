/**
 * `npm test [-- <jest arguments>]`: everything that needs no n8n process, cheapest first, up to the first red.
 * On a fresh clone it installs first.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install/ensure.mjs';
import { CACHE, ROOT } from './install/layout.mjs';

const bin = (...path) => [process.execPath, join(ROOT, 'node_modules', ...path)];
const n8nNode = bin('@n8n', 'node-cli', 'bin', 'n8n-node.mjs');
const results = join(CACHE, 'results', 'unit.json');

const steps = [
	['Format', [...bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']],
	['Lint', [...n8nNode, 'lint']],
	['Types', [...bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.check.json']],
	['Build', [...n8nNode, 'build']],
	['Tests', [...bin('jest', 'bin', 'jest.js'), '--json', `--outputFile=${results}`, ...process.argv.slice(2)]],
];

await ensureInstalled();
mkdirSync(join(CACHE, 'results'), { recursive: true });
for (const [name, command] of steps) {
	const startedAt = Date.now();
	console.log(`\n== ${name}`);
	const outcome = await run(command);
	const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
	if (outcome !== 0) {
		console.error(
			`\n== ${name}: red (${outcome}) after ${seconds} s${name === 'Tests' ? '' : '; what comes after it was not run'}.`,
		);
		process.exit(1);
	}
	console.log(`== ${name}: green in ${seconds} s`);
}
console.log('\nAll green.');

function run([command, ...args]) {
	return new Promise((resolve) => {
		// jest prints its report to stderr and, with --json, the results to stdout, where nobody wants to read them.
		const isJest = args.some((arg) => arg.startsWith('--outputFile'));
		const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', isJest ? 'ignore' : 'inherit', 'inherit'] });
		const forward = (signal) => child.kill(signal);
		process.once('SIGINT', forward).once('SIGTERM', forward);
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => {
			process.off('SIGINT', forward).off('SIGTERM', forward);
			resolve(code ?? signal);
		});
	});
}
