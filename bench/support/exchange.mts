import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Exchange } from '../../simulator/exchange.mts';
import type { ServerOptions } from '../../simulator/server.mts';

type Controls = Omit<Exchange, 'calls' | 'limits' | 'merchant' | 'handle'>;
type ControlName = {
	[Name in keyof Controls]: Controls[Name] extends (...args: never) => unknown ? Name : never;
}[keyof Controls];

/** The exchange in another process. */
export interface RemoteExchange {
	readonly url: string;
	/** A method of the simulator. */
	control<Name extends ControlName>(
		name: Name,
		...args: Parameters<Controls[Name]>
	): Promise<Awaited<ReturnType<Controls[Name]>>>;
	/** Calls since `clearCalls`, and how many of them the rate limit refused. */
	summary(): Promise<{ readonly calls: number; readonly refused: number }>;
	close(): Promise<void>;
}

interface Reply {
	readonly id?: number;
	readonly url?: string;
	readonly value?: unknown;
	readonly error?: string;
}

export async function startExchange(options: ServerOptions = {}): Promise<RemoteExchange> {
	const file = fileURLToPath(new URL('exchangeProcess.mts', import.meta.url));
	const child = fork(file, [JSON.stringify(options)], { execArgv: ['--import', 'tsx'] });
	const waiting = new Map<number, (reply: Reply) => void>();
	const url = await new Promise<string>((resolve, reject) => {
		child.once('exit', (code) => reject(new Error(`The simulator ended (${code})`)));
		child.on('message', (reply: Reply) => {
			if (reply.url !== undefined) resolve(reply.url);
			else waiting.get(reply.id ?? 0)?.(reply);
		});
	});
	let asked = 0;
	const ask = async (method: string, ...args: unknown[]): Promise<unknown> => {
		const id = (asked += 1);
		const reply = await new Promise<Reply>((resolve) => {
			waiting.set(id, resolve);
			child.send({ id, method, args });
		});
		waiting.delete(id);
		if (reply.error !== undefined) throw new Error(`The simulator said no to ${method}: ${reply.error}`);
		return reply.value;
	};
	return {
		url,
		control: async (name, ...args) => (await ask(name, ...args)) as never,
		summary: async () => (await ask('summary')) as Awaited<ReturnType<RemoteExchange['summary']>>,
		close: async () => await ended(child),
	};
}

async function ended(child: ChildProcess): Promise<void> {
	const exit = new Promise((resolve) => child.once('exit', resolve));
	child.disconnect();
	await exit;
}
