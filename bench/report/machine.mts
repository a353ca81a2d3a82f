import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

import { nodeForN8n, ROOT } from '../../tools/install/layout.mjs';

/** What a figure depends on, one line each. */
export function machineLines(): readonly string[] {
	const [{ model = 'unknown' } = {}] = cpus();
	const gb = (totalmem() / 2 ** 30).toFixed(0);
	const [busy] = loadavg();
	const n8nNode = nodeForN8n().fetched === null ? process.version : 'Node 24, fetched for n8n';
	return [
		`Machine: ${model.trim()}, ${cpus().length} cores, ${gb} GB, ${process.platform}; load before the run ${busy.toFixed(1)}`,
		`Node: ${process.version} (a real n8n: ${n8nNode})`,
		`Packages: ${packageVersions().join(', ')}`,
	];
}

function packageVersions(): readonly string[] {
	const own = manifest('.');
	const engine = ['n8n-core', 'n8n-workflow'].map((name) => `${name} ${manifest(join('node_modules', name)).version}`);
	const peers = Object.entries(manifest(join('bench', 'peers')).dependencies ?? {});
	const n8n = Object.entries(manifest(join('demo', 'runtime')).dependencies ?? {});
	return [
		`${own.name} ${own.version}`,
		...engine,
		...[...n8n, ...peers].map(([name, version]) => `${name} ${version}`),
	];
}

function manifest(folder: string): {
	readonly name: string;
	readonly version: string;
	readonly dependencies?: Readonly<Record<string, string>>;
} {
	return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as ReturnType<typeof manifest>;
}
