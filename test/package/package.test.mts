// Long: to pack takes seconds, so all that looks into the package stands in one file.
import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

import { node, packedPackage, ROOT, type PackedPackage } from '../support/packedPackage.mts';

interface Manifest {
	readonly name: string;
	readonly license: string;
	readonly keywords: readonly string[];
	readonly repository: { readonly url: string };
	readonly main: string;
	readonly files: readonly string[];
	readonly scripts: Readonly<Record<string, string>>;
	readonly engines: { readonly node: string };
	readonly peerDependencies: unknown;
	readonly n8n: {
		readonly n8nNodesApiVersion: number;
		readonly strict: boolean;
		readonly credentials: readonly string[];
		readonly nodes: readonly string[];
	};
	readonly [field: string]: unknown;
}

/** The most that npm has to fetch. */
const PACKED_BUDGET_BYTES = 230_000;
const UNPACKED_BUDGET_BYTES = 750_000;

let packed!: PackedPackage;
let manifest: Manifest;
let code: readonly { readonly file: string; readonly text: string }[];

beforeAll(async () => {
	packed = await packedPackage();
	manifest = JSON.parse(await packed.read('package.json')) as Manifest;
	const scripts = packed.files.filter((file) => file.endsWith('.js'));
	// The compiler took the comments of dist; the index is shipped as written.
	code = await Promise.all(
		scripts.map(async (file) => ({ file, text: (await packed.read(file)).replace(/\/\*[\s\S]*?\*\//g, '') })),
	);
}, 180_000);
afterAll(async () => await (packed as PackedPackage | undefined)?.remove());

/** Where each of the patterns is found. */
function findings(pattern: RegExp): string[] {
	return code.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));
}

describe('the packed package', () => {
	it('holds the compiled nodes and credential, their icons and schemas, the index and its papers, and nothing else', () => {
		const allowed =
			/^(package\.json|index\.js|(README|LICENSE|CHANGELOG)\.md|dist\/(credentials|nodes\/BybitP2P)\/[\w./]+\.js|dist\/nodes\/BybitP2P\/([\w.]+\.(svg|node\.json)|__schema__\/v1\.0\.0\/[\w/]+\.json))$/;

		expect(packed.files.filter((file) => !allowed.test(file))).toEqual([]);
	});

	it('holds what n8n and npm look for', () => {
		expect(packed.files).toEqual(
			expect.arrayContaining([
				'LICENSE.md',
				'README.md',
				'dist/credentials/BybitP2PApi.credentials.js',
				'dist/nodes/BybitP2P/BybitP2P.node.js',
				'dist/nodes/BybitP2P/BybitP2P.node.json',
				'dist/nodes/BybitP2P/BybitP2PTrigger.node.js',
				'dist/nodes/BybitP2P/BybitP2PTrigger.node.json',
				'dist/nodes/BybitP2P/__schema__/v1.0.0/order/release.json',
				'dist/nodes/BybitP2P/__schema__/v1.0.0/output.json',
				'dist/nodes/BybitP2P/bybitP2P.dark.svg',
				'dist/nodes/BybitP2P/bybitP2P.svg',
				'index.js',
			]),
		);
	});

	it('holds no tests, no sources, no maps and no left-overs of the compiler', () => {
		expect(
			packed.files.filter((file) => /\.(ts|mts|map|tsbuildinfo|png)$|\btest|simulator|demo|bench|examples/.test(file)),
		).toEqual([]);
	});

	it('stays small', () => {
		console.info(
			`Packed ${packed.packedBytes} bytes, unpacked ${packed.unpackedBytes} bytes, ${packed.files.length} files.`,
		);

		expect(packed.packedBytes).toBeLessThan(PACKED_BUDGET_BYTES);
		expect(packed.unpackedBytes).toBeLessThan(UNPACKED_BUDGET_BYTES);
	});
});

describe('the compiled code', () => {
	it('requires nothing but itself, n8n-workflow and node:crypto', () => {
		const required = code.flatMap(({ file, text }) =>
			[...text.matchAll(/\b(?:require|import)\(\s*([^)]*)\)/g)].map(([, what]) => [file, what] as const),
		);
		const foreign = required.filter(
			([, what]) => !/^"(\.{1,2}\/[^"]+|n8n-workflow|node:crypto)"$/.test(what.replaceAll("'", '"')),
		);

		expect(required.length).toBeGreaterThan(50);
		expect(foreign).toEqual([]);
	});

	it('requires only files that are in the package', () => {
		const missing = code.flatMap(({ file, text }) =>
			[...text.matchAll(/\brequire\(["'](\.{1,2}\/[^"']+)["']\)/g)]
				.map(([, path]) => posix.join(posix.dirname(file), path))
				.filter((path) => !['', '.js', '.json', '/index.js'].some((end) => packed.files.includes(path + end)))
				.map((path) => `${file}: ${path}`),
		);

		expect(missing).toEqual([]);
	});

	it.each([
		['the process and its environment', /(?<![.\w'"])process\s*[.[]/g],
		['timers', /(?<![.\w'"])(setTimeout|setInterval|setImmediate|clearTimeout|queueMicrotask)\b/g],
		['requests that go round n8n', /(?<![.\w'"])(fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/g],
		['files and programs', /["'](node:)?(fs|child_process|net|http|https|os|path|worker_threads|vm)(\/promises)?["']/g],
		['code made of text', /(?<![.\w'"])(eval|Function)\s*\(/g],
		['globals', /(?<![.\w'"])(globalThis|global|__dirname|__filename)\b/g],
		['the console', /(?<![.\w'"])console\s*\./g],
	])('does not touch %s', (_, pattern) => {
		expect(findings(pattern)).toEqual([]);
	});

	it('names no other host than those of Bybit, n8n and its own pages', () => {
		const hosts = findings(/https?:\/\/[\w$][^\s"'`/),]*/g).map((found) => found.replace(/^.*\/\//, ''));
		const known =
			/^(([\w-]+\.)*(bybit(\.\w+|georgia\.ge)|bytick\.com|byhkbit\.com)|github\.com|docs\.n8n\.io|127\.0\.0\.1:\d+|localhost|gateway\.example\.com)$/;

		expect([...new Set(hosts)].filter((host) => !known.test(host))).toEqual([]);
	});
});

describe('the manifest', () => {
	it('makes it a community node under the rules of n8n', () => {
		expect(manifest).toMatchObject({
			name: 'n8n-nodes-bybit-p2p',
			license: 'MIT',
			n8n: { n8nNodesApiVersion: 1, strict: true },
		});
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.repository.url).toMatch(/^git\+https:\/\/github\.com\//);
	});

	it('asks for nothing but n8n-workflow, in whatever version n8n has', () => {
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it.each([
		'dependencies',
		'optionalDependencies',
		'bundledDependencies',
		'bundleDependencies',
		'overrides',
		'resolutions',
		'bin',
	])('has no %s', (field) => {
		expect(manifest).not.toHaveProperty(field);
	});

	it.each(['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack', 'preuninstall', 'postuninstall'])(
		'runs nothing on the machines of users: no %s',
		(script) => {
			expect(manifest.scripts).not.toHaveProperty(script);
		},
	);

	it('pins what development needs, so that a build tomorrow is the build of today', () => {
		const versions = Object.entries(manifest.devDependencies as Record<string, string>);

		expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});

	it('points to files that are there', () => {
		const { credentials, nodes } = manifest.n8n;

		expect([manifest.main, ...credentials, ...nodes].filter((file) => !packed.files.includes(file))).toEqual([]);
	});

	it('lists every node and credential that is there', () => {
		const built = packed.files.filter((file) => /\.(node|credentials)\.js$/.test(file));

		expect([...manifest.n8n.credentials, ...manifest.n8n.nodes].sort()).toEqual([...built].sort());
	});
});

describe('what loads', () => {
	it('is one class for each file, named as the file, and the index gives the same three', async () => {
		await symlink(join(ROOT, 'node_modules'), join(packed.unpacked, 'node_modules'), 'dir');
		const paths = [...manifest.n8n.credentials, ...manifest.n8n.nodes];
		const program = `
			const index = require('./index.js');
			const classes = ${JSON.stringify(paths)}.map((path) => {
				const name = path.split('/').pop().split('.')[0];
				const exported = require('./' + path);
				const made = new exported[name]();
				return { name, type: (made.description ?? made).name, isTheSame: index[name] === exported[name], exported: Object.keys(exported) };
			});
			console.log(JSON.stringify({ index: Object.keys(index).sort(), classes }));
		`;

		const loaded = JSON.parse(await node(['-e', program], packed.unpacked)) as unknown;

		expect(loaded).toEqual({
			index: ['BybitP2P', 'BybitP2PApi', 'BybitP2PTrigger'],
			classes: [
				{ name: 'BybitP2PApi', type: 'bybitP2PApi', isTheSame: true, exported: ['BybitP2PApi'] },
				{ name: 'BybitP2P', type: 'bybitP2P', isTheSame: true, exported: ['BybitP2P'] },
				{ name: 'BybitP2PTrigger', type: 'bybitP2PTrigger', isTheSame: true, exported: ['BybitP2PTrigger'] },
			],
		});
	});

	it.each([
		'dist/credentials/BybitP2PApi.credentials.js',
		'dist/nodes/BybitP2P/BybitP2P.node.js',
		'dist/nodes/BybitP2P/BybitP2PTrigger.node.js',
	])('has a light and a dark icon that are there and differ: %s', async (file) => {
		const text = await packed.read(file);
		const [light, dark] = ['light', 'dark'].map(
			(shade) => new RegExp(`${shade}: ["']file:([^"']+)["']`).exec(text)?.[1] ?? '',
		);

		const [lightIcon, darkIcon] = await Promise.all(
			[light, dark].map(async (icon) => await packed.read(posix.join(posix.dirname(file), icon))),
		);

		expect(lightIcon).toMatch(/<svg[\s\S]*<\/svg>\s*$/);
		expect(darkIcon).toMatch(/<svg[\s\S]*<\/svg>\s*$/);
		expect(lightIcon).not.toBe(darkIcon);
	});

	it.each(['dist/nodes/BybitP2P/bybitP2P.svg', 'dist/nodes/BybitP2P/bybitP2P.dark.svg'])(
		'has an icon without scripts and foreign pictures: %s',
		async (file) => {
			expect(await packed.read(file)).not.toMatch(/<script|<image|<foreignObject|\bon\w+=|href=/i);
		},
	);

	it.each(['bybitP2P', 'bybitP2PTrigger'])('has a codex that names the type %s', async (type) => {
		const file = `dist/nodes/BybitP2P/${type.replace('bybit', 'Bybit')}.node.json`;

		expect(JSON.parse(await packed.read(file))).toMatchObject({
			node: `n8n-nodes-bybit-p2p.${type}`,
			nodeVersion: '1.0',
		});
	});
});

describe('the scan for verified community nodes', () => {
	const scan = async (...legs: readonly string[]): Promise<unknown> =>
		JSON.parse((await node([join(ROOT, 'test/support/scanPackage.mjs'), ...legs])).trim().split('\n').at(-1) ?? '');

	it('passes the sources and the packed package', async () => {
		expect(await scan(`source=${packed.source}`, `packed=${packed.unpacked}`)).toEqual({
			source: { passed: true },
			packed: { passed: true },
		});
	}, 120_000);

	it('is awake: it refuses a package that reads the environment', async () => {
		const folder = await mkdtemp(join(packed.source, '..', 'bad-'));
		await writeFile(join(folder, 'index.js'), 'module.exports = process.env;\n');

		expect(await scan(`packed=${folder}`)).toMatchObject({ packed: { passed: false } });
	}, 120_000);
});
