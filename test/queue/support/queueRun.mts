import { setTimeout as sleep } from 'node:timers/promises';
import { Cleanup } from '../../../demo/cleanup.mts';
import { credentialFor } from '../../../demo/environment.mts';
import type { JsonObject } from '../../../demo/n8n/json.mts';
import type { N8nSettings } from '../../../demo/n8n/process.mts';
import { Chance } from '../../n8n/support/chance.mts';
import { type ExecutionCounts, countExecutions } from '../../n8n/support/executionCounts.mts';
import { everySeconds, merchantWorkflow } from '../../n8n/support/merchantWorkflow.mts';
import { settle } from '../../n8n/support/settle.mts';
import { playTraffic } from '../../n8n/support/traffic.mts';
import { type Verdict, isSettled, verdictOf } from '../../n8n/support/verdict.mts';
import { type Cluster, startCluster } from './cluster.mts';

export type QueuePlan = {
	readonly seed: number;
	readonly events: readonly string[];
	readonly options?: JsonObject;
	readonly orders: number;
	readonly overSeconds: number;
	readonly settleWithinSeconds: number;
};

export type QueueReport = {
	readonly plan: QueuePlan;
	readonly workerKilledAt: number;
	readonly mainKilledAt: number;
	readonly verdict: Verdict;
	readonly executions: ExecutionCounts;
	/** Refusals by the rate limit of the account, which no process alone can keep. */
	readonly rateLimited: number;
	readonly calls: number;
	readonly leaps: number;
	readonly seconds: number;
};

const POLL_EVERY_SECONDS = 10;
/** A killed worker's jobs are given up by n8n about a minute later. */
const QUIET_SECONDS = 30;

/** Buyers trade; a worker is killed in the middle and stays away, later the main process is killed and started again. */
export async function playQueue(settings: N8nSettings, plan: QueuePlan): Promise<QueueReport> {
	const cleanup = new Cleanup();
	try {
		return await playIn(await startCluster(cleanup, settings, 2), plan);
	} finally {
		await cleanup.closeAll();
	}
}

async function playIn(cluster: Cluster, plan: QueuePlan): Promise<QueueReport> {
	const { rest, simulator } = cluster;
	const { exchange } = simulator;
	await rest.createCredential(credentialFor(simulator));
	const workflowId = await rest.importWorkflow(
		merchantWorkflow({ ...plan, pollSeconds: everySeconds(POLL_EVERY_SECONDS) }),
	);
	await rest.publish(workflowId);

	const startedAt = performance.now();
	const [deals, killed] = await Promise.all([
		playTraffic(exchange, new Chance(plan.seed), plan),
		killWorkerThenMain(cluster, plan.overSeconds),
	]);
	const leaps = await settle(exchange, () => isSettled(exchange, verdictOf(exchange, deals)), {
		quietSeconds: QUIET_SECONDS,
		leaps: false,
		withinSeconds: plan.settleWithinSeconds,
	});
	return {
		plan,
		...killed,
		verdict: verdictOf(exchange, deals),
		executions: await countExecutions(rest, workflowId),
		rateLimited: exchange.calls.filter(({ code }) => code === 10006).length,
		calls: exchange.calls.length,
		leaps,
		seconds: Math.round((performance.now() - startedAt) / 1000),
	};
}

async function killWorkerThenMain({ n8n, workers, startAgain }: Cluster, overSeconds: number) {
	const workerKilledAt = Math.round(overSeconds * 0.4);
	const mainKilledAt = Math.round(overSeconds * 0.7);
	await sleep(workerKilledAt * 1000);
	await workers[0]?.kill();
	await sleep((mainKilledAt - workerKilledAt) * 1000);
	await n8n.kill();
	await startAgain().ready;
	return { workerKilledAt, mainKilledAt };
}
