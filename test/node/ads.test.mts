/** Changes of my ads, as the node makes them against the simulator over HTTP. */
import { createExchange, type ExchangeServer } from '../../simulator/server.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';
import { PATH } from '../support/exchangePaths.mts';

let simulator: ExchangeServer;
beforeEach(async () => {
	simulator = await createExchange({ limits: false });
});
afterEach(async () => {
	await simulator.close();
});

const run = async (operation: string, parameters = {}) =>
	await runAction({ resource: 'ad', operation, ...parameters }, credentialFor(simulator.url));

const bodies = (path: string): Array<Record<string, unknown>> =>
	simulator.exchange.calls
		.filter((call) => call.path === path)
		.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body) as Record<string, unknown>);

async function anAd(more = {}): Promise<string> {
	const { json, error } = await run('create', {
		side: 'sell',
		coin: 'USDT',
		fiat: 'EUR',
		priceType: 'fixed',
		price: '0.92',
		quantity: '500',
		minAmount: '10',
		maxAmount: '400',
		paymentIds: [String(simulator.exchange.merchant.paymentTerms[0].id)],
		...more,
	});
	expect(error).toBeUndefined();
	return String(json[0].adId);
}

describe('Take Offline', () => {
	it('shows the ad as Bybit shows it afterwards', async () => {
		const adId = await anAd();

		const { json } = await run('delete', { adId });

		expect(json).toMatchObject([{ adId, deleted: true, status: 'offline', statusCode: 20, price: '0.92' }]);
	});

	it('says that Bybit does not show the ad any more, where it does not', async () => {
		const adId = await anAd();
		simulator.exchange.fault({ path: PATH.ad, kind: 'code', code: 912120404, times: 9 });

		const { json, error } = await run('delete', { adId });

		expect([json, error]).toEqual([[{ adId, deleted: true, status: 'notShown' }], undefined]);
	});

	it('is reported as done after a lost reply when the ad shows it', async () => {
		const adId = await anAd();
		simulator.exchange.fault({ path: PATH.cancelAd, kind: 'lostAfter' });

		const { json } = await run('delete', { adId });

		expect(json).toMatchObject([{ adId, deleted: true, status: 'offline' }]);
		expect(bodies(PATH.cancelAd)).toHaveLength(1);
	});

	it.each([
		['still shows it online', PATH.ad, 0, ': the ad shows the price 0.92 EUR and is online'],
		['cannot be read', PATH.ad, 9, ''],
	])(
		'is reported as not confirmed after a lost reply when the ad %s, and sent once',
		async (_shown, path, times, shows) => {
			const adId = await anAd();
			simulator.exchange.fault({ path: PATH.cancelAd, kind: 'lostBefore' });
			if (times > 0) simulator.exchange.fault({ path, kind: 'code', code: 912120404, times });

			const { error } = await run('delete', { adId });

			expect(error?.message).toBe(
				`The request to take ad ${adId} offline was sent, not confirmed; nothing was repeated${shows}`,
			);
			expect(bodies(PATH.cancelAd)).toHaveLength(1);
		},
	);
});

describe('Update', () => {
	it('reports a change as done after a lost reply when the ad shows it', async () => {
		const adId = await anAd();
		simulator.exchange.fault({ path: PATH.updateAd, kind: 'lostAfter' });

		const { json } = await run('update', { adId, updateFields: { price: '0.93' } });

		expect(json).toMatchObject([{ adId, updated: true, price: '0.93' }]);
		expect(bodies(PATH.updateAd)).toHaveLength(1);
	});

	it('says what the ad shows when a lost reply left it as it was', async () => {
		const adId = await anAd();
		simulator.exchange.fault({ path: PATH.updateAd, kind: 'lostBefore' });

		const { error } = await run('update', { adId, updateFields: { price: '0.93' } });

		expect(error?.message).toBe(
			`The change of ad ${adId} was sent, not confirmed; nothing was repeated: the ad shows the price 0.92 EUR and is online`,
		);
		expect(bodies(PATH.updateAd)).toHaveLength(1);
	});

	it('brings an ad online with its new terms in one call when asked to', async () => {
		const adId = await anAd();
		simulator.exchange.takeAdOffline(adId);

		const { json } = await run('update', { adId, updateFields: { price: '0.93' }, options: { putOnline: true } });

		expect(json).toMatchObject([{ updated: true, price: '0.93', status: 'online' }]);
		expect(bodies(PATH.updateAd)).toMatchObject([{ id: adId, actionType: 'ACTIVE', price: '0.93' }]);
	});

	it('leaves an ad offline when not asked to put it online', async () => {
		const adId = await anAd();
		simulator.exchange.takeAdOffline(adId);

		const { json } = await run('update', { adId, updateFields: { price: '0.93' } });

		expect(json).toMatchObject([{ updated: true, price: '0.93', status: 'offline' }]);
	});

	it('of an ad that is online is a plain change, with Put Online as well', async () => {
		const adId = await anAd();

		await run('update', { adId, updateFields: { price: '0.93' }, options: { putOnline: true } });

		expect(bodies(PATH.updateAd)).toMatchObject([{ actionType: 'MODIFY' }]);
	});

	it('sends nothing when an expression leaves a field empty', async () => {
		const adId = await anAd();

		const { error } = await run('update', {
			adId,
			updateFields: { price: '={{ $json.nothing ?? "" }}', remark: 'hello' },
		});

		expect(error?.message).toMatch(/^Price is empty/);
		expect(bodies(PATH.updateAd)).toEqual([]);
	});
});

describe('Get', () => {
	it('reports why an ad is hidden', async () => {
		const { json } = await run('get', { adId: await anAd() });

		expect(json).toMatchObject([{ hiddenReason: '' }]);
	});
});

describe('Trading Preferences', () => {
	const sentWith = (path: string) => bodies(path).map(({ tradingPreferenceSet }) => tradingPreferenceSet);
	const CREATE = '/v5/p2p/item/create';

	it('ask of a new ad what is set, in the names of Bybit and as text', async () => {
		await anAd({
			preferences: {
				kycRequired: true,
				emailRequired: false,
				mobileRequired: true,
				noAdsRequired: false,
				minAccountAgeDays: 30,
				minRecentOrders: 10,
				minCompletionRate: '97.5',
				restrictedCountries: 'arg, USA',
			},
		});

		expect(sentWith(CREATE)).toEqual([
			{
				isKyc: '1',
				isEmail: '0',
				isMobile: '1',
				hasUnPostAd: '0',
				hasRegisterTime: '1',
				registerTimeThreshold: '30',
				hasOrderFinishNumberDay30: '1',
				orderFinishNumberDay30: '10',
				hasCompleteRateDay30: '1',
				completeRateDay30: '97.5',
				hasNationalLimit: '1',
				nationalLimit: 'ARG,USA',
			},
		]);
	});

	it('leave alone in an update what is not set', async () => {
		const adId = await anAd({ preferences: { kycRequired: true, minRecentOrders: 10, restrictedCountries: 'ARG' } });

		const { error } = await run('update', { adId, preferences: { minRecentOrders: 0, restrictedCountries: 'none' } });

		expect(error).toBeUndefined();
		expect(sentWith(PATH.updateAd)).toEqual([
			expect.objectContaining({
				isKyc: '1',
				hasOrderFinishNumberDay30: '0',
				orderFinishNumberDay30: '0',
				hasNationalLimit: '0',
				nationalLimit: '',
			}),
		]);
	});

	it('are refused with a name that there is not, and with an expression that gives nothing', async () => {
		const adId = await anAd();
		const message = async (preferences: object) => (await run('update', { adId, preferences })).error?.message;

		expect(await message({ kyc: true })).toMatch(/^Trading Preferences has no field "kyc", so nothing was sent/);
		expect(await message({ restrictedCountries: '={{ $json.nothing }}' })).toMatch(/^Restricted Countries is empty/);
		expect(sentWith(PATH.updateAd)).toEqual([]);
	});

	it('count before the JSON that older workflows hold, and stand beside it', async () => {
		await anAd({
			options: { tradingPreferences: '{"isKyc": "0", "isEmail": "1"}' },
			preferences: { kycRequired: true },
		});

		expect(sentWith(CREATE)).toEqual([{ isKyc: '1', isEmail: '1' }]);
	});

	it('of an older workflow replace all of them in an update, as before', async () => {
		const adId = await anAd({ options: { tradingPreferences: '{"isKyc": "1"}' } });

		await run('update', { adId, updateFields: { tradingPreferences: '{"isEmail": "1"}' } });

		expect(sentWith(PATH.updateAd)).toEqual([{ isEmail: '1' }]);
	});
});
