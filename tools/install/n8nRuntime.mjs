import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, N8N_BIN, N8N_FOLDER, NODE_FOR_N8N, ROOT, nodeForN8n } from './layout.mjs';
import { Stopped, npm } from './npm.mjs';
import { oneAtATime } from './oneAtATime.mjs';

const PINNED = join(ROOT, 'demo', 'runtime');
const N8N_VERSION = JSON.parse(readFileSync(join(PINNED, 'package.json'), 'utf8')).dependencies.n8n;

/** Written after each step that is complete: an interrupted one is done again, a finished one is not. */
const MARKER = join(N8N_FOLDER, 'installed.json');
const LOCK_HASH = createHash('sha256')
	.update(readFileSync(join(PINNED, 'package-lock.json')))
	.digest('hex');

const NEEDED_MB = 4_000;

/** Puts the pinned n8n, the Node it needs and its compiled SQLite under `.cache`, each only when missing. */
export async function ensureN8n() {
	const node = nodeForN8n();
	const isNodeThere = existsSync(node.binary) && (!node.fetched || isNodeComplete(node.fetched));
	if (isNodeThere && isDone('packages') && isDone('sqlite')) return;
	await oneAtATime(async () => {
		if (!isNodeThere) await installNode(node.fetched);
		if (!isDone('packages')) await installPackages();
		if (!isDone('sqlite')) await buildSqlite(node);
	});
}

async function installNode({ name, folder }) {
	const spec = `${name}@${NODE_FOR_N8N.version}`;
	console.log(
		`n8n ${N8N_VERSION} needs Node ${NODE_FOR_N8N.major}; this is ${process.version}. Fetching one beside it, for n8n only`,
	);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), '{ "name": "node-for-n8n", "private": true }\n');
	await npm(['install', '--ignore-scripts', '--save-exact', spec], {
		folder,
		what: `Node ${NODE_FOR_N8N.version}`,
		expected: 'about 190 MB, some 10 seconds',
	});
}

/** `package-lock.json` is npm's last write. */
const isNodeComplete = ({ folder, name }) =>
	existsSync(join(folder, 'node_modules', '.package-lock.json')) &&
	JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version === NODE_FOR_N8N.version;

async function installPackages() {
	console.log(`Installing n8n ${N8N_VERSION} (first start, or an interrupted one)`);
	mkdirSync(N8N_FOLDER, { recursive: true });
	rmSync(MARKER, { force: true });
	assertRoomOnDisk();
	for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(PINNED, file), join(N8N_FOLDER, file));
	await npm(['ci', '--ignore-scripts', '--prefer-offline'], {
		folder: N8N_FOLDER,
		what: `n8n ${N8N_VERSION}`,
		expected: 'about 2,900 MB on disk, 3 to 8 minutes, once',
	});
	markDone('packages');
}

/** The one package of n8n that needs its install script; the others would only fetch what is not used. */
async function buildSqlite({ binary, fetched }) {
	const env = fetched ? { npm_config_nodedir: fetched.headers, PATH: `${join(binary, '..')}:${process.env.PATH}` } : {};
	await npm(['rebuild', 'sqlite3', '--foreground-scripts'], {
		folder: N8N_FOLDER,
		what: 'SQLite for n8n',
		expected: 'a few seconds, or 1 to 4 minutes where it must be compiled',
		env,
	});
	markDone('sqlite');
}

function doneSteps() {
	const marker = existsSync(MARKER) && existsSync(N8N_BIN) ? JSON.parse(readFileSync(MARKER, 'utf8')) : null;
	return marker?.lock === LOCK_HASH ? marker.steps : [];
}

const isDone = (step) => doneSteps().includes(step);

function markDone(step) {
	writeFileSync(MARKER, `${JSON.stringify({ lock: LOCK_HASH, steps: [...doneSteps(), step] })}\n`);
}

function assertRoomOnDisk() {
	const { bavail, bsize } = statfsSync(CACHE);
	const freeMb = Math.round((bavail * bsize) / 1_000_000);
	if (freeMb < NEEDED_MB)
		throw new Stopped(
			`n8n needs about ${NEEDED_MB} MB on this disk, ${freeMb} MB are free. Free some, then start again.`,
		);
}
