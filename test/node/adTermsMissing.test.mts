/** Changes of an ad of which the exchange does not show every term: a change sends all of them, so one would be lost. */
import '../support/instantTime.mts';

import type { Exchange, HttpReply } from '../../simulator/exchange.mts';
import { PATH } from '../support/exchangePaths.mts';
import { credentialFor, runAction } from '../support/n8nCore.mts';
import { aTappedExchange, type TappedExchange } from '../support/tappedExchange.mts';

let changed: Record<string, unknown> = {};
let tapped: TappedExchange;

beforeEach(async () => {
	changed = {};
	tapped = await aTappedExchange(bodyWithChange);
});
afterEach(async () => {
	await tapped.close();
});

function bodyWithChange(_exchange: Exchange, path: string, { body }: HttpReply): string | Buffer {
	if (path !== PATH.ad) return body;
	const envelope = JSON.parse(body.toString()) as { result: object };
	return JSON.stringify({ ...envelope, result: { ...envelope.result, ...changed } });
}

const run = async (operation: string, parameters: object) =>
	await runAction({ resource: 'ad', operation, ...parameters } as never, credentialFor(tapped.url));

async function anAd(): Promise<string> {
	const { json } = await run('create', {
		side: 'sell',
		coin: 'USDT',
		fiat: 'EUR',
		priceType: 'fixed',
		price: '0.950',
		quantity: '500',
		minAmount: '10',
		maxAmount: '400',
		paymentIds: [String(tapped.exchange.merchant.paymentTerms[0].id)],
		preferences: { kycRequired: true },
	});
	return String(json[0].adId);
}

const changes = {
	update: { updateFields: { remark: 'Hello' } },
	reprice: { strategy: 'reference', referencePrice: '0.960', step: '0', bounds: { minPrice: '0.9', maxPrice: '1' } },
};

describe.each(Object.entries(changes))('%s', (operation, parameters) => {
	it.each([
		[{ tradingPreferenceSet: null }, 'Trading Preferences'],
		[{ tradingPreferenceSet: undefined }, 'Trading Preferences'],
		[{ minAmount: null }, 'Minimum Amount'],
		[{ maxAmount: undefined }, 'Maximum Amount'],
		[{ lastQuantity: '' }, 'Quantity'],
		[{ paymentPeriod: undefined }, 'Payment Minutes'],
	])('sends nothing when the reply shows the ad with %j', async (change, term) => {
		const adId = await anAd();
		changed = change;

		const { error } = await run(operation, { adId, ...parameters });

		expect(error?.message).toBe(`Bybit does not show the ${term} of ad ${adId}, so nothing was sent`);
		expect(tapped.requests.filter(({ target }) => target === PATH.updateAd)).toEqual([]);
	});
});

describe('update', () => {
	it('never makes a fixed price of one whose kind is not shown', async () => {
		const adId = await anAd();
		changed = { priceType: undefined };

		const { error } = await run('update', { adId, ...changes.update });

		expect(error?.message).toBe(`Bybit does not show the Price Type of ad ${adId}, so nothing was sent`);
	});

	it('takes what is set anew for what is not shown', async () => {
		const adId = await anAd();
		changed = { maxAmount: undefined };

		const { error } = await run('update', { adId, updateFields: { maxAmount: '300' } });

		expect(error).toBeUndefined();
	});
});
