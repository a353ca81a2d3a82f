import { ensureBrowser } from './browser.mjs';
import { ensureDevDependencies } from './devDependencies.mjs';
import { ensureN8n } from './n8nRuntime.mjs';
import { Stopped, endInstall } from './npm.mjs';

/**
 * Makes a fresh clone ready, and ends the process with advice when it cannot.
 *
 * @param {{ n8n?: boolean, browser?: boolean }} parts the development packages always, n8n and a browser when asked for
 */
export async function ensureInstalled({ n8n = false, browser = false } = {}) {
	let interrupted = false;
	const interrupt = () => {
		interrupted = true;
		endInstall();
	};
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, interrupt);
	try {
		await ensureDevDependencies();
		if (n8n && !interrupted) await ensureN8n();
		if (browser && !interrupted) await ensureBrowser();
	} catch (error) {
		if (!interrupted) {
			console.error(`\n${error instanceof Stopped ? error.message : error.stack}`);
			process.exit(error.exitCode ?? 1);
		}
	} finally {
		for (const signal of signals) process.off(signal, interrupt);
	}
	if (interrupted) {
		console.error(
			'\nInterrupted while installing. Start again: finished parts are kept, the half-installed one is repaired.',
		);
		process.exit(130);
	}
}
