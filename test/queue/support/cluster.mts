import type { Cleanup } from '../../../demo/cleanup.mts';
import { type Environment, startEnvironment, userFolderWithPackage } from '../../../demo/environment.mts';
import { freePort } from '../../../demo/n8n/ports.mts';
import { type N8nSettings, type RunningN8n, startN8n } from '../../../demo/n8n/process.mts';

export type Cluster = Environment & { readonly workers: readonly RunningN8n[] };

/** Jobs that one worker runs at a time; n8n's own default is 10. */
const CONCURRENCY = 5;

/**
 * One main process, which polls, and workers, which run what it emits; each with the package in a user folder of its own, as on
 * machines of their own.
 *
 * @param settings - where PostgreSQL and Redis are, the same for all.
 */
export async function startCluster(cleanup: Cleanup, settings: N8nSettings, workers: number): Promise<Cluster> {
	const environment = await startEnvironment({ cleanup, settings });
	const started: RunningN8n[] = [];
	for (let count = 0; count < workers; count += 1) started.push(await startWorker(cleanup, settings));
	await Promise.all(started.map(({ ready }) => ready));
	return { ...environment, workers: started };
}

async function startWorker(cleanup: Cleanup, settings: N8nSettings): Promise<RunningN8n> {
	const port = await freePort();
	const worker = startN8n({
		userFolder: await userFolderWithPackage(cleanup),
		port,
		brokerPort: await freePort(),
		command: ['worker', `--concurrency=${CONCURRENCY}`],
		settings: { ...settings, QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) },
	});
	cleanup.add('A worker', () => worker.stop());
	return worker;
}
