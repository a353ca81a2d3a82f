/**
 * `npm run test:n8n [-- --n8n <version>] [<jest arguments>]`: the tests in a real n8n process; installs what is missing first.
 * With a version, those that every n8n must pass run in that one, for trying what the package claims.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install/ensure.mjs';
import { CACHE, ROOT } from './install/layout.mjs';
import { ensureOtherN8n } from './install/otherN8n.mjs';

const IN_EVERY_N8N = ['credential', 'httpRequest', 'workflows', 'demo', 'schedulers'];

const { version, jestArguments } = parsed(process.argv.slice(2));
await ensureInstalled({ n8n: true });
const otherN8n = version === undefined ? {} : { OTHER_N8N: await ensureOtherN8n(version) };
mkdirSync(join(CACHE, 'results'), { recursive: true });
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const results = join(CACHE, 'results', version === undefined ? 'n8n.json' : `n8n-${version}.json`);
const child = spawn(
	process.execPath,
	[jest, '--config', join('test', 'n8n', 'jest.config.js'), '--json', `--outputFile=${results}`, ...jestArguments],
	{ cwd: ROOT, env: { ...process.env, ...otherN8n }, stdio: ['ignore', 'ignore', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
	console.error(`jest was not started: ${error.message}`);
	process.exit(1);
});
child.once('close', (code, signal) => process.exit(signal ? 1 : code));

function parsed(args) {
	const at = args.indexOf('--n8n');
	if (at === -1) return { version: undefined, jestArguments: args };
	const wanted = args[at + 1] ?? '';
	if (!/^\d+\.\d+\.\d+$/.test(wanted)) {
		console.error('--n8n takes an exact version, for example --n8n 1.123.81');
		process.exit(2);
	}
	const rest = args.filter((_, index) => index !== at && index !== at + 1);
	return { version: wanted, jestArguments: rest.length > 0 ? rest : IN_EVERY_N8N };
}
