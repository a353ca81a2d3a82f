import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFiles, ROOT } from '../support/packedPackage.mts';

let texts: readonly { readonly file: string; readonly text: string }[];

beforeAll(async () => {
	const files = (await projectFiles()).filter((file) => !/\.(png|jpe?g|gif|ico|pdf|mp4|webp|woff2?)$/.test(file));
	texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(join(ROOT, file), 'utf8') })));
});

function findings(pattern: RegExp, files = /./): string[] {
	return texts
		.filter(({ file }) => files.test(file))
		.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));
}

describe('the repository', () => {
	it('has lock files that name no registry: npm asks the one of its user', () => {
		expect(texts.map(({ file }) => file)).toEqual(
			expect.arrayContaining(['package-lock.json', 'demo/runtime/package-lock.json', 'test/page/package-lock.json']),
		);
		expect(findings(/"resolved": *"(?!node_modules|\.|file:)[^"]*"/g, /package-lock\.json$/)).toEqual([]);
		expect(findings(/https?:\/\/[^"\s]*(registry|\.tgz)[^"\s]*/g, /package-lock\.json$/)).toEqual([]);
	});

	it('knows what it locks: every package has a checksum, but for builds for other platforms', () => {
		const { text } = texts.find(({ file }) => file === 'package-lock.json') ?? { text: '{}' };
		const { packages } = JSON.parse(text) as {
			packages: Record<string, { link?: boolean; inBundle?: boolean; optional?: boolean; integrity?: string }>;
		};
		// Optional ones that the registry at hand lacks: npm leaves them out, and tools/completeLock.mjs names them.
		const loose = Object.entries(packages).filter(
			([path, { link, inBundle, optional, integrity }]) =>
				path !== '' && link !== true && inBundle !== true && optional !== true && integrity === undefined,
		);

		expect(loose.map(([path]) => path)).toEqual([]);
	});

	it('reports nothing about the machines it was written on', () => {
		expect(
			findings(/(?<![\w.~-])\/(home|Users|root|work|private|workspace)\/[\w.-]+/g).filter(
				(found) => !/\/(home|Users)\/(runner|node|user|you|me)\b/.test(found),
			),
		).toEqual([]);
		expect(findings(/\b[A-Z]:\\Users\\[\w.-]+/g)).toEqual([]);
	});

	it('names no package registry but the public one', () => {
		const urls = findings(/https?:\/\/[\w.:-]*(registry|artifactory|nexus|verdaccio|npm)[\w.:-]*/gi);

		expect(urls.filter((found) => !/https:\/\/(registry\.npmjs\.org|(www\.|docs\.)?npmjs\.com)$/.test(found))).toEqual(
			[],
		);
	});

	it('holds no key that looks like one', () => {
		const keys = findings(/-----BEGIN (RSA |EC |ENCRYPTED |OPENSSH )?PRIVATE KEY-----\s*\\?n?[A-Za-z0-9+/=]{40}/g);

		expect([...keys, ...findings(/\b(ghp|gho|npm|sk_live|xoxb)_[A-Za-z0-9]{20,}/g)]).toEqual([]);
	});

	it('has sources in which every line is written for readers: no leftovers of a merge', () => {
		expect(findings(/^(<{7}|>{7}|={7})( |$)/gm)).toEqual([]);
	});
});
