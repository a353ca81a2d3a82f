import { ensureBuilt } from '../../demo/n8n/build.mts';
import { type KillPlan, type KillReport, playKills } from './support/killRun.mts';
import { MODE_NAMES, type Mode } from './support/modes.mts';
import { keepReport, say } from './support/report.mts';
import { lineOf } from './support/verdict.mts';

const IS_FULL = process.env.KILLS === 'full';
/** `KILLS_SEED=8 npm run test:n8n -- kills` plays another run. */
const SEED = Number(process.env.KILLS_SEED ?? 1);

/** Edges for speed, levels for certainty: what an edge lost, the level brings again until it is settled. */
const EDGES_AND_LEVELS = ['orderCreated', 'orderPaid', 'messageReceived', 'orderOpen', 'messageUnanswered'];

type Variant = Pick<KillPlan, 'options' | 'orders' | 'overSeconds' | 'kills'>;

const SHORT = { orders: 100, overSeconds: 100, kills: 4 } as const;
const FULL = { orders: 100, overSeconds: 240, kills: 10 } as const;
const VARIANTS: Readonly<Record<string, Variant>> = {
	'all events of a poll in one execution': { ...(IS_FULL ? FULL : SHORT), options: { repeatMinutes: 1 } },
	'each event in an execution of its own': {
		...(IS_FULL ? FULL : { ...SHORT, orders: 50, overSeconds: 50, kills: 2 }),
		options: { repeatMinutes: 1, separateExecutions: true },
	},
};

beforeAll(async () => {
	await ensureBuilt();
});

describe.each(Object.entries(VARIANTS))('n8n killed while buyers trade, %s', (name, variant) => {
	let reports: ReadonlyMap<Mode, KillReport>;

	// All modes at once: each keeps to the limit of an account of its own and waits most of the time.
	beforeAll(
		async () => {
			const played = await Promise.allSettled(MODE_NAMES.map((mode, index) => playMode(mode, SEED + index)));
			reports = new Map(played.map(valueOf).map((report) => [report.plan.mode, report]));
		},
		IS_FULL ? 3_600_000 : 1_200_000,
	);

	async function playMode(mode: Mode, seed: number): Promise<KillReport> {
		const report = await playKills({
			...variant,
			mode,
			seed,
			events: EDGES_AND_LEVELS,
			leaps: !IS_FULL,
			settleWithinSeconds: IS_FULL ? 1_800 : 600,
		});
		say(`${name}, ${mode}: ${report.killedAt.length} kills, ${lineOf(report.verdict)}, ${countsOf(report)}`);
		keepReport(`kills ${name} ${mode}`, report);
		return report;
	}

	it.each(MODE_NAMES)('greets every order exactly once, with %s', (mode) => {
		expect(reports.get(mode)?.verdict.greeted).toEqual({ never: 0, once: variant.orders, more: 0 });
	});

	it.each(MODE_NAMES)('releases every order exactly once, with %s', (mode) => {
		expect(reports.get(mode)?.verdict.released).toEqual({ never: 0, once: variant.orders, more: 0 });
	});

	it.each(MODE_NAMES)('thanks nobody twice, and answers no message twice, with %s', (mode) => {
		const verdict = reports.get(mode)?.verdict;

		expect([verdict?.thanked.more, verdict?.answered.more]).toEqual([0, 0]);
	});
});

/** Only when all have ended: what failed must not leave the others running. */
function valueOf<T>(result: PromiseSettledResult<T>): T {
	if (result.status === 'rejected') throw result.reason;
	return result.value;
}

const countsOf = ({ executions, calls, rateLimited, seconds }: KillReport): string =>
	[
		`executions ${JSON.stringify(executions.byStatus)}`,
		`items ${JSON.stringify(executions.itemsByEvent)}, ${executions.repeatedEventIds} with an eventId seen before`,
		`${calls} calls, ${rateLimited} of them refused by the rate limit, ${seconds} s`,
	].join(', ');
