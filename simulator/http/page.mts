import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

import type { HttpReply, HttpRequest } from './http.mts';
import { plainText } from './http.mts';

const folder = new URL('../page/', import.meta.url);
const prefix = '/_page/';

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** Here and not in a file: the build of the package copies every picture of the project. */
const icon =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" rx="13" fill="#f7a600"/><path d="M11.25 22.5h37.5L35 8.75M48.75 37.5h-37.5L25 51.25" fill="none" stroke="#17181e" stroke-width="6.8" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** Strangers' texts are shown on the page: it runs its own files only, and no text can become a part of it. */
const headers = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		"img-src 'self' blob:",
		"media-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	].join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cache-control': 'no-cache',
};

/** The page for a browser at `/`, and its files; undefined for every other request. */
export function pageReply({ method, path, headers: { accept = '' } }: HttpRequest): HttpReply | undefined {
	if (method !== 'GET') return undefined;
	if (path === '/' && accept.includes('text/html')) return pageFile('index.html', 'text/html; charset=utf-8');
	if (!path.startsWith(prefix)) return undefined;
	const name = path.slice(prefix.length);
	const type = types[extname(name)];
	if (name === 'icon.svg') return { status: 200, headers: { ...headers, 'content-type': type }, body: icon };
	if (type === undefined || !readdirSync(folder).includes(name)) return plainText(404, 'Not found');
	return pageFile(name, type);
}

/** Whether a page of another site asks: a browser names the site, a script does not. */
export function isFromAnotherSite({ headers: { origin, host } }: HttpRequest): boolean {
	return origin !== undefined && origin.replace(/^https?:\/\//, '') !== host;
}

function pageFile(name: string, type: string): HttpReply {
	// Read each time: the files are small, and a change shows when the page is loaded again.
	const body = readFileSync(new URL(name, folder));
	return { status: 200, headers: { ...headers, vary: 'accept', 'content-type': type }, body };
}
