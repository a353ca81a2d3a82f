import { Cleanup } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import type { RunningN8n } from '../../demo/n8n/process.mts';
import type { Order } from '../../simulator/exchange.mts';
import { echoWorkflow, emittedFor } from './support/echoWorkflow.mts';
import { Gate } from './support/gate.mts';
import { type MerchantWorkflowOptions, everySeconds } from './support/merchantWorkflow.mts';
import { MODES, MODE_NAMES } from './support/modes.mts';
import { until } from './support/until.mts';

const PENDING = '/v5/p2p/order/pending/simplifyList';
const MINUTE_MS = 60_000;

/** The seconds of the minute that come so long from now. */
const secondsFromNow = (...seconds: readonly number[]) =>
	seconds.map((ahead) => (new Date().getUTCSeconds() + ahead) % 60);

describe.each(MODE_NAMES)('n8n with %s', (mode) => {
	const cleanup = new Cleanup();
	let environment: Environment;
	let n8n: RunningN8n;
	let gate: Gate;
	let workflowIds: string[] = [];

	beforeAll(async () => {
		environment = await startEnvironment({ cleanup, settings: { ...MODES[mode], N8N_LOG_FORMAT: 'json' } });
		n8n = environment.n8n;
		gate = await Gate.before(environment.simulator.url);
		cleanup.add('The gate', () => gate.remove());
		await environment.rest.createCredential(credentialFor(environment.simulator, { baseUrl: gate.url }));
	});
	afterAll(() => cleanup.closeAll());
	beforeEach(() => environment.simulator.exchange.reset());
	afterEach(async () => {
		for (const id of workflowIds) await environment.rest.unpublish(id);
		workflowIds = [];
	});

	async function publish(pollSeconds: readonly number[], options: Partial<MerchantWorkflowOptions> = {}) {
		const { rest } = environment;
		const id = await rest.importWorkflow(
			echoWorkflow({ events: ['orderCreated', 'orderPaid'], ...options, pollSeconds }),
		);
		workflowIds.push(id);
		await rest.publish(id);
		return id;
	}

	const polls = () => environment.simulator.exchange.calls.filter(({ path }) => path === PENDING);

	it('emits what was opened between publishing and the first poll, and nothing older', async () => {
		const { exchange } = environment.simulator;
		const before = exchange.openOrder({ createdAt: exchange.now() - 10 * MINUTE_MS, paymentMinutes: 30 });

		await publish(secondsFromNow(14, 24));
		const opened = Array.from({ length: 6 }, (_, index) => exchange.openOrder({ counterparty: `buyer-${index}` }));
		await until('six orders emitted', () => opened.every(({ id }) => emittedFor(exchange, id).length > 0));
		const seen = polls().length;
		await until('one more poll', () => polls().length > seen);

		expect(opened.map(({ id }) => emittedFor(exchange, id))).toEqual(opened.map(() => ['orderCreated']));
		expect(emittedFor(exchange, before.id)).toEqual([]);
	});

	it('emits an order that is still open every minute of the exchange, until it is not', async () => {
		const { exchange } = environment.simulator;
		await publish(everySeconds(5), { events: ['orderOpen'], options: { repeatMinutes: 1 } });
		const [ends, stays] = [exchange.openOrder({ counterparty: 'ends' }), exchange.openOrder({ counterparty: 'stays' })];
		const repeated = (orderId: string, times: number) =>
			until(`${times} repeats`, () => emittedFor(exchange, orderId).length >= times);

		exchange.advance(MINUTE_MS);
		await Promise.all([repeated(ends.id, 1), repeated(stays.id, 1)]);
		exchange.cancelOrder(ends.id);
		exchange.advance(MINUTE_MS);
		await repeated(stays.id, 2);
		exchange.advance(MINUTE_MS);
		await repeated(stays.id, 3);

		expect(emittedFor(exchange, ends.id)).toEqual(['orderOpen']);
		expect(emittedFor(exchange, stays.id)).toEqual(['orderOpen', 'orderOpen', 'orderOpen']);
	});

	it('runs each event as an execution of its own where that is asked for', async () => {
		const { exchange } = environment.simulator;
		const workflowId = await publish(secondsFromNow(12), { options: { separateExecutions: true } });

		const opened = Array.from({ length: 12 }, (_, index) => exchange.openOrder({ counterparty: `buyer-${index}` }));
		await until('all orders emitted', () => opened.every(({ id }) => emittedFor(exchange, id).length > 0));

		expect(opened.map(({ id }) => emittedFor(exchange, id))).toEqual(opened.map(() => ['orderCreated']));
		expect(await environment.rest.allExecutionsOf(workflowId)).toHaveLength(12);
	});

	it('goes on by itself when the exchange could not be reached while n8n started', async () => {
		const { exchange } = environment.simulator;
		await publish(everySeconds(5));
		const first = exchange.openOrder({ counterparty: 'first' });
		await until('the first order emitted', () => emittedFor(exchange, first.id).length > 0);

		await n8n.stop();
		gate.close();
		const missed = exchange.openOrder({ counterparty: 'missed' });
		n8n = environment.startAgain();
		await n8n.ready;
		const turnedAway = gate.turnedAway;
		await until('three tries that come to nothing', () => gate.turnedAway >= turnedAway + 3);
		gate.open();

		await until('the missed order emitted', () => emittedFor(exchange, missed.id).length > 0, 120);
		const late = exchange.openOrder({ counterparty: 'late' });
		await until('a later order emitted', () => emittedFor(exchange, late.id).length > 0);
		expect([first, missed, late].map(({ id }) => emittedFor(exchange, id))).toEqual([
			['orderCreated'],
			['orderCreated'],
			['orderCreated'],
		]);
	});

	it('polls six times a minute, one poll after the other, and emits nothing twice', async () => {
		const { exchange } = environment.simulator;
		const slowMs = 12_000;
		await publish(everySeconds(10));
		exchange.fault({ path: PENDING, kind: 'delay', delayMs: slowMs, times: Infinity });

		const before = polls().length;
		const orders: Order[] = [];
		for (const wanted of [1, 2]) {
			orders.push(exchange.openOrder({ counterparty: `buyer-${wanted}` }));
			await until('the next poll', () => polls().length >= before + wanted);
		}
		await until('the last order emitted', () => emittedFor(exchange, orders[1].id).length > 0);

		const gaps = polls()
			.slice(before)
			.map(({ at }, index, all) => at - (all[index - 1]?.at ?? at - slowMs));
		expect(gaps.filter((gap) => gap < slowMs)).toEqual([]);
		expect(orders.map(({ id }) => emittedFor(exchange, id))).toEqual(orders.map(() => ['orderCreated']));
	});
});
