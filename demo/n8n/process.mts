import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CACHE, N8N_BIN, N8N_TO_RUN, ROOT, nodeForN8n } from '../../tools/install/layout.mjs';
import { isReady } from './readiness.mts';

const READY_WITHIN_MS = 120_000;
const END_WITHIN_MS = 10_000;

export type RunningN8n = {
	readonly url: string;
	readonly pid: number;
	/** File: what n8n says, of all its starts in this user folder. */
	readonly log: string;
	/** Resolves when the editor and the API answer, rejects when they do not or n8n ends before. */
	readonly ready: Promise<void>;
	/** Rejects when n8n ends without having been asked to. Never resolves. */
	readonly died: Promise<never>;
	stop(): Promise<void>;
	/** Ends it as a power cut would: nothing of what it was doing is brought to an end. */
	kill(): Promise<void>;
};

export type N8nOptions = {
	readonly userFolder: string;
	readonly port: number;
	readonly brokerPort: number;
	/** What differs from n8n on SQLite with today's scheduler, as n8n's own environment variables. */
	readonly settings?: N8nSettings;
	/** Of n8n's command line; by default `start`. */
	readonly command?: readonly string[];
};

export type N8nSettings = Readonly<Record<string, string>>;

/** Starts n8n in the given user folder, by default on SQLite. */
export function startN8n({ userFolder, port, brokerPort, settings = {}, command = ['start'] }: N8nOptions): RunningN8n {
	const url = `http://127.0.0.1:${port}`;
	const log = join(userFolder, 'n8n.log');
	const output = openSync(log, 'a');
	// A process group of its own, so that Ctrl-C reaches this process only and n8n's helpers can be ended together with it.
	const child = spawn(
		nodeForN8n().binary,
		['--import', pathToFileURL(join(ROOT, 'demo', 'n8n', 'endWithParent.mjs')).href, N8N_TO_RUN, ...command],
		{
			cwd: userFolder,
			env: { ...inherited(), ...defaults(userFolder, port, brokerPort), ...settings },
			stdio: ['ignore', output, output, 'ipc'],
			detached: process.platform !== 'win32',
		},
	);
	closeSync(output);

	let isAsked = false;
	const gone = new AbortController();
	const died = new Promise<never>((_, reject) => {
		child.once('error', (error) => reject(new Error(`n8n was not started: ${error.message}`)));
		child.once('exit', (code, signal) => {
			// Its task runner would outlive a killed n8n.
			killGroup(child, 'SIGKILL');
			gone.abort();
			if (!isAsked) reject(new Error(`n8n ended by itself (${signal ?? `code ${code}`}).${lastLines(log)}`));
		});
	});
	died.catch(() => undefined);

	const answers = Promise.race([ready(url, log, gone.signal, command[0] === 'worker'), died]);
	answers.catch(() => undefined);
	const ending = (how: (process: ChildProcess) => Promise<void>) => async (): Promise<void> => {
		isAsked = true;
		await how(child);
	};
	return { url, pid: child.pid ?? 0, log, ready: answers, died, stop: ending(end), kill: ending(killNow) };
}

async function ready(url: string, log: string, gone: AbortSignal, isWorker: boolean): Promise<void> {
	const giveUpAt = Date.now() + READY_WITHIN_MS;
	while (Date.now() < giveUpAt && !gone.aborted) {
		if (await isReady(url, isWorker)) return;
		await sleep(200);
	}
	throw new Error(`n8n did not answer at ${url} within ${READY_WITHIN_MS / 1000} s.${lastLines(log)}`);
}

async function end(child: ChildProcess): Promise<void> {
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	killGroup(child, 'SIGTERM');
	await Promise.race([ended, sleep(END_WITHIN_MS, undefined, { ref: false })]);
	killGroup(child, 'SIGKILL');
}

async function killNow(child: ChildProcess): Promise<void> {
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	killGroup(child, 'SIGKILL');
	await ended;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	try {
		if (process.platform === 'win32') child.kill(signal);
		else if (child.pid !== undefined) process.kill(-child.pid, signal);
	} catch {
		// Nobody left in the group.
	}
}

/** Without what npm, jest and an n8n of this machine put there: with jest's NODE_ENV n8n ends without a word. */
const inherited = (): NodeJS.ProcessEnv =>
	Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(npm_|N8N_|DB_|EXECUTIONS_|QUEUE_|JEST_|NODE_)/i.test(name)),
	);

const defaults = (userFolder: string, port: number, brokerPort: number) => ({
	NODE_ENV: 'production',
	N8N_USER_FOLDER: userFolder,
	// Compiled code is kept between starts: n8n is up some seconds earlier.
	NODE_COMPILE_CACHE: join(CACHE, 'compiled'),
	N8N_ENCRYPTION_KEY: 'only-for-the-demo-on-this-machine',
	N8N_PORT: String(port),
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	N8N_SECURE_COOKIE: 'false',
	DB_TYPE: 'sqlite',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	// It would ask the network. Older versions do not know it, and do not start with a name that they do not know.
	...(N8N_TO_RUN === N8N_BIN ? { N8N_DISABLED_MODULES: 'mcp-registry' } : {}),
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	GENERIC_TIMEZONE: 'UTC',
});

function lastLines(log: string): string {
	const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8) : [];
	return lines.length ? ` Its last lines:\n${lines.map((line) => `    ${line}`).join('\n')}` : '';
}
