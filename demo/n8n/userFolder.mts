import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../../tools/install/layout.mjs';
import { npmArguments, runTool } from './runTool.mts';

const RUNS = join(CACHE, 'runs');
const PACKAGE = 'n8n-nodes-bybit-p2p';

export type UserFolder = { readonly path: string; remove(): void };

/** A fresh folder in which one n8n keeps everything it writes. */
export function newUserFolder(): UserFolder {
	removeAbandoned();
	mkdirSync(RUNS, { recursive: true });
	const path = mkdtempSync(join(RUNS, `${process.pid}-`));
	return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Puts the built package where n8n looks for community nodes, packed and unpacked as npm would deliver it to a user. */
export async function addPackage({ path }: UserFolder): Promise<void> {
	const modules = join(path, '.n8n', 'nodes', 'node_modules');
	mkdirSync(modules, { recursive: true });
	await runTool(npmArguments('pack', '--ignore-scripts', '--pack-destination', path), ROOT);
	const tarball = readdirSync(path).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack left no package behind');
	await runTool(['tar', '-xzf', join(path, tarball), '-C', modules], ROOT);
	renameSync(join(modules, 'package'), join(modules, PACKAGE));
}

/** What runs that were killed outright had to leave behind. */
function removeAbandoned(): void {
	let names: string[] = [];
	try {
		names = readdirSync(RUNS);
	} catch {
		return;
	}
	for (const name of names) {
		if (!isAlive(Number.parseInt(name, 10))) rmSync(join(RUNS, name), { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
