import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Codex {
	readonly categories: readonly string[];
	readonly alias: readonly string[];
	readonly resources: Readonly<Record<string, ReadonlyArray<{ readonly url: string }>>>;
}

const ROOT = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const codex = (name: string): Codex => JSON.parse(read(`nodes/BybitP2P/${name}.node.json`)) as Codex;
/** As GitHub makes the anchor of a heading. */
const anchors = [...read('README.md').matchAll(/^#+ (.+)$/gm)].map(
	([, heading]) =>
		`#${heading
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replaceAll(' ', '-')}`,
);

describe.each(['BybitP2P', 'BybitP2PTrigger'])('%s in the list of nodes', (name) => {
	it.each(['p2p', 'peer to peer', 'crypto', 'usdt', 'fiat', 'escrow', 'merchant', 'advertiser', 'release', 'exchange'])(
		'is found by the word %s',
		(word) => {
			expect(codex(name).alias).toContain(word);
		},
	);

	it('stands in categories that n8n has', () => {
		// The categories of n8n's own payment nodes.
		expect(codex(name).categories).toEqual(['Finance & Accounting', 'Sales']);
	});

	it('links to parts of the README that are there', () => {
		const links = Object.values(codex(name).resources).flatMap((list) => list.map(({ url }) => url));

		expect(links.length).toBeGreaterThan(1);
		expect(links.filter((url) => !['#readme', ...anchors].includes(new URL(url).hash))).toEqual([]);
	});
});
