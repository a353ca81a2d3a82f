import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './layout.mjs';
import { Stopped } from './npm.mjs';

const HOLDER = join(CACHE, 'installing');

/** Runs `work` unless another process installs into this checkout now: two installs in one folder spoil both. */
export async function oneAtATime(work) {
	mkdirSync(CACHE, { recursive: true });
	take();
	try {
		return await work();
	} finally {
		rmSync(HOLDER, { force: true });
	}
}

function take() {
	try {
		writeFileSync(HOLDER, String(process.pid), { flag: 'wx' });
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		const holder = Number(readFileSync(HOLDER, 'utf8'));
		if (isAlive(holder))
			throw new Stopped(
				`Process ${holder} is installing into this folder already. Wait until it has ended, then start again.`,
			);
		// Left behind by an install that was killed.
		writeFileSync(HOLDER, String(process.pid));
	}
}

function isAlive(pid) {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
