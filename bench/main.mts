/**
 * `npm run bench [-- <name>] [--quick]`: the measurements, or one of them; prints one table. A whole run writes `bench/results.md`.
 *
 * Ends with 1 when a measurement failed; a goal that is missed is a result.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ROOT } from '../tools/install/layout.mjs';
import { measurements, type Measurement } from './measurements/index.mts';
import { machineLines } from './report/machine.mts';
import { goalsLine, resultsText, type Outcome } from './report/results.mts';
import type { Row } from './report/row.mts';
import { textTable } from './report/table.mts';
import { ensurePeers } from './support/peers.mts';

const MOST_MINUTES = 15;
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const [wanted] = args.filter((arg) => !arg.startsWith('--'));
const chosen = measurements.filter(({ name }) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
	console.error(`There is no measurement "${wanted}". There are: ${measurements.map(({ name }) => name).join(', ')}`);
	process.exit(2);
}

const machine = machineLines();
await ensurePeers();
const running: Array<Promise<Outcome>> = [];
for (const measurement of chosen) {
	if (measurement.isBesides !== true) await Promise.all(running);
	console.log(`${measurement.title} ...`);
	running.push(outcomeOf(measurement));
}
const outcomes = await Promise.all(running);

console.log(`\n${textTable(outcomes.flatMap(({ rows }) => rows))}\n`);
for (const { title, failed } of outcomes) if (failed !== undefined) console.error(`${title} failed: ${failed}`);
console.log(goalsLine(outcomes));
if (wanted === undefined) {
	const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
	const date = new Date().toISOString().slice(0, 10);
	const file = join(ROOT, 'bench', 'results.md');
	writeFileSync(file, resultsText({ date, command, machine }, outcomes));
	console.log(`Written to ${file}`);
}
if (outcomes.some(({ failed }) => failed !== undefined)) process.exitCode = 1;

async function outcomeOf({ name, title, about }: Measurement): Promise<Outcome> {
	const startedAt = performance.now();
	const ended = await rowsOf(name);
	return { title, about, seconds: (performance.now() - startedAt) / 1000, ...ended };
}

async function rowsOf(name: string): Promise<{ rows: readonly Row[]; failed?: string }> {
	const child = fork(fileURLToPath(new URL('run.mts', import.meta.url)), [name, ...(quick ? ['--quick'] : [])], {
		execArgv: ['--expose-gc', '--import', 'tsx'],
		stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
		timeout: MOST_MINUTES * 60_000,
	});
	let rows: readonly Row[] | undefined;
	let complaint = '';
	child.stderr?.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2_000)));
	child.on('message', (message: { rows: readonly Row[] }) => (rows = message.rows));
	const end = await new Promise<string>((resolve) =>
		child.once('close', (code, signal) => resolve(`${signal ?? code}`)),
	);
	if (rows !== undefined) return { rows };
	const lines = complaint.split('\n').filter((line) => line.trim() !== '');
	const reason = lines.find((line) => /^\s*\w*Error\b.*: /.test(line)) ?? lines.at(-1) ?? `ended with ${end}`;
	return { rows: [], failed: reason.trim() };
}
