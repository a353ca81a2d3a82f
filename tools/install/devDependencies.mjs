import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './layout.mjs';
import { npm } from './npm.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/** Installs what the lock file says, unless exactly that is there already. */
export async function ensureDevDependencies() {
	if (!isInstalled()) await oneAtATime(install);
}

async function install() {
	console.log('Installing the development packages (first start, or the lock file changed)');
	const expected = 'about 1,000 MB on disk, half a minute to three minutes';
	await npm(['ci', '--ignore-scripts'], { folder: ROOT, what: 'Development packages', expected });
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
