import type { MarketAd } from '../../../nodes/BybitP2P/api/simplify/ad';
import { filterRejection, type MarketFilter } from '../../../nodes/BybitP2P/safety/marketFilter';
import { aMarketAd } from '../../support/marketBuilders.mts';

const usual = { paymentMethods: [{ paymentId: '', paymentType: '14', name: '' }] };

describe('a filter of the market', () => {
	it.each([
		[{ excludeNicknames: ['BIG desk'] }, { advertiserNickname: ' Big Desk' }, 'Its nickname is excluded'],
		[{ onlineOnly: true }, { online: false }, 'It is not online'],
		[{ onlineOnly: true }, { online: null }, 'Bybit does not show whether it is online'],
		[{ verifiedOnly: true }, { verified: false }, 'It is not a Verified Advertiser'],
		[{ minRecentOrders: 11 }, { recentOrders: 10 }, 'It has 10 orders in the last 30 days, fewer than 11'],
		[{ minRecentOrders: 0 }, { recentOrders: null }, 'Bybit does not show its orders of the last 30 days'],
		[{ minCompletionRate: 95 }, { completionRate: 94.9 }, 'Its completion rate is 94.9 %, below 95 %'],
		[{ minCompletionRate: 0 }, { completionRate: null }, 'Bybit does not show its completion rate'],
		[{ minQuantity: '100' }, { quantityLeft: '99.9999' }, 'It has 99.9999 coins left, fewer than 100'],
		[{ minQuantity: '1' }, { quantityLeft: '' }, 'Bybit does not show how many coins are left'],
		[{ amount: '9' }, { minAmount: '10' }, 'It takes orders from 10, above 9'],
		[{ amount: '901' }, { maxAmount: '900' }, 'It takes orders up to 900, below 901'],
		[{ amount: '93' }, { quantityLeft: '100', price: '0.92' }, 'It has 100 coins left, too few for 93'],
		[{ amount: '93' }, { maxAmount: 'many' }, 'Bybit does not show its order limits'],
		[{ amount: '93' }, { price: '9'.repeat(60) }, 'Bybit does not show its order limits'],
		[{ paymentTypes: ['75'] }, usual, 'It takes none of the payment methods'],
	] as ReadonlyArray<[MarketFilter, Partial<MarketAd>, string]>)('%j rejects %j', (filter, fields, reason) => {
		expect(filterRejection(aMarketAd(fields), filter)).toBe(reason);
	});

	it.each([
		[{}, { online: null, recentOrders: null }],
		[{ excludeNicknames: ['Big'] }, { advertiserNickname: 'Big Desk' }],
		[{ onlineOnly: false, verifiedOnly: false }, { online: false }],
		[
			{ minRecentOrders: 10, minCompletionRate: 95 },
			{ recentOrders: 10, completionRate: 95 },
		],
		[{ minQuantity: '100' }, { quantityLeft: '100.000' }],
		[{ amount: '92' }, { minAmount: '92.00', maxAmount: '92', quantityLeft: '100', price: '0.92' }],
		[{ paymentTypes: ['75', '14'] }, usual],
		[{ paymentTypes: [] }, usual],
	] as ReadonlyArray<[MarketFilter, Partial<MarketAd>]>)('%j lets %j pass', (filter, fields) => {
		expect(filterRejection(aMarketAd(fields), filter)).toBeUndefined();
	});
});
