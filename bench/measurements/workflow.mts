import { setTimeout as sleep } from 'node:timers/promises';

import { Cleanup } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import type { JsonObject } from '../../demo/n8n/json.mts';
import { ensureN8n } from '../../tools/install/n8nRuntime.mjs';
import type { Row } from '../report/row.mts';
import { median } from '../report/statistics.mts';
import { everySeconds, link, send, trigger, TRIGGER } from '../../test/n8n/support/merchantWorkflow.mts';

/** What trigger, get and send of one order ask of the exchange; the poll itself is one of some seconds. */
const READS_PER_EXECUTION = 4;
const READS_A_SECOND = 10;

export async function measure({ quick }: { readonly quick: boolean }): Promise<readonly Row[]> {
	await ensureN8n();
	const cleanup = new Cleanup();
	try {
		const environment = await startEnvironment({ cleanup });
		await environment.rest.createCredential(credentialFor(environment.simulator));
		const six = await greetings(environment, 6, quick ? 6 : 18);
		const one = quick ? [] : [await greetings(environment, 1, 18)];
		return [...[...one, six].map(greetingRow), await executions(environment, quick ? 20 : 60)];
	} finally {
		await cleanup.closeAll();
	}
}

interface Greetings {
	readonly perMinute: number;
	readonly seconds: readonly number[];
}

/** Orders are opened at moments that fall on every part of the pause between two polls. */
async function greetings(environment: Environment, perMinute: number, orders: number): Promise<Greetings> {
	const pauseMs = 60_000 / perMinute;
	const stop = await published(environment, everySeconds(60 / perMinute));
	const opened: Opened[] = [];
	const stepMs = Math.max(500, (pauseMs / orders) * (perMinute === 1 ? 1 : 3));
	for (let index = 0; index < orders; index += 1) {
		await sleep(stepMs);
		opened.push(openOrder(environment, `early ${perMinute} ${index}`));
	}
	const seconds = await greeted(environment, opened, pauseMs + 20_000);
	await stop();
	return { perMinute, seconds };
}

function greetingRow({ perMinute, seconds }: Greetings): Row {
	return {
		what: `Order to greeting, ${perMinute} Poll Time${perMinute === 1 ? '' : 's'} a minute`,
		ours: median(seconds),
		unit: 's',
		against: [{ name: 'half the pause between two polls', value: 30 / perMinute }],
		note: `slowest ${Math.max(...seconds).toFixed(1)} s`,
	};
}

/** Many orders at once, each with an execution of its own. */
async function executions(environment: Environment, orders: number): Promise<Row> {
	const stop = await published(environment, everySeconds(10));
	await sleep(12_000);
	const opened = Array.from({ length: orders }, (_, index) => openOrder(environment, `many ${index}`));
	await greeted(environment, opened, 120_000);
	const sent = opened.map(({ id }) => greetingAt(environment, id) ?? Number.NaN).sort((a, b) => a - b);
	await stop();
	const seconds = (sent[sent.length - 1] - sent[0]) / 1_000;
	return {
		what: `${orders} orders at once: seconds of an execution of trigger, get, send`,
		ours: seconds / (orders - 1),
		unit: 's',
		against: [{ name: 'the read limit', value: READS_PER_EXECUTION / READS_A_SECOND }],
		note: `${((orders - 1) / seconds).toFixed(2)} executions a second`,
	};
}

async function published({ rest }: Environment, pollSeconds: readonly number[]): Promise<() => Promise<void>> {
	const id = await rest.importWorkflow(workflow(pollSeconds));
	await rest.publish(id);
	return async () => await rest.unpublish(id);
}

function workflow(pollSeconds: readonly number[]): JsonObject {
	const orderId = `={{ $('${TRIGGER}').item.json.order.orderId }}`;
	const greet = send('Greet', 'Hello', { column: 2, options: {} });
	const parameters = { resource: 'order', operation: 'get', orderId: { __rl: true, mode: 'id', value: orderId } };
	const get = { ...greet, id: 'b1f00000-0000-4000-8000-00000000beac', name: 'Get', position: [200, 0], parameters };
	const options = { separateExecutions: true };
	return {
		name: 'Trigger, get, send',
		nodes: [trigger({ events: ['orderCreated'], options, pollSeconds }), get, greet],
		connections: { [TRIGGER]: { main: [[link('Get')]] }, Get: { main: [[link('Greet')]] } },
		settings: { executionOrder: 'v1' },
	};
}

interface Opened {
	readonly id: string;
	readonly atMs: number;
}

function openOrder({ simulator }: Environment, counterparty: string): Opened {
	const { id } = simulator.exchange.openOrder({ side: 'sell', counterparty, paymentMinutes: 1_000 });
	return { id, atMs: simulator.exchange.now() };
}

/** Seconds from each order to its greeting. @throws when one is not greeted in time. */
async function greeted(
	environment: Environment,
	opened: readonly Opened[],
	withinMs: number,
): Promise<readonly number[]> {
	const giveUpMs = Date.now() + withinMs;
	for (;;) {
		const times = opened.map(({ id }) => greetingAt(environment, id));
		if (!times.includes(undefined)) return opened.map(({ atMs }, index) => (Number(times[index]) - atMs) / 1_000);
		if (Date.now() > giveUpMs)
			throw new Error(`${times.filter((at) => at === undefined).length} orders were not greeted`);
		await sleep(250);
	}
}

function greetingAt({ simulator }: Environment, orderId: string): number | undefined {
	return simulator.exchange.calls.find(
		({ path, body }) => path.endsWith('/message/send_v1') && (body as { orderId?: string }).orderId === orderId,
	)?.at;
}
