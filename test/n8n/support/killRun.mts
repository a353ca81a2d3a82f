import { Cleanup } from '../../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../../demo/environment.mts';
import type { JsonObject } from '../../../demo/n8n/json.mts';
import { Chance } from './chance.mts';
import { type ExecutionCounts, countExecutions } from './executionCounts.mts';
import { killAgainAndAgain, killMoments } from './kills.mts';
import { everySeconds, merchantWorkflow } from './merchantWorkflow.mts';
import { MODES, type Mode } from './modes.mts';
import { settle } from './settle.mts';
import { playTraffic } from './traffic.mts';
import { type Verdict, isSettled, verdictOf } from './verdict.mts';

export type KillPlan = {
	readonly mode: Mode;
	readonly seed: number;
	readonly events: readonly string[];
	readonly options?: JsonObject;
	readonly orders: number;
	/** In which the orders are opened. */
	readonly overSeconds: number;
	readonly kills: number;
	/** Whether the exchange's clock leaps ahead once nothing happens any more; else the waiting is real. */
	readonly leaps: boolean;
	readonly settleWithinSeconds: number;
};

export type KillReport = {
	readonly plan: KillPlan;
	/** Seconds after the first order. */
	readonly killedAt: readonly number[];
	readonly verdict: Verdict;
	readonly executions: ExecutionCounts;
	/** Refusals by the rate limit: each new process begins to count anew. */
	readonly rateLimited: number;
	readonly calls: number;
	readonly leaps: number;
	readonly seconds: number;
};

const POLL_EVERY_SECONDS = 10;

/** Buyers trade while n8n is killed and started again; then it has time to settle what is left. */
export async function playKills(plan: KillPlan): Promise<KillReport> {
	const cleanup = new Cleanup();
	try {
		return await playIn(await startEnvironment({ cleanup, settings: MODES[plan.mode] }), plan);
	} finally {
		await cleanup.closeAll();
	}
}

async function playIn({ simulator, n8n, rest, startAgain }: Environment, plan: KillPlan): Promise<KillReport> {
	const { exchange } = simulator;
	await rest.createCredential(credentialFor(simulator));
	const workflowId = await rest.importWorkflow(
		merchantWorkflow({ ...plan, pollSeconds: everySeconds(POLL_EVERY_SECONDS) }),
	);
	await rest.publish(workflowId);

	const startedAt = performance.now();
	const [deals, killedAt] = await Promise.all([
		playTraffic(exchange, new Chance(plan.seed), plan),
		killAgainAndAgain(n8n, startAgain, killMoments(new Chance(plan.seed), plan.kills)),
	]);
	const leaps = await settle(exchange, () => isSettled(exchange, verdictOf(exchange, deals)), {
		quietSeconds: 2 * POLL_EVERY_SECONDS,
		leaps: plan.leaps,
		withinSeconds: plan.settleWithinSeconds,
	});
	return {
		plan,
		killedAt,
		verdict: verdictOf(exchange, deals),
		executions: await countExecutions(rest, workflowId),
		rateLimited: exchange.calls.filter(({ code }) => code === 10006).length,
		calls: exchange.calls.length,
		leaps,
		seconds: Math.round((performance.now() - startedAt) / 1000),
	};
}
