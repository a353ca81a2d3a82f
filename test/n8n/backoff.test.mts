import { setTimeout as sleep } from 'node:timers/promises';
import { Cleanup } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import { backoffsIn } from './support/backoffs.mts';
import { echoWorkflow, emittedFor } from './support/echoWorkflow.mts';
import { everySeconds } from './support/merchantWorkflow.mts';
import { MODES } from './support/modes.mts';
import { until } from './support/until.mts';

const HALF_AN_HOUR_MS = 30 * 60_000;
const POLL_EVERY_SECONDS = 5;
/** A short back-off, or two in a row. */
const SOON_SECONDS = 200;

const cleanup = new Cleanup();
let environment: Environment;
let workflowId: string;

beforeAll(async () => {
	environment = await startEnvironment({
		cleanup,
		settings: { ...MODES['the newer scheduler with durable cursors'], N8N_LOG_FORMAT: 'json' },
	});
	const { rest, simulator } = environment;
	await rest.createCredential(credentialFor(simulator));
	workflowId = await rest.importWorkflow(
		echoWorkflow({ events: ['orderCreated'], pollSeconds: everySeconds(POLL_EVERY_SECONDS) }),
	);
});
afterAll(() => cleanup.closeAll());

beforeEach(async () => {
	const { rest, simulator } = environment;
	simulator.exchange.reset();
	await rest.publish(workflowId);
	const order = simulator.exchange.openOrder({ counterparty: 'first' });
	await until('the first order emitted', () => emittedFor(simulator.exchange, order.id).length > 0);
});
afterEach(() => environment.rest.unpublish(workflowId));

/** Lets every call of the exchange be refused. @returns how n8n took the first poll that failed */
async function backoffAfter(code: number) {
	const { exchange } = environment.simulator;
	const before = backoffsIn(environment.n8n.log).length;
	exchange.fault({ path: '*', kind: 'code', code, times: Infinity });
	await until('n8n backs off', () => backoffsIn(environment.n8n.log).length > before);
	return backoffsIn(environment.n8n.log)[before];
}

describe('the back-off of n8n with durable cursors', () => {
	it('is short when the exchange says that there were too many requests, and the trigger goes on', async () => {
		const { exchange } = environment.simulator;

		const backoff = await backoffAfter(10006);
		exchange.clearFaults();
		const order = exchange.openOrder({ counterparty: 'second' });
		await until('the order emitted', () => emittedFor(exchange, order.id).length > 0, SOON_SECONDS);

		expect(backoff).toEqual({ cause: 'rate-limited', type: 'transient', delayMs: expect.any(Number) });
		expect(backoff?.delayMs).toBeLessThanOrEqual(60_000);
	});

	it('is short when the exchange is down, and the trigger goes on', async () => {
		const { exchange } = environment.simulator;

		const backoff = await backoffAfter(10016);
		exchange.clearFaults();
		const order = exchange.openOrder({ counterparty: 'second' });
		await until('the order emitted', () => emittedFor(exchange, order.id).length > 0, SOON_SECONDS);

		expect(backoff).toEqual({ cause: 'temporarily-unavailable', type: 'transient', delayMs: expect.any(Number) });
		expect(backoff?.delayMs).toBeLessThanOrEqual(60_000);
	});

	it('is half an hour when the key is refused, and over when the workflow is published again', async () => {
		const { exchange } = environment.simulator;

		const backoff = await backoffAfter(10003);
		exchange.clearFaults();
		exchange.clearCalls();
		await sleep(3 * POLL_EVERY_SECONDS * 1000);
		const callsMeanwhile = exchange.calls.length;
		await environment.rest.unpublish(workflowId);
		await environment.rest.publish(workflowId);
		const order = exchange.openOrder({ counterparty: 'second' });
		await until('the order emitted', () => emittedFor(exchange, order.id).length > 0, SOON_SECONDS);

		expect(backoff).toEqual({ cause: 'credential-invalid', type: 'permanent', delayMs: HALF_AN_HOUR_MS });
		expect(callsMeanwhile).toBe(0);
	});
});
