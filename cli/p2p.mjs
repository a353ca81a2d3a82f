/**
 * `echo '{"action":"list_orders","status":20}' | npm run -s p2p`: one JSON object in, one JSON object out. On a fresh clone it installs
 * what it needs first, and says so on stderr: stdout carries the answer and nothing else.
 */
import { ensureInstalled } from '../tools/install/ensure.mjs';

console.log = console.error;
await ensureInstalled({ n8n: false });
// All through `require`: Node 20 would load what both module systems ask for twice, and no error would be an instance of its class.
const { require } = await import('tsx/cjs/api');
const { main } = require('./main.mts', import.meta.url);
process.exitCode = await main(process.stdin, process.stdout, process.env);
