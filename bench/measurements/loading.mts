import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { ensureBuilt } from '../../demo/n8n/build.mts';
import { ROOT } from '../../tools/install/layout.mjs';
import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import { PEERS } from '../support/peers.mts';

const PEER_NAMES = ['@devlikeapro/n8n-nodes-chatwoot', '@mendable/n8n-nodes-firecrawl'] as const;
const PACKAGES: ReadonlyArray<{ readonly name: string; readonly folder: string }> = [
	{ name: 'ours', folder: ROOT },
	...PEER_NAMES.map((name) => ({ name: name.split('/')[1], folder: join(PEERS, 'node_modules', name) })),
];

interface Load {
	readonly ms: number;
	readonly heapKb: number;
	readonly files: number;
	readonly nameFiles: number;
}

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	await ensureBuilt();
	const loads = PACKAGES.map((): Load[] => []);
	for (let round = 0; round < (quick ? 5 : 15); round += 1) {
		PACKAGES.forEach(({ folder }, index) => loads[index].push(loadOf(folder)));
	}
	const sizes = PACKAGES.map(({ folder }) => sizeOf(folder));
	const of = (kind: keyof Load): readonly number[] => loads.map((all) => median(all.map((load) => load[kind])));
	const [ours] = loads;
	return [
		row('Time to load', 'ms', of('ms'), true, TRIED_TIME),
		row('Memory after loading', 'kB', of('heapKb'), true, TRIED_MEMORY),
		row('Files loaded', '', of('files'), false),
		row(
			'Packed',
			'kB',
			sizes.map(({ packed }) => packed / 1_000),
			true,
			TRIED_SIZE,
		),
		row(
			'Unpacked',
			'kB',
			sizes.map(({ unpacked }) => unpacked / 1_000),
			true,
			TRIED_SIZE,
		),
		{
			what: 'Lists of names loaded before a name is compared',
			ours: Math.max(...ours.map(({ nameFiles }) => nameFiles)),
			unit: 'files',
			goal: { text: 'none', atMost: 0 },
		},
	];
}

const TRIED_TIME =
	'Names load when they are compared; the rest is many small files, which the build of n8n-node keeps apart.';
const TRIED_MEMORY = 'Names load when they are compared; what is left are the fields of 27 operations and 12 events.';
const TRIED_SIZE =
	'Comments are taken out by the build; a third of the package are the rules and lists of names of twelve cultures.';

function row(what: string, unit: string, values: readonly number[], isGoal: boolean, tried?: string): Row {
	const [ours, ...others] = values;
	return {
		what,
		ours,
		unit,
		against: others.map((value, index) => ({ name: PACKAGES[index + 1].name, value })),
		...(isGoal ? { goal: { text: 'best of the three', atMost: Math.min(...others), tried } } : {}),
	};
}

/** In a new process, after n8n-workflow, which every n8n has loaded. */
function loadOf(folder: string): Load {
	const program = `
		const { join } = require('node:path');
		const { n8n, name } = require(join(process.argv[1], 'package.json'));
		require(${JSON.stringify(join(ROOT, 'node_modules', 'n8n-workflow'))});
		const before = Object.keys(require.cache).length;
		gc();
		const heap = process.memoryUsage().heapUsed;
		const begun = performance.now();
		for (const file of [...n8n.credentials, ...n8n.nodes]) {
			for (const made of Object.values(require(join(process.argv[1], file)))) new made();
		}
		const ms = performance.now() - begun;
		gc();
		const files = Object.keys(require.cache).slice(before);
		console.log(JSON.stringify({
			ms,
			heapKb: (process.memoryUsage().heapUsed - heap) / 1000,
			files: files.length,
			nameFiles: files.filter((file) => /names.data/.test(file)).length,
		}));`;
	const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), NODE_OPTIONS: '' };
	return JSON.parse(
		execFileSync(process.execPath, ['--expose-gc', '-e', program, folder], { env, encoding: 'utf8' }),
	) as Load;
}

/** As npm would publish it; of an installed package what it was published with. */
function sizeOf(folder: string): { readonly packed: number; readonly unpacked: number } {
	const args = ['pack', '--dry-run', '--json', '--ignore-scripts', folder];
	const [{ size, unpackedSize }] = JSON.parse(
		execFileSync('npm', args, { cwd: PEERS, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
	) as ReadonlyArray<{ size: number; unpackedSize: number }>;
	return { packed: size, unpacked: unpackedSize };
}
