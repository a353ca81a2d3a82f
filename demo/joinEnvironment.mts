import { setTimeout as sleep } from 'node:timers/promises';
import { createExchange } from '../simulator/server.mts';
import type { Cleanup } from './cleanup.mts';
import type { JoinedEnvironment } from './environment.mts';
import { assertFree } from './n8n/ports.mts';
import { isReady } from './n8n/readiness.mts';
import { N8nRest } from './n8n/rest.mts';

const READY_WITHIN_MS = 180_000;

type JoinOptions = {
	readonly cleanup: Cleanup;
	readonly n8nUrl: string;
	readonly simulatorPort: number | null;
	readonly simulatorHost: string;
	readonly report: (what: string) => void;
};

/** A simulated exchange beside an n8n that somebody else starts, such as Docker; that n8n gets an owner and stays when the exchange ends. */
export async function joinEnvironment({
	cleanup,
	n8nUrl,
	simulatorPort,
	simulatorHost,
	report,
}: JoinOptions): Promise<JoinedEnvironment> {
	if (simulatorPort !== null) await assertFree(simulatorPort, '--simulator-port');
	const simulator = await createExchange({ port: simulatorPort ?? 0, host: simulatorHost });
	cleanup.add('The simulator', () => simulator.close());
	report(`started the simulated exchange at ${simulator.url}; waiting for n8n at ${n8nUrl}`);

	await ready(n8nUrl);
	report(`n8n is ready at ${n8nUrl}`);
	const rest = new N8nRest(n8nUrl);
	await rest.createOwner().catch((error: Error) => {
		throw new Error(`${error.message}\nDoes this n8n have an owner already? Begin with a fresh one.`);
	});
	// Not ours to start or end.
	return { simulator, n8n: { url: n8nUrl, died: new Promise<never>(() => undefined) }, rest };
}

async function ready(url: string): Promise<void> {
	const giveUpAt = Date.now() + READY_WITHIN_MS;
	while (Date.now() < giveUpAt) {
		if (await isReady(url)) return;
		await sleep(500);
	}
	throw new Error(`No n8n answered at ${url} within ${READY_WITHIN_MS / 1000} s.`);
}
