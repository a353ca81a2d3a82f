import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningN8n } from '../../../demo/n8n/process.mts';
import type { Chance } from './chance.mts';

/** When n8n is killed: so long after it was ready, or after it was started, whether it is ready then or not. */
export type KillMoment = { readonly after: 'ready' | 'start'; readonly ms: number };

/** Most of the time at work, every fourth time while n8n starts. */
export const killMoments = (chance: Chance, kills: number): readonly KillMoment[] =>
	Array.from({ length: kills }, (_, index) =>
		index % 4 === 3
			? { after: 'start', ms: chance.between(500, 8_000) }
			: { after: 'ready', ms: chance.between(3_000, 20_000) },
	);

/**
 * Kills n8n at each of the moments and starts it again.
 *
 * @returns seconds after the beginning at which it was killed; n8n is ready again then
 */
export async function killAgainAndAgain(
	first: RunningN8n,
	startAgain: () => RunningN8n,
	moments: readonly KillMoment[],
): Promise<readonly number[]> {
	const startedAt = performance.now();
	const killedAt: number[] = [];
	let n8n = first;
	for (const { after, ms } of moments) {
		if (after === 'ready') await n8n.ready;
		await sleep(ms);
		await n8n.kill();
		killedAt.push(Math.round((performance.now() - startedAt) / 1000));
		n8n = startAgain();
	}
	await n8n.ready;
	return killedAt;
}
