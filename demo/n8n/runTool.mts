import { spawn } from 'node:child_process';

/** Runs a program to its end; its output is shown only when it did not succeed. */
export function runTool([command = '', ...args]: readonly string[], cwd: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.once('error', reject);
		child.once('close', (code, signal) => {
			if (code === 0) resolve();
			else
				reject(
					new Error(
						`"${command} ${args.join(' ')}" ended with ${code ?? signal}:\n${output.trim().split('\n').slice(-25).join('\n')}`,
					),
				);
		});
	});
}

/** npm by its own script where it is known, which also works on Windows. */
export function npmArguments(...args: readonly string[]): readonly string[] {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? [process.execPath, script, ...args] : ['npm', ...args];
}
