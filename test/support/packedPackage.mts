import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = join(__dirname, '..', '..');

export interface PackedPackage {
	/** A copy of the project in which the package was built. */
	readonly source: string;
	/** The package as npm would install it, its peer beside it. */
	readonly unpacked: string;
	/** Every file of the package, with slashes. */
	readonly files: readonly string[];
	readonly packedBytes: number;
	readonly unpackedBytes: number;
	read(file: string): Promise<string>;
	remove(): Promise<void>;
}

/** The files git knows or would add: what a clone of the project has. */
export async function projectFiles(): Promise<readonly string[]> {
	const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
		cwd: ROOT,
		maxBuffer: 2 ** 24,
	});
	const present = await Promise.all(
		stdout.split('\0').map(async (file) => (file !== '' && (await exists(join(ROOT, file))) ? [file] : [])),
	);
	return present.flat();
}

/** Builds and packs the project in a folder of its own: nothing in the checkout is touched, and nothing old is packed. */
export async function packedPackage(): Promise<PackedPackage> {
	const folder = await mkdtemp(join(tmpdir(), 'packed-'));
	try {
		return await packedIn(folder);
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

async function packedIn(folder: string): Promise<PackedPackage> {
	const source = join(folder, 'source');
	for (const file of await projectFiles()) {
		await mkdir(dirname(join(source, file)), { recursive: true });
		await cp(join(ROOT, file), join(source, file));
	}
	await symlink(join(ROOT, 'node_modules'), join(source, 'node_modules'), 'dir');
	await node([join(ROOT, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs'), 'build'], source);

	const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
		cwd: source,
	});
	const [{ filename, size }] = JSON.parse(stdout) as { filename: string; size: number }[];
	await run('tar', ['-xzf', join(folder, filename), '-C', folder]);
	const unpacked = join(folder, 'package');
	const files = await filesIn(unpacked);
	const sizes = await Promise.all(files.map(async (file) => (await stat(join(unpacked, file))).size));
	return {
		source,
		unpacked,
		files,
		packedBytes: size,
		unpackedBytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
		read: async (file) => await readFile(join(unpacked, file), 'utf8'),
		remove: async () => await rm(folder, { recursive: true, force: true }),
	};
}

/** What a Node program prints. */
export async function node(args: readonly string[], cwd = ROOT): Promise<string> {
	// A build or a scan must not take itself for a part of this test run.
	const { NODE_ENV: _, ...env } = process.env;
	try {
		return (await run(process.execPath, [...args], { cwd, env, maxBuffer: 2 ** 24 })).stdout;
	} catch (error) {
		const { message, stdout = '' } = error as Error & { stdout?: string };
		throw new Error(`${message}\n${stdout}`);
	}
}

async function filesIn(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'))
		.sort();
}

async function exists(path: string): Promise<boolean> {
	return await stat(path).then(
		(found) => found.isFile(),
		() => false,
	);
}
