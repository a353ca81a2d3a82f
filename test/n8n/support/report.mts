import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../../../tools/install/layout.mjs';

/** Says a line on the terminal, without the stack that jest puts under a `console.log`. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Keeps a whole report beside the test results, for whoever wants more than the line. */
export function keepReport(name: string, report: object): void {
	const folder = join(CACHE, 'results');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.json`), `${JSON.stringify(report, null, '\t')}\n`);
}
