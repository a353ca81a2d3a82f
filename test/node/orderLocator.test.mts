/** The ways in which workflows hold the ID of an order; all of them stay as they are whatever a new node starts with. */
import type { INodeParameters } from 'n8n-workflow';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction, shownFields } from '../support/n8nCore.mts';

let simulator: ExchangeServer;
let orderId: string;
beforeAll(async () => {
	simulator = await createExchange({ limits: false });
	orderId = simulator.exchange.openOrder({ side: 'sell', counterparty: 'anna' }).id;
});
afterAll(async () => {
	await simulator.close();
});

const get = async (parameters: INodeParameters) =>
	await runAction({ resource: 'order', operation: 'get', ...parameters }, credentialFor(simulator.url), {
		items: [{ json: { id: orderId } }],
	});

describe('the ID of an order', () => {
	it.each([
		['text', () => orderId],
		['an expression', () => '={{ $json.id }}'],
		['by ID', () => ({ __rl: true, mode: 'id', value: orderId })],
		['by ID, as an expression', () => ({ __rl: true, mode: 'id', value: '={{ $json.id }}' })],
		['from the list', () => ({ __rl: true, mode: 'list', value: orderId, cachedResultName: 'anna' })],
		['by URL', () => ({ __rl: true, mode: 'url', value: `https://www.bybit.com/en/p2p/order/${orderId}` })],
	])('is understood as %s', async (_, saved) => {
		const { json, error } = await get({ orderId: saved() });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ orderId }]);
	});

	it('is not taken from a URL that names two orders', async () => {
		const value = `https://www.bybit.com/p2p/orders?reorder=${orderId}&orderId=${BigInt(orderId) + 1n}`;
		const { error } = await get({ orderId: { __rl: true, mode: 'url', value } });

		expect(error?.message).toMatch(/^Order ID is not an ID of Bybit/);
	});

	it.each([
		['left out', {}],
		['empty', { orderId: '' }],
		['empty by ID', { orderId: { __rl: true, mode: 'id', value: '' } }],
		['empty in the list', { orderId: { __rl: true, mode: 'list', value: '' } }],
	])('is refused by n8n itself when it is %s', async (_, parameters) => {
		const before = simulator.exchange.calls.length;

		await expect(get(parameters)).rejects.toThrow('Parameter "Order ID" is required');
		expect(simulator.exchange.calls).toHaveLength(before);
	});

	it('is chosen from the list of open orders in a new node', () => {
		const field = shownFields({ resource: 'order', operation: 'get' }).find(({ name }) => name === 'orderId');

		expect(field?.default).toEqual({ mode: 'list', value: '' });
		expect(field?.modes?.[0]).toMatchObject({ displayName: 'From List', name: 'list' });
	});
});
