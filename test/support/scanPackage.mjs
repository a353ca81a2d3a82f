/**
 * `node scanPackage.mjs [source=<folder>] [packed=<folder>]`: what the scan for verified community nodes says about sources and about
 * an unpacked package, as JSON. A process of its own: the scanner is an ES module.
 */
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

// As the scanner calls itself for the two.
const patterns = { source: SOURCE_FILE_PATTERNS, packed: ['**/*.js', 'package.json'] };

const results = {};
for (const [leg, folder] of process.argv.slice(2).map((arg) => arg.split('='))) {
	results[leg] = await analyzePackage(folder, patterns[leg]);
}
console.log(JSON.stringify(results));
