import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	accessSync,
	constants,
	copyFileSync,
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { CACHE, ROOT } from './layout.mjs';
import { Stopped, npm } from './npm.mjs';
import { oneAtATime } from './oneAtATime.mjs';

const PINNED = join(ROOT, 'test', 'page');
const FOLDER = join(CACHE, 'page');
const MARKER = join(FOLDER, 'installed');
const ARCHIVES = join(FOLDER, 'node_modules', '@sparticuz', 'chromium', 'bin');
const UNPACKED = join(FOLDER, 'chromium');
const LIBRARIES = join(FOLDER, 'lib');
const FONTS = join(FOLDER, 'fonts');
const LOCK_HASH = createHash('sha256')
	.update(readFileSync(join(PINNED, 'package-lock.json')))
	.digest('hex');

/** What `require` finds the browser's packages from. */
export const BROWSER_PACKAGES = join(FOLDER, 'package.json');

/** There is no Chromium on this machine and none to be had for it from npm. */
export class NoBrowser extends Stopped {
	/** By it a script distinguishes this from a red test; 69 is the system's word for "not available". */
	exitCode = 69;
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const APPLICATIONS = {
	darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
		(app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
	),
	win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((path) =>
		[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(Boolean).map((folder) => join(folder, path)),
	),
};

/**
 * Puts the packages that drive a browser under `.cache`, and a Chromium where the machine has none.
 *
 * @throws {NoBrowser} saying how to get one
 */
export async function ensureBrowser() {
	if (!isInstalled()) await oneAtATime(installPackages);
	if (browserHere() !== null) return;
	if (process.platform !== 'linux' || process.arch !== 'x64') throw new NoBrowser(adviceFor('none was found'));
	await oneAtATime(unpackChromium);
	if (browserHere() === null) throw new NoBrowser(adviceFor('the one from npm does not start'));
}

/** The Chromium to use, with what its environment needs; null when there is none yet. */
export function browserHere() {
	const named = process.env.CHROMIUM;
	if (named !== undefined && named !== '') {
		if (!isExecutable(named)) throw new NoBrowser(`CHROMIUM names ${named}, and no program is there.`);
		return { executable: named, env: {} };
	}
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
	const found = [...onPath, ...(APPLICATIONS[process.platform] ?? [])].find(
		(path) => isExecutable(path) && starts(path),
	);
	if (found !== undefined) return { executable: found, env: {} };
	return existsSync(UNPACKED) ? { executable: UNPACKED, env: unpackedEnv() } : null;
}

const unpackedEnv = () =>
	existsSync(LIBRARIES) ? { LD_LIBRARY_PATH: [LIBRARIES, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') } : {};

async function installPackages() {
	mkdirSync(FOLDER, { recursive: true });
	for (const path of [MARKER, UNPACKED, LIBRARIES, FONTS]) rmSync(path, { recursive: true, force: true });
	for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(PINNED, file), join(FOLDER, file));
	await npm(['ci', '--ignore-scripts'], {
		folder: FOLDER,
		what: 'The packages that drive a browser',
		expected: 'about 95 MB on disk, some 10 seconds, once',
	});
	await unpackFonts();
	writeFileSync(MARKER, LOCK_HASH);
}

/** The package's own code wants a newer Node for this, and unpacks into the machine's temporary folder; its archives are plain. */
async function unpackChromium() {
	console.log('  Chromium: unpacking the one from npm, about 210 MB');
	const partial = `${UNPACKED}.part`;
	const archive = createReadStream(join(ARCHIVES, 'chromium.br'));
	await pipeline(archive, createBrotliDecompress(), createWriteStream(partial, { mode: 0o755 }));
	renameSync(partial, UNPACKED);
	if (!starts(UNPACKED)) await unpackLibraries();
	if (!starts(UNPACKED, unpackedEnv())) rmSync(UNPACKED);
}

/** For machines that lack NSS, such as small containers. */
const unpackLibraries = () => unpackArchive('al2023.tar.br', FOLDER);

/** Pictures look the same on every Linux: machines without a desktop have odd fonts or none. */
async function unpackFonts() {
	mkdirSync(FONTS, { recursive: true });
	await unpackArchive('fonts.tar.br', FONTS);
	writeFileSync(
		join(FONTS, 'pictures.conf'),
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${FONTS}</dir><dir>/usr/share/fonts</dir><cachedir>${FONTS}/cache</cachedir>${[
			['system-ui', 'Open Sans'],
			['sans-serif', 'Open Sans'],
			['monospace', 'DejaVu Sans Mono'],
			['ui-monospace', 'DejaVu Sans Mono'],
		]
			.map(
				([family, font]) =>
					`<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`,
			)
			.join('')}</fontconfig>\n`,
	);
}

/** The environment in which a browser has those fonts. */
export const fontsForPictures = () => ({ FONTCONFIG_FILE: join(FONTS, 'pictures.conf') });

async function unpackArchive(name, folder) {
	const tar = join(FOLDER, 'unpacking.tar');
	await pipeline(createReadStream(join(ARCHIVES, name)), createBrotliDecompress(), createWriteStream(tar));
	const { status } = spawnSync('tar', ['-xf', tar, '-C', folder]);
	rmSync(tar);
	if (status !== 0) throw new Stopped(`${name} was not unpacked: tar ended with ${status}.`);
}

/** Not every `chromium` is one: Ubuntu's only says how to install it. On Windows the question would open a window. */
function starts(path, env = {}) {
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0;
}

const isInstalled = () => existsSync(MARKER) && readFileSync(MARKER, 'utf8') === LOCK_HASH;

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

const adviceFor = (reason) =>
	`No Chromium for the page: ${reason} (${process.platform} ${process.arch}). Install Chromium or Google Chrome, or name one with CHROMIUM=/path/to/it.`;
