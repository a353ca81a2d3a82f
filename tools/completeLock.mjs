/**
 * `node tools/completeLock.mjs <package-lock.json> ...`: adds the optional packages of other platforms that a lock file leaves out.
 *
 * npm drops an optional package from the lock when the registry at hand does not carry it, and then `npm ci` refuses that lock
 * on every machine ("Missing: ... from lock file"). The added entries hold what is known without the package: name, version
 * and, from the name, the platform. On other platforms npm skips them.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = {
	darwin: 'darwin',
	linux: 'linux',
	win32: 'win32',
	windows: 'win32',
	android: 'android',
	freebsd: 'freebsd',
	netbsd: 'netbsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony',
	sunos: 'sunos',
	aix: 'aix',
};
const PROCESSORS = {
	arm64: 'arm64',
	x64: 'x64',
	ia32: 'ia32',
	arm: 'arm',
	ppc64: 'ppc64',
	ppc64le: 'ppc64',
	s390x: 's390x',
	riscv64: 'riscv64',
	loong64: 'loong64',
	mips64el: 'mips64el',
	wasm32: 'wasm32',
};

for (const file of process.argv.slice(2)) {
	const lock = JSON.parse(readFileSync(file, 'utf8'));
	const added = missingOptional(lock.packages);
	const packages = { ...lock.packages };
	for (const { name, version, isDev } of added) packages[`node_modules/${name}`] = entryFor(name, version, isDev);
	const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
	if (added.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, '\t')}\n`);
	console.log(
		`${file}: ${added.length} optional packages added${added.map(({ name, version }) => `\n  ${name}@${version}`).join('')}`,
	);
}

function missingOptional(packages) {
	const missing = new Map();
	for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
		for (const [name, range] of Object.entries(optionalDependencies)) {
			if (isFound(packages, path, name)) continue;
			const version = range.replace(/^[\^~=v]+/, '');
			if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
				throw new Error(`${path} wants ${name}@${range}: no single version to write down`);
			if (missing.has(name) && missing.get(name).version !== version)
				throw new Error(`${name} is wanted in two versions`);
			missing.set(name, { name, version, isDev: Boolean(dev) });
		}
	}
	return [...missing.values()];
}

/** As Node looks it up: beside the package that wants it, then upwards. */
function isFound(packages, path, name) {
	const steps = path === '' ? [] : path.split('/node_modules/');
	for (let depth = steps.length; depth >= 0; depth -= 1) {
		const folder = steps.slice(0, depth).join('/node_modules/');
		if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
	}
	return false;
}

function entryFor(name, version, isDev) {
	const words = name.split('/').at(-1).split(/[-.]/);
	const os = words.map((word) => SYSTEMS[word]).filter(Boolean);
	const cpu = words.map((word) => PROCESSORS[word]).filter(Boolean);
	const libc = words.some((word) => word.startsWith('musl'))
		? ['musl']
		: os.includes('linux') && words.some((word) => word.startsWith('gnu'))
			? ['glibc']
			: [];
	return {
		version,
		...(cpu.length > 0 ? { cpu } : {}),
		...(isDev ? { dev: true } : {}),
		...(libc.length > 0 ? { libc } : {}),
		optional: true,
		...(os.length > 0 ? { os } : {}),
	};
}
