import { ensureBuilt } from '../../demo/n8n/build.mts';
import { type KillReport, playKills } from './support/killRun.mts';
import { MODE_NAMES, type Mode } from './support/modes.mts';

let reports: ReadonlyMap<Mode, KillReport>;
beforeAll(async () => {
	await ensureBuilt();
	const played = await Promise.all(
		MODE_NAMES.map((mode) =>
			playKills({
				mode,
				seed: 7,
				events: ['orderCreated', 'orderPaid', 'messageReceived', 'orderOpen', 'messageUnanswered'],
				options: { repeatMinutes: 1 },
				orders: 100,
				overSeconds: 120,
				kills: 5,
				leaps: true,
				settleWithinSeconds: 300,
			}),
		),
	);
	reports = new Map(played.map((report) => [report.plan.mode, report]));
	for (const report of played) console.log(JSON.stringify(report, null, 1));
}, 1_200_000);

describe.each(MODE_NAMES)('n8n killed again and again, %s', (mode) => {
	it('releases', () => {
		expect(reports.get(mode)?.verdict).toEqual(1);
	});
});
