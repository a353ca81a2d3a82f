/** Several input items in one execution: reads side by side, everything else one after the other. */
import { resources } from '../../nodes/BybitP2P/action';
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';

const GET = { resource: 'order', operation: 'get', orderId: '={{ $json.id }}' };
const REPLY_MS = 400;

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: true });
});
afterEach(async () => {
	await simulator.close();
});

const orders = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => simulator.exchange.openOrder({ counterparty: `person ${index}` }).id);

const itemsOf = (ids: readonly string[]) => ids.map((id) => ({ json: { id } }));

const run = async (
	parameters: object,
	ids: readonly string[],
	onError?: 'continueRegularOutput' | 'continueErrorOutput',
) => await runAction(parameters as typeof GET, credentialFor(simulator.url), { items: itemsOf(ids), onError });

/** How many calls came in before the first reply left. */
function callsBeforeFirstReply(): number {
	const [first, ...others] = simulator.exchange.calls;
	return 1 + others.filter(({ at }) => at < first.at + REPLY_MS).length;
}

const codes = (): ReadonlySet<number | null> => new Set(simulator.exchange.calls.map(({ code }) => code));

describe('reads of several items', () => {
	it('wait for one another as little as the limits allow, and keep the order of the items', async () => {
		const ids = orders(10);
		simulator.exchange.fault({ path: '/v5/p2p/order/info', kind: 'delay', delayMs: REPLY_MS, times: 4 });

		const { items } = await run(GET, ids);

		expect(items.map(({ json, pairedItem }) => [json.orderId, pairedItem])).toEqual(
			ids.map((id, item) => [id, { item }]),
		);
		expect(callsBeforeFirstReply()).toBeGreaterThan(3);
		expect(codes()).toEqual(new Set([0]));
	});

	it('go on after an item that fails, which keeps its place', async () => {
		const ids = orders(5);

		const { items } = await run(GET, [...ids.slice(0, 2), '404', ...ids.slice(2)], 'continueRegularOutput');

		expect(items.map(({ json, pairedItem }) => [json.orderId ?? 'refused', pairedItem])).toEqual(
			[ids[0], ids[1], 'refused', ids[2], ids[3], ids[4]].map((id, item) => [id, { item }]),
		);
		expect(items[2].json.error).toMatch(/Bybit did not show the order/);
	});

	it('give what failed to the error output', async () => {
		const ids = orders(3);

		const { items, failed } = await run(GET, [ids[0], '404', ids[1], ids[2]], 'continueErrorOutput');

		expect([items.map(({ json }) => json.orderId), failed.length]).toEqual([ids, 1]);
	});

	it('stop the workflow with the first item that fails, whichever answers first', async () => {
		const ids = orders(20);
		simulator.exchange.fault({
			path: '/v5/p2p/order/info',
			kind: 'delay',
			delayMs: REPLY_MS,
			match: { orderId: '404' },
		});

		const { error, items } = await run(GET, [ids[0], '404', '405', ...ids]);

		const { itemIndex } = (error as unknown as { context: { itemIndex: number } }).context;
		expect([itemIndex, items]).toEqual([1, []]);
		expect(simulator.exchange.calls.length).toBeLessThan(ids.length);
	});
});

describe('writes of several items', () => {
	it('are carried out one after the other, in the order of the items', async () => {
		const ids = orders(4);

		await run({ resource: 'chat', operation: 'sendMessage', orderId: '={{ $json.id }}', text: 'Hello' }, ids);

		const sent = simulator.exchange.calls.filter(({ path }) => path.endsWith('/message/send_v1'));
		expect(sent.map(({ body }) => (body as { orderId: string }).orderId)).toEqual(ids);
	});

	it('stop at the first item that fails, before anything of a later one is sent', async () => {
		const ids = orders(3);

		await run({ resource: 'chat', operation: 'sendMessage', orderId: '={{ $json.id }}', text: 'Hello' }, [
			ids[0],
			'404',
			ids[1],
			ids[2],
		]);

		expect(ids.map((id) => simulator.exchange.effects(id).messages)).toEqual([1, 0, 0]);
	});
});

describe('the operations that may run side by side', () => {
	it('are all that read, but the one that may hold large files', () => {
		const apart = resources.flatMap(({ value: resource, operations }) =>
			operations.filter(({ isReadOnly }) => isReadOnly !== true).map(({ value }) => `${resource}.${value}`),
		);

		expect(apart).toEqual([
			...['ad.activate', 'ad.create', 'ad.delete', 'ad.reprice', 'ad.update'],
			...['chat.getMessages', 'chat.sendMessage'],
			...['order.markAsPaid', 'order.release', 'order.reviewCancelRequest'],
		]);
	});
});
