/** The pictures of the documentation: there, used, and small enough to load. What is in them `npm run pictures` takes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

import { exampleFiles } from '../support/exampleRules.mts';
import { ROOT } from '../support/packedPackage.mts';

const IMAGES = '.github/images';
const DOCUMENTS = ['README.md', 'examples/README.md', 'simulator/README.md', 'CONTRIBUTING.md', 'SECURITY.md'];
/** Taken, and looked at by hand only. */
const FOR_THE_EYE = ['panel-create-ad.png', 'panel-update-ad.png'];

const taken = readdirSync(join(ROOT, IMAGES)).sort();

const shown = DOCUMENTS.flatMap((document) =>
	[...readFileSync(join(ROOT, document), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
		([, text = '', path = '']) => ({
			document,
			text,
			path: posix.join(posix.dirname(document), path),
		}),
	),
);

describe('the pictures', () => {
	it('that a document shows are there, and described for those who do not see them', () => {
		expect(shown.length).toBeGreaterThan(20);
		expect(shown.filter(({ path }) => !taken.some((name) => path === `${IMAGES}/${name}`))).toEqual([]);
		expect(shown.filter(({ text }) => text.length < 8)).toEqual([]);
	});

	it('are all shown somewhere, but for those that are taken to be looked at', () => {
		const paths = shown.map(({ path }) => path);

		expect(taken.filter((name) => !paths.includes(`${IMAGES}/${name}`)).sort()).toEqual([...FOR_THE_EYE].sort());
	});

	it('show the canvas of each example', () => {
		const canvases = taken.filter((name) => name.startsWith('canvas-')).map((name) => name.slice('canvas-'.length));

		expect(canvases).toEqual(
			exampleFiles()
				.map((file) => file.replace(/\.json$/, '.png'))
				.sort(),
		);
	});

	it('have 6 MB together at most', () => {
		const bytes = taken.map((name) => statSync(join(ROOT, IMAGES, name)).size).reduce((sum, size) => sum + size, 0);

		expect(bytes).toBeLessThan(6_000_000);
	});
});
