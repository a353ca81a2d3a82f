import { execFileSync, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureBuilt } from '../../demo/n8n/build.mts';
import { CULTURES } from '../../test/support/nameGenerator/index.mts';
import { ROOT } from '../../tools/install/layout.mjs';
import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import type { CultureFigures } from '../support/nameShare.mts';

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	await ensureBuilt();
	const cultures = Object.keys(CULTURES);
	const pairs = Math.ceil((quick ? 24_000 : 1_000_000) / cultures.length);
	const processes = Math.min(4, cpus().length);
	const shares = Array.from({ length: processes }, (_, index) =>
		cultures.filter((_name, n) => n % processes === index),
	);
	const figures = (await Promise.all(shares.map(async (share) => await figuresOf(share, pairs)))).flat();
	const times = figures.map(({ ms }) => ms);
	const meanMs = times.reduce((sum, ms) => sum + ms, 0) / times.length;
	return [
		{
			what: `Of ${(pairs * cultures.length).toLocaleString('en')} pairs of two people, those that reach the default score`,
			ours: figures.reduce((sum, { reached }) => sum + reached, 0),
			unit: '',
			goal: { text: 'none', atMost: 0 },
		},
		{
			what: 'CPU time of one comparison, mean',
			ours: meanMs,
			unit: 'ms',
			note: `${Math.round(1_000 / meanMs).toLocaleString('en')} comparisons a second; slowest culture ${Math.max(...times).toFixed(2)} ms`,
		},
		{
			what: 'The first comparison, which reads rules and lists',
			ours: median(Array.from({ length: 5 }, firstMs)),
			unit: 'ms',
		},
	];
}

async function figuresOf(cultures: readonly string[], pairs: number): Promise<readonly CultureFigures[]> {
	const file = fileURLToPath(new URL('../support/nameShare.mts', import.meta.url));
	const child = fork(file, [String(pairs), ...cultures], { execArgv: ['--import', 'tsx'] });
	return await new Promise((resolve, reject) => {
		child.once('message', resolve as (figures: unknown) => void);
		child.once('exit', (code) => reject(new Error(`A share of the names ended (${code})`)));
	});
}

/** As the package ships it, in a new process. */
function firstMs(): number {
	const program = `
		const { explainNameScore } = require(${JSON.stringify(join(ROOT, 'dist/nodes/BybitP2P/safety/names/index.js'))});
		const begun = performance.now();
		explainNameScore('Anna Berg', 'ANNA BERG');
		console.log(performance.now() - begun);`;
	return Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }));
}
