/**
 * `node tools/run.mjs [--with-n8n] [--with-browser] <file.mts> [arguments]`: runs a TypeScript tool of this project on a fresh clone too,
 * in this very process, so that Ctrl-C reaches it and nothing else.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install/ensure.mjs';

const args = process.argv.slice(2);
const n8n = take('--with-n8n');
const browser = take('--with-browser');
const [script, ...rest] = args;
if (!script) {
	console.error('Usage: node tools/run.mjs [--with-n8n] [--with-browser] <file.mts> [arguments]');
	process.exit(2);
}

await ensureInstalled({ n8n, browser });
process.argv = [process.argv[0], resolve(script), ...rest];
await import('tsx');
await import(pathToFileURL(resolve(script)).href);

function take(option) {
	if (args[0] !== option) return false;
	args.shift();
	return true;
}
