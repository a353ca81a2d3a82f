/** `npm run test:n8n [-- <jest arguments>]`: the tests in a real n8n process; installs what is missing first. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install/ensure.mjs';
import { CACHE, ROOT } from './install/layout.mjs';

await ensureInstalled({ n8n: true });
mkdirSync(join(CACHE, 'results'), { recursive: true });
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const results = join(CACHE, 'results', 'n8n.json');
const child = spawn(
	process.execPath,
	[
		jest,
		'--config',
		join('test', 'n8n', 'jest.config.js'),
		'--json',
		`--outputFile=${results}`,
		...process.argv.slice(2),
	],
	{
		cwd: ROOT,
		stdio: ['ignore', 'ignore', 'inherit'],
	},
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
	console.error(`jest was not started: ${error.message}`);
	process.exit(1);
});
child.once('close', (code, signal) => process.exit(signal ? 1 : code));
