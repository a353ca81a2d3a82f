/** Repricing of my ad, as the node does it against the simulator over HTTP. */
import { anAd, bodies, MARKET, reprice, rivalsAt, simulator, UPDATE } from '../support/repriceRig.mts';

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
		expect(json[0].reason).toMatch(/^Dry Run: nothing was sent\. Passes the competitor at 0\.93 by the step$/);
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

	it('of another kind is reported as Bybit shows it', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'code', code: 912120024 });

		expect((await reprice(adId)).error?.message).toMatch(/^Bybit did not change the ad: the balance is too low/);
	});

	it('is reported as done when the ad shows the price', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'lostAfter' });

		expect((await reprice(adId)).json).toMatchObject([{ newPrice: '0.929', changed: true }]);
		expect(bodies(UPDATE)).toHaveLength(1);
	});

	it('is reported as not confirmed when it does not, and nothing is repeated', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		simulator.exchange.fault({ path: UPDATE, kind: 'lostBefore' });

		expect((await reprice(adId)).error?.message).toBe(
			`The new price of ad ${adId} was sent, not confirmed; nothing was repeated: the ad shows the price 0.950 EUR and is online`,
		);
		expect(bodies(UPDATE)).toHaveLength(1);
	});
});
