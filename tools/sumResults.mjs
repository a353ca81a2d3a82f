/**
 * `node tools/sumResults.mjs <name> ...`: adds up `.cache/results/<name>.json` and prints `N passed, N failed`, alone on the last line.
 * A run that left no results (lint, types or build were red) and a file that could not run count as one failed test each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './install/layout.mjs';

let passed = 0;
let failed = 0;
for (const name of process.argv.slice(2)) {
	const file = join(CACHE, 'results', `${name}.json`);
	if (!existsSync(file)) {
		console.log(`${name}: no results, the run ended before its tests`);
		failed += 1;
		continue;
	}
	const result = JSON.parse(readFileSync(file, 'utf8'));
	const failedHere = result.numFailedTests + result.numRuntimeErrorTestSuites;
	console.log(`${name}: ${result.numPassedTests} passed, ${failedHere} failed`);
	passed += result.numPassedTests;
	failed += failedHere;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
