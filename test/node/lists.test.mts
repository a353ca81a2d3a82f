import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction, searchList } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false, now: Date.now() });
});
afterEach(async () => {
	await simulator.close();
});

function open(count: number, more = {}): string[] {
	return Array.from({ length: count }, (_none, index) => {
		simulator.exchange.advance(10);
		return simulator.exchange.openOrder({ side: 'sell', counterparty: `buyer ${index}`, ...more }).id;
	});
}

const run = async (operation: string, parameters = {}) =>
	await runAction({ resource: 'order', operation, ...parameters }, credentialFor(simulator.url));

/** Calls that were answered; a first one may be refused because of the clock. */
const requests = (path: string) =>
	simulator.exchange.calls.filter((call) => call.path === path && call.code === 0).length;

describe('lists of orders', () => {
	it.each([
		[0, 1],
		[30, 2],
		[31, 2],
		[61, 3],
	])('give all of %i orders with Return All', async (count, pages) => {
		const ids = open(count);

		const { json, error } = await run('getPending', { returnAll: true });

		expect(error).toBeUndefined();
		expect(json.map(({ orderId }) => orderId)).toEqual(ids.reverse());
		expect(requests(PATH.pendingOrders)).toBe(pages);
	});

	it('give 1,000 orders, each once', async () => {
		const ids = open(1000, { counterparty: 'one buyer' });

		const { json } = await run('getMany', { returnAll: true });

		expect(json.map(({ orderId }) => orderId)).toEqual(ids.reverse());
		// The pace of the exchange, 10 reads a second, is kept while 34 pages are read.
	}, 20_000);

	it('stop reading when the limit is full', async () => {
		open(61);

		const { json } = await run('getPending', { limit: 30 });

		expect(json).toHaveLength(30);
		expect(requests(PATH.pendingOrders)).toBe(1);
	});

	it('pair every item with the input item it came from', async () => {
		open(2);

		const { items } = await runAction(
			{ resource: 'order', operation: 'getPending', limit: '={{ $json.limit }}' },
			credentialFor(simulator.url),
			{ items: [{ json: { limit: 1 } }, { json: { limit: 2 } }] },
		);

		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 1 }]);
	});

	it('leave an untouched reply as it is', async () => {
		const [id] = open(1);

		const { json } = await run('getPending', { simplify: false });

		expect(json[0]).toMatchObject({ id, tokenId: 'USDT', currencyId: 'EUR', side: 1, status: 10 });
	});
});

describe('Include Details', () => {
	it.each(['getMany', 'getPending'])(
		'gives whole names and payment details with %s, one call an order',
		async (operation) => {
			const [id] = open(1, { counterpartyName: 'Anna Maria Berg' });
			open(1, { side: 'buy' });

			const { json } = await run(operation, { filters: { side: 'sell' }, options: { includeDetails: true } });
			const [{ paymentSecondsLeft: _left, ...inFull }] = (await run('get', { orderId: id })).json;

			expect(json).toHaveLength(1);
			expect(json[0]).toMatchObject(inFull);
			expect(json[0]).toMatchObject({ counterpartyName: 'Anna Maria Berg', paymentMethod: expect.any(String) });
			expect(requests(PATH.order)).toBe(2);
		},
	);

	it("gives the exchange's reply of the order in full when Simplify is off", async () => {
		const [id] = open(1, { counterpartyName: 'Anna Maria Berg' });

		const { json } = await run('getPending', { simplify: false, options: { includeDetails: true } });

		expect(json[0]).toMatchObject({ id, buyerRealName: 'Anna Maria Berg', itemId: expect.any(String) });
	});

	it('is refused when it is not true or false', async () => {
		const { error } = await run('getPending', { options: { includeDetails: '={{ "no" }}' } });

		expect(error?.message).toBe('Include Details must be true or false, so nothing was sent');
	});
});

describe('filters of orders', () => {
	it('take several statuses, which the exchange cannot', async () => {
		const [waiting, paid, cancelled] = open(3);
		simulator.exchange.buyerPays(paid);
		simulator.exchange.cancelOrder(cancelled);

		const { json } = await run('getMany', { filters: { status: ['waitingForRelease', 'cancelled'] } });

		expect(json.map(({ orderId }) => orderId)).toEqual([cancelled, paid]);
		expect(json.map(({ orderId }) => orderId)).not.toContain(waiting);
	});

	it('take side, coin, fiat and counterparty together', async () => {
		const [wanted] = open(1, { fiat: 'KZT', amount: '48000', price: '480', counterparty: 'Aigerim' });
		open(1, { fiat: 'EUR' });
		open(1, { side: 'buy', fiat: 'KZT', amount: '48000', price: '480' });
		const counterpartyId = String((await run('get', { orderId: wanted })).json[0].counterpartyId);

		const { json } = await run('getPending', { filters: { side: 'sell', coin: 'usdt', fiat: 'kzt', counterpartyId } });

		expect(json.map(({ orderId }) => orderId)).toEqual([wanted]);
	});

	it('find the orders of an ad, which lists do not show', async () => {
		const [wanted] = open(2);
		const adId = String((await run('get', { orderId: wanted })).json[0].adId);

		const { json } = await run('getPending', { filters: { adId } });

		expect(json.every((order) => order.adId === adId)).toBe(true);
		expect(json.map(({ orderId }) => orderId)).toContain(wanted);
	});

	it('stop reading when the list has gone back beyond the first date', async () => {
		open(61);
		simulator.exchange.advance(60_000);
		const from = new Date(simulator.exchange.now()).toISOString();
		const [late] = open(1);

		const { json } = await run('getMany', { returnAll: true, filters: { createdAfter: from } });

		expect(json.map(({ orderId }) => orderId)).toEqual([late]);
		expect(requests(PATH.orders)).toBe(1);
	});
});

describe('choices in the editor', () => {
	it('show the pending orders, searchable by name and ID', async () => {
		const [anna] = open(1, { counterparty: 'anna' });
		const [otto] = open(1, { counterparty: 'otto' });

		const all = await searchList('searchPendingOrders', credentialFor(simulator.url));
		const byName = await searchList('searchPendingOrders', credentialFor(simulator.url), 'ANNA');
		const byId = await searchList('searchPendingOrders', credentialFor(simulator.url), otto.slice(-8));

		expect(all.map(({ value }) => value)).toEqual([otto, anna]);
		expect(byName).toEqual([
			{
				name: expect.stringMatching(/^anna: sell 100 USDT for 92 EUR, waiting for the buyer to pay \(10\)/),
				value: anna,
			},
		]);
		expect(byId.map(({ value }) => value)).toEqual([otto]);
	});

	it('show own ads, coins and fiats', async () => {
		const ads = await searchList('searchOwnAds', credentialFor(simulator.url));
		const coins = await searchList('searchCoins', credentialFor(simulator.url));
		const fiats = await searchList('searchFiats', credentialFor(simulator.url), 'eu');

		expect(ads.length).toBeGreaterThan(0);
		expect(coins).toContainEqual({ name: 'USDT', value: 'USDT' });
		expect(fiats).toEqual([{ name: 'EUR', value: 'EUR' }]);
	});

	it('say why there is no list', async () => {
		await expect(searchList('searchPendingOrders', credentialFor(simulator.url, { apiKey: 'nobody' }))).rejects.toThrow(
			/did not list the pending orders: the API key is not known in this environment/,
		);
	});
});
