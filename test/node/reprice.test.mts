/** Repricing of my ad, as the node does it against the simulator over HTTP. */
import '../support/instantTime.mts';

import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';
import { seeded, shown, thousandths } from '../support/simulatedMarket.mts';

const UPDATE = '/v5/p2p/item/update';
const MARKET = '/v5/p2p/item/online';
const PAIR = { coin: 'USDT', fiat: 'EUR' } as const;

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const run = async (operation: string, parameters = {}) =>
	await runAction({ resource: 'ad', operation, ...parameters }, credentialFor(simulator.url));

const reprice = async (adId: string, more = {}) =>
	await run('reprice', {
		adId,
		strategy: 'beat',
		step: '0.001',
		bounds: { minPrice: '0.900', maxPrice: '0.990' },
		...more,
	});

const bodies = (path: string): Array<Record<string, unknown>> =>
	simulator.exchange.calls
		.filter((call) => call.path === path)
		.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body) as Record<string, unknown>);

async function anAd(more = {}): Promise<string> {
	const { json, error } = await run('create', {
		side: 'sell',
		...PAIR,
		priceType: 'fixed',
		price: '0.950',
		quantity: '500',
		minAmount: '10',
		maxAmount: '400',
		paymentIds: [String(simulator.exchange.merchant.paymentTerms[0].id)],
		...more,
	});
	expect(error).toBeUndefined();
	return String(json[0].adId);
}

/** Rivals at the given prices, and nobody else. */
function rivalsAt(prices: readonly string[], side: 'buy' | 'sell' = 'sell'): string[] {
	const rivals = simulator.exchange.seedMarket({ rivals: prices.length, ...PAIR, side, replace: true });
	const ids = rivals.map(({ itemId }) => itemId);
	simulator.exchange.setPrices(Object.fromEntries(ids.map((id, index) => [id, prices[index]])));
	return ids;
}

describe('Reprice', () => {
	it('changes the price alone, and shows what it compared', async () => {
		const adId = await anAd();
		rivalsAt(['0.940', '0.930', '0.960']);

		const { json } = await reprice(adId);

		expect(json).toMatchObject([
			{ adId, oldPrice: '0.950', newPrice: '0.929', changed: true, rank: 1, rejected: [], dryRun: false },
		]);
		expect((json[0].competitors as Array<{ price: string }>).map(({ price }) => price)).toEqual([
			'0.930',
			'0.940',
			'0.960',
		]);
		expect(simulator.exchange.ad(adId)).toMatchObject({
			price: '0.929',
			minAmount: '10',
			maxAmount: '400',
			lastQuantity: '500',
			status: 10,
		});
	});

	it('mirrors in an ad that buys', async () => {
		const adId = await anAd({ side: 'buy', price: '0.900' });
		rivalsAt(['0.910', '0.905'], 'buy');

		const { json } = await reprice(adId, { bounds: { minPrice: '0.880', maxPrice: '0.920' } });

		expect(json).toMatchObject([{ newPrice: '0.911', changed: true, rank: 1 }]);
	});

	it('sends nothing in a dry run, and says what it would do', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);

		const { json } = await reprice(adId, { options: { dryRun: true } });

		expect(json).toMatchObject([{ newPrice: '0.929', changed: false, dryRun: true }]);
		expect(json[0].reason).toMatch(/^Dry Run: nothing was sent\. Is set against the competitor at 0\.93/);
		expect(bodies(UPDATE)).toEqual([]);
	});

	it('does not send a price that is right already', async () => {
		const adId = await anAd({ price: '0.929' });
		rivalsAt(['0.930']);

		const { json } = await reprice(adId);

		expect(json).toMatchObject([{ oldPrice: '0.929', newPrice: '0.929', changed: false, rank: 1 }]);
		expect(bodies(UPDATE)).toEqual([]);
	});

	it('gives every rejected competitor its reason', async () => {
		const adId = await anAd();
		rivalsAt(['0.930', '0.940']);

		const { json } = await reprice(adId, { competitors: { minQuantity: '999999999' } });

		expect(json[0]).toMatchObject({ changed: false, competitors: [] });
		expect(json[0].rejected).toEqual([
			{
				adId: expect.any(String),
				nickname: expect.any(String),
				reason: expect.stringMatching(/coins left, fewer than/),
			},
			{
				adId: expect.any(String),
				nickname: expect.any(String),
				reason: expect.stringMatching(/coins left, fewer than/),
			},
		]);
	});

	it('counts none of my own ads as a competitor', async () => {
		const adId = await anAd();
		await anAd({ price: '0.910' });
		rivalsAt(['0.930']);

		expect((await reprice(adId)).json).toMatchObject([{ newPrice: '0.929' }]);
	});
});

describe('an ad that is offline', () => {
	it('stays as it is without Put Online, and the market is not read', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.takeAdOffline(adId);

		const { json } = await reprice(adId);

		expect(json).toMatchObject([{ newPrice: '0.950', changed: false, rank: null }]);
		expect(json[0].reason).toMatch(/^The ad is offline and Put Online is off/);
		expect([bodies(UPDATE), bodies(MARKET)]).toEqual([[], []]);
	});

	it('goes online with its new price in one call', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.takeAdOffline(adId);

		const { json } = await reprice(adId, { options: { putOnline: true } });

		expect(json).toMatchObject([{ newPrice: '0.929', changed: true, reason: expect.stringMatching(/^Put online\. /) }]);
		expect(bodies(UPDATE)).toMatchObject([{ id: adId, actionType: 'ACTIVE', price: '0.929' }]);
		expect(simulator.exchange.ad(adId)).toMatchObject({ status: 10, price: '0.929' });
	});

	it('goes online at the price it has when that is right', async () => {
		const adId = await anAd({ price: '0.929' });
		rivalsAt(['0.930']);
		simulator.exchange.takeAdOffline(adId);

		const { json } = await reprice(adId, { options: { putOnline: true } });

		expect(json).toMatchObject([{ oldPrice: '0.929', newPrice: '0.929', changed: true }]);
		expect(simulator.exchange.ad(adId)).toMatchObject({ status: 10 });
	});

	it('stays offline when no competitor gives it a price', async () => {
		const adId = await anAd();
		rivalsAt([]);
		simulator.exchange.takeAdOffline(adId);

		const { json } = await reprice(adId, { options: { putOnline: true } });

		expect(json).toMatchObject([{ changed: false }]);
		expect(simulator.exchange.ad(adId)).toMatchObject({ status: 20 });
	});

	it('that is sold out stays as it is', async () => {
		const adId = await anAd();
		simulator.exchange.sellOutAd(adId);

		expect((await reprice(adId, { options: { putOnline: true } })).json).toMatchObject([
			{ changed: false, reason: expect.stringMatching(/^The ad is sold out/) },
		]);
	});
});

describe('a refusal or a lost reply', () => {
	it.each([
		[912120050, 'Bybit takes no more edits of the ad for five minutes (912120050). Wanted was 0.929; the price stays'],
		[912120022, /^Bybit does not allow this price: it lies outside the band.*\(912120022\)/],
	])('with %i leaves the price as it is and goes on', async (code, reason) => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'code', code });

		const { json } = await reprice(adId);

		expect(json).toMatchObject([{ oldPrice: '0.950', newPrice: '0.950', changed: false }]);
		expect(json[0].reason).toMatch(reason);
	});

	it('of another kind is told as Bybit tells it', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'code', code: 912120024 });

		expect((await reprice(adId)).error?.message).toMatch(/^Bybit did not change the ad: the balance is too low/);
	});

	it('is told as done when the ad shows the price', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'lostAfter' });

		expect((await reprice(adId)).json).toMatchObject([{ newPrice: '0.929', changed: true }]);
		expect(bodies(UPDATE)).toHaveLength(1);
	});

	it('is told as not confirmed when it does not, and nothing is repeated', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'lostBefore' });

		expect((await reprice(adId)).error?.message).toBe(
			`The new price of ad ${adId} was sent, not confirmed; nothing was repeated: the ad shows the price 0.950 EUR and is online`,
		);
		expect(bodies(UPDATE)).toHaveLength(1);
	});
});

describe('a market of 200 rivals', () => {
	it('is followed within the bounds, run after run, without a refusal', async () => {
		const adId = await anAd();
		const ids = rivalsAt(Array<string>(200).fill('0.950'));
		const random = seeded(11);
		let held = 0;

		for (let minute = 0; minute < 20; minute += 1) {
			const lowest = 905 + random() * 40;
			const prices = ids.map((_id, index) => (index < 3 ? '0.010' : shown(Math.round(lowest + random() * 60))));
			simulator.exchange.setPrices(Object.fromEntries(ids.map((id, index) => [id, prices[index]])));
			simulator.exchange.advance(60_000);
			const { json, error } = await reprice(adId);

			expect(error).toBeUndefined();
			const price = String(simulator.exchange.ad(adId).price);
			expect(price).toBe(json[0].newPrice);
			expect(thousandths(price)).toBeGreaterThanOrEqual(900);
			expect(thousandths(price)).toBeLessThanOrEqual(990);
			const reachable = prices.map(thousandths).filter((one) => one >= 900);
			if (thousandths(price) <= Math.min(...reachable)) held += 1;
		}

		expect(held).toBe(20);
		expect(bodies(UPDATE).length).toBeGreaterThan(5);
		expect(simulator.exchange.calls.filter(({ path, code }) => path === UPDATE && code !== 0)).toEqual([]);
	}, 60_000);
});

describe('the edit limit of the exchange', () => {
	it('is never hit: the eleventh change in five minutes is not sent', async () => {
		const adId = await anAd();
		const [rival] = rivalsAt(['0.980']);
		const results: Array<Record<string, unknown>> = [];

		for (let change = 0; change < 12; change += 1) {
			simulator.exchange.setPrices({ [rival]: `0.9${78 - change * 2}` });
			simulator.exchange.advance(10_000);
			results.push((await reprice(adId)).json[0]);
		}

		expect(results.map(({ changed }) => changed)).toEqual([...Array<boolean>(10).fill(true), false, false]);
		expect(results[10].reason).toMatch(/edited ten times in the last five minutes/);
		expect(bodies(UPDATE)).toHaveLength(10);

		simulator.exchange.advance(6 * 60_000);
		expect((await reprice(adId)).json).toMatchObject([{ changed: true }]);
	});
});

describe('what is not told', () => {
	it.each([
		[{ priceType: 1 }, /it is a floating price, which follows the market by itself$/],
		[{ priceType: null }, /Bybit does not tell whether its price is fixed$/],
		[{ side: null }, /Bybit does not tell whether it buys or sells$/],
		[{ price: null }, /Bybit does not tell its price$/],
		[{ status: null }, /Bybit does not tell a status that is known$/],
	])('%j refuses, and nothing is sent', async (fields, message) => {
		const adId = await anAd();
		simulator.exchange.setAd(adId, { fields });

		expect((await reprice(adId)).error?.message).toMatch(message);
		expect(bodies(UPDATE)).toEqual([]);
	});
});
