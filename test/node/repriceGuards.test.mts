/** What keeps a reprice within its limits, against the simulator over HTTP. */
import { anAd, bodies, reprice, rivalsAt, run, simulator, UPDATE } from '../support/repriceRig.mts';
import { callTool, credentialFor } from '../support/n8nCore.mts';
import { seeded, shown, thousandths } from '../support/simulatedMarket.mts';

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

describe('the edits of a process', () => {
	it('count whoever asked for them: after ten updates the price waits', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);
		for (let edit = 0; edit < 10; edit += 1) await run('update', { adId, updateFields: { price: `0.96${edit}` } });

		expect((await reprice(adId)).json).toMatchObject([
			{ changed: false, reason: expect.stringMatching(/edited ten times/) },
		]);
		expect(bodies(UPDATE)).toHaveLength(10);
	});

	it('recognise a competitor that answers every step, and match it from its second answer on', async () => {
		const adId = await anAd();
		const [rival] = rivalsAt(['0.940']);
		const prices: unknown[] = [];

		for (let answer = 0; answer < 4; answer += 1) {
			const { json } = await reprice(adId);
			prices.push(json[0].newPrice);
			simulator.exchange.setPrices({ [rival]: shown(thousandths(String(json[0].newPrice)) - 1) });
			simulator.exchange.advance(60_000);
		}

		// Passed, passed again after the first answer, then matched.
		expect(prices).toEqual(['0.939', '0.937', '0.936', '0.935']);
	});
});

describe('what n8n would drop', () => {
	it.each([
		[{ options: { dryrun: true } }, /^Options has no field "dryrun"/],
		[{ bounds: '={{ { minPrice: "0.9", maxPrice: "1" } }}' }, /^Bounds is one expression/],
		[{ competitors: [{ onlineOnly: true }] }, /^Competitors is a list/],
		[{ competitors: { onlyOnline: true } }, /^Competitors has no field "onlyOnline"/],
		[{ bounds: { minPrice: '0.9', maxPrice: '1', maxChange: 1 } }, /^Bounds has no field "maxChange"/],
	])('is refused by its name, and nothing is sent: %j', async (more, message) => {
		const adId = await anAd();
		rivalsAt(['0.930']);

		expect((await reprice(adId, more)).error?.message).toMatch(message);
		expect(bodies(UPDATE)).toEqual([]);
	});
});

describe('an AI agent', () => {
	const byAgent = (adId: string, more = {}) => ({
		resource: 'ad',
		operation: 'reprice',
		adId,
		strategy: 'beat',
		step: '0.001',
		bounds: { minPrice: '0.900', maxPrice: '0.990' },
		...more,
	});

	it('changes no price unless the author allows it', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);

		const { text } = await callTool(byAgent(adId), {}, credentialFor(simulator.url));

		expect(text).toMatch(/"Reprice ad by the market" was not done/);
		expect(bodies(UPDATE)).toEqual([]);
	});

	it('gets the nicknames of competitors as untrusted', async () => {
		const adId = await anAd();
		rivalsAt(['0.930']);

		const { answer } = await callTool(byAgent(adId, { allowMoneyActions: true }), {}, credentialFor(simulator.url));

		expect(answer).toMatchObject([
			{
				newPrice: '0.929',
				reason: 'Passes the competitor at 0.93 by the step',
				untrustedCounterpartyContent: { competitors: [{ nickname: 'Rival001' }] },
			},
		]);
	});
});

describe('what is missing', () => {
	it.each([
		[{ priceType: 1 }, /it is a floating price, which follows the market by itself$/],
		[{ priceType: null }, /Bybit does not show whether its price is fixed$/],
		[{ side: null }, /Bybit does not show whether it buys or sells$/],
		[{ price: null }, /Bybit does not show its price$/],
		[{ status: null }, /Bybit does not show a status that is known$/],
	])('%j refuses, and nothing is sent', async (fields, message) => {
		const adId = await anAd();
		simulator.exchange.setAd(adId, { fields });

		expect((await reprice(adId)).error?.message).toMatch(message);
		expect(bodies(UPDATE)).toEqual([]);
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
