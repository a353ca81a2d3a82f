import { spawn } from 'node:child_process';

const EVERY_MS = 15_000;

/**
 * Says every 15 seconds that something still moves.
 *
 * @param {string} what
 * @param {string} expected what usually comes of it, e.g. "about 2,900 MB, 3 to 8 minutes"
 * @param {string | undefined} folder its size is reported, where the machine has `du`
 * @returns {() => number} ends the heartbeat, returns the seconds it took
 */
export function startHeartbeat(what, expected, folder) {
	const startedAt = Date.now();
	const elapsedSeconds = () => Math.round((Date.now() - startedAt) / 1000);
	console.log(`  ${what}: ${expected}`);
	const timer = setInterval(async () => {
		const size = folder ? await megabytes(folder) : null;
		const parts = [size === null ? null : `${size.toLocaleString('en')} MB so far`, clock(elapsedSeconds())];
		console.log(`  ${what}: ${parts.filter(Boolean).join(', ')}`);
	}, EVERY_MS);
	return () => {
		clearInterval(timer);
		return elapsedSeconds();
	};
}

const clock = (seconds) => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`);

function megabytes(folder) {
	return new Promise((resolve) => {
		const child = spawn('du', ['-sk', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
		let text = '';
		child.stdout.on('data', (chunk) => (text += chunk));
		child.on('error', () => resolve(null));
		child.on('close', () => resolve(Number.parseInt(text, 10) ? Math.round(Number.parseInt(text, 10) / 1024) : null));
	});
}
