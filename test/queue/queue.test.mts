import type { N8nSettings } from '../../demo/n8n/process.mts';
import { keepReport, say } from '../n8n/support/report.mts';
import { lineOf } from '../n8n/support/verdict.mts';
import { type QueuePlan, type QueueReport, playQueue } from './support/queueRun.mts';

const settings = JSON.parse(process.env.QUEUE_TEST_SETTINGS ?? 'null') as N8nSettings | null;
if (settings === null) throw new Error('Start these tests with `npm run test:queue`: it knows where the services are.');

const PLANS: Readonly<Record<string, Omit<QueuePlan, 'seed' | 'events' | 'options'>>> = {
	short: { orders: 60, overSeconds: 100, settleWithinSeconds: 300 },
	// Some twenty calls an order, and ten reads a second for all processes: the work goes on for a while after the last buyer.
	full: { orders: 500, overSeconds: 900, settleWithinSeconds: 2_400 },
};

let report: QueueReport;
beforeAll(async () => {
	report = await playQueue(settings, {
		seed: 1,
		events: ['orderCreated', 'orderPaid', 'messageReceived', 'orderOpen', 'messageUnanswered'],
		options: { repeatMinutes: 1 },
		...(PLANS[process.env.QUEUE_TEST_LENGTH ?? 'full'] ?? PLANS.full),
	});
	say(`${lineOf(report.verdict)}, ${countsOf(report)}`);
	keepReport('queue run', report);
}, 4_200_000);

describe('n8n in queue mode, a worker and then the main process killed', () => {
	it('greets every order exactly once', () => {
		expect(report.verdict.greeted).toEqual({ never: 0, once: report.plan.orders, more: 0 });
	});

	it('releases every order exactly once', () => {
		expect(report.verdict.released).toEqual({ never: 0, once: report.plan.orders, more: 0 });
	});

	it('loses nothing to the rate limit that its processes share without knowing of each other', () => {
		expect(report.rateLimited).toBeGreaterThan(0);
		expect([report.verdict.greeted.never, report.verdict.released.never]).toEqual([0, 0]);
	});
});

const countsOf = ({ workerKilledAt, mainKilledAt, executions, calls, rateLimited, seconds }: QueueReport): string =>
	[
		`a worker killed at ${workerKilledAt} s, the main process at ${mainKilledAt} s`,
		`executions ${JSON.stringify(executions.byStatus)}, items ${JSON.stringify(executions.itemsByEvent)}`,
		`${calls} calls, ${rateLimited} of them refused by the rate limit (10006), ${seconds} s`,
	].join(', ');
