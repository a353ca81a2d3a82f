import { Cleanup } from '../../demo/cleanup.mts';
import { type Environment, credentialFor, startEnvironment } from '../../demo/environment.mts';
import { type JsonObject, listOf, objectOf } from '../../demo/n8n/json.mts';
import type { Execution } from '../../demo/n8n/rest.mts';
import { CREDENTIAL_NAME } from '../../demo/workflow.mts';

const cleanup = new Cleanup();
let environment: Environment;

beforeAll(async () => {
	environment = await startEnvironment({ cleanup });
	await environment.rest.createCredential(credentialFor(environment.simulator));
});
afterAll(() => cleanup.closeAll());
beforeEach(() => environment.simulator.exchange.reset());

/** A node as a saved workflow holds it: contract names only, everything else left to its default. */
const bybit = (name: string, parameters: JsonObject, x: number): JsonObject => ({
	id: `node-${x}`,
	name,
	type: 'n8n-nodes-bybit-p2p.bybitP2P',
	typeVersion: 1,
	position: [x, 0],
	parameters,
	credentials: { bybitP2PApi: { id: null, name: CREDENTIAL_NAME } },
});

const chain = (name: string, ...nodes: readonly JsonObject[]): JsonObject => {
	const start = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const all = [start, ...nodes];
	const links = all
		.slice(1)
		.map((node, index) => [
			String(all[index]?.name),
			{ main: [[{ node: String(node.name), type: 'main', index: 0 }]] },
		]);
	return { name, nodes: all, connections: Object.fromEntries(links) as JsonObject, settings: { executionOrder: 'v1' } };
};

const byId = (value: string): JsonObject => ({ __rl: true, mode: 'id', value });

/** The items that left a node's first output. */
function itemsOf({ runData }: Execution, node: string): JsonObject[] {
	const run = objectOf(listOf(runData[node])[0] ?? {});
	const [output] = listOf(objectOf(run.data ?? {}).main);
	return listOf(output).map((item) => objectOf(objectOf(item).json));
}

const listReadWrite = () =>
	chain(
		'list, read, write',
		bybit('List', { resource: 'order', operation: 'getPending', returnAll: false, limit: 5 }, 200),
		bybit('Read', { resource: 'order', operation: 'get', orderId: byId('={{ $json.orderId }}') }, 400),
		bybit(
			'Write',
			{
				resource: 'chat',
				operation: 'sendMessage',
				orderId: byId('={{ $json.orderId }}'),
				messageType: 'text',
				text: 'Hello!',
			},
			600,
		),
	);

describe('a saved workflow that holds only contract names', () => {
	it('lists a pending order, reads it and writes to its buyer', async () => {
		const { exchange } = environment.simulator;
		const order = exchange.openOrder({
			side: 'sell',
			coin: 'USDT',
			fiat: 'EUR',
			amount: '93',
			counterparty: 'AnnaBuys',
			counterpartyName: 'Anna Schmidt',
		});
		const id = await environment.rest.importWorkflow(listReadWrite());

		const execution = await environment.rest.runManually(id, 'Start');

		expect([execution.error, execution.status]).toEqual([null, 'success']);
		expect(itemsOf(execution, 'List')).toEqual([
			expect.objectContaining({ orderId: order.id, status: 'waitingForPayment', side: 'sell' }),
		]);
		expect(itemsOf(execution, 'Read')).toEqual([
			expect.objectContaining({
				orderId: order.id,
				coin: 'USDT',
				fiat: 'EUR',
				fiatAmount: order.amount,
				counterpartyNickname: 'AnnaBuys',
			}),
		]);
		expect(itemsOf(execution, 'Write')).toEqual([expect.objectContaining({ orderId: order.id, sent: true })]);
		expect(exchange.messagesOf(order.id).filter(({ from }) => from === 'merchant')).toEqual([
			expect.objectContaining({ content: 'Hello!' }),
		]);
	});

	it('releases a paid order once, and says so when it is run again', async () => {
		const { exchange } = environment.simulator;
		const order = exchange.openOrder({ side: 'sell' });
		exchange.buyerPays(order.id);
		const id = await environment.rest.importWorkflow(
			chain(
				'release',
				bybit(
					'Release',
					{
						resource: 'order',
						operation: 'release',
						orderId: byId(order.id),
						safetyChecks: { expectedFiatAmount: order.amount },
					},
					200,
				),
			),
		);

		const first = await environment.rest.runManually(id, 'Start');
		const second = await environment.rest.runManually(id, 'Start');

		expect([first.error, second.error]).toEqual([null, null]);
		expect(itemsOf(first, 'Release')).toEqual([
			expect.objectContaining({ orderId: order.id, released: true, alreadyReleased: false }),
		]);
		expect(itemsOf(second, 'Release')).toEqual([expect.objectContaining({ orderId: order.id, alreadyReleased: true })]);
		expect(exchange.effects(order.id).releases).toBe(1);
	});

	it('refuses a release whose amount is not the expected one, and sends nothing', async () => {
		const { exchange } = environment.simulator;
		const order = exchange.openOrder({ side: 'sell' });
		exchange.buyerPays(order.id);
		const id = await environment.rest.importWorkflow(
			chain(
				'refuse',
				bybit(
					'Release',
					{
						resource: 'order',
						operation: 'release',
						orderId: byId(order.id),
						safetyChecks: { expectedFiatAmount: '1' },
					},
					200,
				),
			),
		);

		const execution = await environment.rest.runManually(id, 'Start');

		expect(execution.status).toBe('error');
		expect(execution.error).toContain(order.amount);
		expect(exchange.calls.filter(({ path }) => path === '/v5/p2p/order/finish')).toEqual([]);
	});
});
