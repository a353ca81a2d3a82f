import type { N8nSettings } from '../../demo/n8n/process.mts';
import { type QueuePlan, type QueueReport, playQueue } from './support/queueRun.mts';

const settings = JSON.parse(process.env.QUEUE_TEST_SETTINGS ?? 'null') as N8nSettings | null;
if (settings === null) throw new Error('Start these tests with `npm run test:queue`: it knows where the services are.');

const PLANS: Readonly<Record<string, Omit<QueuePlan, 'seed' | 'events' | 'options'>>> = {
	short: { orders: 60, overSeconds: 100, settleWithinSeconds: 300 },
	full: { orders: 500, overSeconds: 900, settleWithinSeconds: 900 },
};

let report: QueueReport;
beforeAll(async () => {
	report = await playQueue(settings, {
		seed: 1,
		events: ['orderCreated', 'orderPaid', 'messageReceived'],
		...(PLANS[process.env.QUEUE_TEST_LENGTH ?? 'full'] ?? PLANS.full),
	});
	console.log(JSON.stringify(report, null, 1));
}, 2_400_000);

describe('n8n in queue mode, a worker and then the main process killed', () => {
	it('greets every order exactly once', () => {
		expect(report.verdict.greeted).toEqual({ never: 0, once: report.plan.orders, more: 0 });
	});

	it('releases every order exactly once', () => {
		expect(report.verdict.released).toEqual({ never: 0, once: report.plan.orders, more: 0 });
	});
});
