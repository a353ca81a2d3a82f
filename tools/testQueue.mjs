/**
 * `npm run test:queue [-- --short] [-- --if-available] [<jest arguments>]`: n8n in queue mode, on a real PostgreSQL and Redis.
 *
 * Where they are: PGHOST, PGPORT, PGUSER, PGPASSWORD, REDIS_HOST, REDIS_PORT, REDIS_PASSWORD; by default on this machine's standard
 * ports. It makes a database of its own and a prefix of its own for keys, and removes both.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install/ensure.mjs';
import { CACHE, ROOT } from './install/layout.mjs';
import { HOW_TO_START, missingServices, ownPlace, servicesFrom } from './queueServices.mjs';

const results = join(CACHE, 'results', 'queue.json');
const args = process.argv.slice(2);
const isAsked = (flag) => args.includes(flag);
const jestArguments = args.filter((arg) => !['--short', '--if-available'].includes(arg));

const services = servicesFrom(process.env);
mkdirSync(join(CACHE, 'results'), { recursive: true });
const missing = await missingServices(services);
if (missing.length > 0) notTried(missing.join(' and '));

await ensureInstalled({ n8n: true });
const place = await ownPlace(services).catch((error) => notTried(error.message));
let code = 1;
try {
	code = await runJest(place.settings);
} finally {
	await place.remove();
}
process.exit(code);

/** Ends the process: as failed when these tests were asked for, else with a line and no results. */
function notTried(reason) {
	const what = `n8n in queue mode was not tried: ${reason}.`;
	if (!isAsked('--if-available')) {
		console.error(`${what}\n${HOW_TO_START}`);
		process.exit(1);
	}
	console.log(what);
	writeFileSync(results, JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }));
	process.exit(0);
}

function runJest(settings) {
	const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const child = spawn(
		process.execPath,
		[jest, '--config', join('test', 'queue', 'jest.config.js'), '--json', `--outputFile=${results}`, ...jestArguments],
		{
			cwd: ROOT,
			env: {
				...process.env,
				QUEUE_TEST_SETTINGS: JSON.stringify(settings),
				QUEUE_TEST_LENGTH: isAsked('--short') ? 'short' : 'full',
			},
			stdio: ['ignore', 'ignore', 'inherit'],
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	return new Promise((resolve) => {
		child.once('error', (error) => {
			console.error(`jest was not started: ${error.message}`);
			resolve(1);
		});
		child.once('close', (status, signal) => resolve(signal ? 1 : status));
	});
}
