/**
 * `echo '{"action":"list_orders","status":20}' | npm run -s p2p`: one JSON object in, one JSON object out. On a fresh clone it installs
 * what it needs first, and says so on stderr: stdout carries the answer and nothing else.
 */
import { ensureInstalled } from '../tools/install/ensure.mjs';

console.log = console.error;
await ensureInstalled({ n8n: false });
await import('tsx');
const { main } = await import('./main.mts');
process.exitCode = await main(process.stdin, process.stdout, process.env);
