import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CACHE, ROOT } from '../../tools/install/layout.mjs';
import { runTool } from './runTool.mts';

const DIST = join(ROOT, 'dist');
const STAMP = join(CACHE, 'built');

/** Whether `dist` is what these very sources gave. */
export const isBuilt = (): boolean => existsSync(STAMP) && existsSync(DIST) && readFileSync(STAMP, 'utf8') === stamp();

/** Builds the package unless it is built. */
export async function ensureBuilt(): Promise<void> {
	if (isBuilt()) return;
	await runTool(
		[process.execPath, join(ROOT, 'node_modules', '@n8n', 'node-cli', 'bin', 'n8n-node.mjs'), 'build'],
		ROOT,
	);
	writeFileSync(STAMP, stamp());
}

/** The sources, and the moment `dist` was made: somebody else may have built other sources since. */
function stamp(): string {
	const hash = createHash('sha256');
	for (const path of ['package.json', 'tsconfig.json', 'nodes', 'credentials'].flatMap((name) =>
		filesOf(join(ROOT, name)),
	)) {
		hash.update(`${relative(ROOT, path)}\0`).update(readFileSync(path));
	}
	return `${hash.digest('hex')} ${statSync(DIST).birthtimeMs}`;
}

function filesOf(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesOf(join(path, name)));
}
