import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { BROWSER_PACKAGES, NoBrowser, browserHere } from './install/browser.mjs';

/** What a fresh profile would do on its own: ask, fetch, report. */
const QUIET = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-gpu',
	'--disable-quic',
	'--disable-sync',
	'--no-first-run',
	'--no-zygote',
	'--font-render-hinting=none',
];

/**
 * Starts the Chromium of this machine, or the one from npm, without a window.
 *
 * @param env what its environment has besides
 * @throws NoBrowser when `ensureBrowser` has not been called before, or there is none
 */
export async function launchBrowser(env: Readonly<Record<string, string>> = {}): Promise<Browser> {
	const here = browserHere();
	if (here === null)
		throw new NoBrowser('There is no Chromium yet: `npm run test:page` and `npm run pictures` fetch one.');
	const { chromium } = createRequire(BROWSER_PACKAGES)('playwright-core') as typeof import('playwright-core');
	return await chromium.launch({
		executablePath: here.executable,
		env: { ...process.env, ...here.env, ...env },
		args: QUIET,
		headless: true,
	});
}
