import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, nodeForN8n } from './layout.mjs';
import { npm } from './npm.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/** One dependency of older n8n versions lies outside the registry; the last version inside it does for them as well. */
const OVERRIDES = { xlsx: '0.18.5' };

/**
 * Puts another n8n than the pinned one under `.cache`, with its compiled SQLite, unless it is there: for trying the package
 * in a version that somebody else runs. Without a lock file, so what its dependencies are depends on the day.
 *
 * @param {string} version exactly
 * @returns {Promise<string>} n8n's executable
 */
export async function ensureOtherN8n(version) {
	const folder = join(CACHE, `n8n-${version}`);
	const binary = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	const done = join(folder, 'installed.json');
	if (existsSync(done) && existsSync(binary)) return binary;
	await oneAtATime(async () => {
		rmSync(done, { force: true });
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'package.json'), JSON.stringify(manifestOf(version), null, '\t'));
		await npm(['install', '--ignore-scripts', '--prefer-offline'], {
			folder,
			what: `n8n ${version}`,
			expected: 'about 2,000 MB on disk, 3 to 8 minutes, once',
		});
		await buildSqlite(folder, version);
		writeFileSync(done, `${JSON.stringify({ n8n: installedVersion(folder) })}\n`);
	});
	return binary;
}

const manifestOf = (version) => ({
	name: 'another-n8n',
	private: true,
	dependencies: { n8n: version },
	overrides: OVERRIDES,
});

async function buildSqlite(folder, version) {
	const { binary, fetched } = nodeForN8n();
	const env = fetched ? { npm_config_nodedir: fetched.headers, PATH: `${join(binary, '..')}:${process.env.PATH}` } : {};
	await npm(['rebuild', 'sqlite3', '--foreground-scripts'], {
		folder,
		what: `SQLite for n8n ${version}`,
		expected: 'a few seconds, or 1 to 4 minutes where it must be compiled',
		env,
	});
}

const installedVersion = (folder) =>
	JSON.parse(readFileSync(join(folder, 'node_modules', 'n8n', 'package.json'), 'utf8')).version;
