import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Another process of this folder that listens somewhere and says where. */
export async function startListening(file: string): Promise<{ readonly url: string; close(): Promise<void> }> {
	const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ['--import', 'tsx'] });
	const url = await new Promise<string>((resolve, reject) => {
		child.once('message', (said: { url: string }) => resolve(said.url));
		child.once('exit', (code) => reject(new Error(`${file} ended (${code})`)));
	});
	return {
		url,
		async close() {
			const exit = new Promise((resolve) => child.once('exit', resolve));
			child.disconnect();
			await exit;
		},
	};
}
