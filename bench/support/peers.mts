import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CACHE, ROOT } from '../../tools/install/layout.mjs';
import { npm } from '../../tools/install/npm.mjs';
import { oneAtATime } from '../../tools/install/oneAtATime.mjs';

const PINNED = join(ROOT, 'bench', 'peers');
/** Not under `bench/`: the build would copy the icons of other packages into `dist`. */
export const PEERS = join(CACHE, 'bench-peers');
const MARKER = join(PEERS, 'installed');

/** Installs the packages that are measured against, unless they are there. */
export async function ensurePeers(): Promise<void> {
	const hash = createHash('sha256')
		.update(readFileSync(join(PINNED, 'package-lock.json')))
		.digest('hex');
	if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === hash) return;
	await oneAtATime(async () => {
		mkdirSync(PEERS, { recursive: true });
		for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(PINNED, file), join(PEERS, file));
		await npm(['ci', '--ignore-scripts', '--legacy-peer-deps'], {
			folder: PEERS,
			what: 'Packages to measure against',
			expected: 'about 30 MB, some 10 seconds, once',
		});
		writeFileSync(MARKER, hash);
	});
}
