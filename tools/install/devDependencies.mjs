import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './layout.mjs';
import { npm, registryAnswers } from './npm.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/** Installs what the lock file says, unless exactly that is there already. */
export async function ensureDevDependencies() {
	if (!isInstalled()) await oneAtATime(install);
}

async function install() {
	console.log('Installing the development packages (first start, or the lock file changed)');
	await registryAnswers('typescript');
	const options = {
		folder: ROOT,
		what: 'development packages',
		expected: 'about 1,000 MB on disk, half a minute to three minutes',
		measure: join(ROOT, 'node_modules'),
	};
	try {
		await npm(['ci', '--ignore-scripts'], options);
	} catch (error) {
		if (!/EUSAGE/.test(error.npmSaid)) throw error;
		console.log(
			'  The lock file does not name every package (tools/completeLock.mjs mends it). Installing what it names, and the rest as package.json asks.',
		);
		await npm(['install', '--no-save', '--ignore-scripts'], options);
	}
}

/** npm writes `node_modules/.package-lock.json` last: an interrupted install has none, an older one differs. */
function isInstalled() {
	const wanted = packagesOf(join(ROOT, 'package-lock.json'));
	const present = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, link }]) => {
		if (path === '' || link) return true;
		const found = present[path];
		return found ? found.version === version && found.integrity === integrity : Boolean(optional || devOptional);
	});
}

function packagesOf(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}
