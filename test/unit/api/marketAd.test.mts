import { learnPaymentNames, namedPaymentTypes, paymentName } from '../../../nodes/BybitP2P/api/paymentNames';
import { simplifiedAd, simplifiedMarketAd } from '../../../nodes/BybitP2P/api/simplify/ad';
import type { MarketRow } from '../../../nodes/BybitP2P/api/types';

const aRow = (fields: Partial<MarketRow> = {}): MarketRow => ({
	id: '1',
	tokenId: 'USDT',
	currencyId: 'EUR',
	side: 1,
	price: '0.92',
	payments: ['14', '9999'],
	recentOrderNum: 40,
	recentExecuteRate: 98,
	isOnline: true,
	lastLogoutTime: '0',
	authTag: ['GA', 'VA'],
	...fields,
});
const figures = (fields: Partial<MarketRow>) => {
	const { recentOrders, completionRate, online, lastOnlineAt, verified } = simplifiedMarketAd(aRow(fields), () => '');
	return { recentOrders, completionRate, online, lastOnlineAt, verified };
};

describe('the record of an advertiser', () => {
	it('is shown in numbers, whether Bybit sends numbers or text', () => {
		const shown = { recentOrders: 40, completionRate: 98, online: true, lastOnlineAt: '', verified: true };

		expect(figures({})).toEqual(shown);
		expect(figures({ recentOrderNum: '40', recentExecuteRate: '98' })).toEqual(shown);
	});

	it('is null or empty where Bybit does not show it', () => {
		const missing = {
			recentOrderNum: undefined,
			recentExecuteRate: '',
			isOnline: undefined,
			lastLogoutTime: undefined,
			authTag: null,
		};

		expect(figures(missing)).toEqual({
			recentOrders: null,
			completionRate: null,
			online: null,
			lastOnlineAt: '',
			verified: false,
		});
	});

	it.each([
		['1790000000000', '2026-09-21T14:13:20.000Z'],
		['1790000000', '2026-09-21T14:13:20.000Z'],
		['-1', ''],
		['yesterday', ''],
	])('takes the last time online %s for %j, in seconds or milliseconds', (lastLogoutTime, lastOnlineAt) => {
		expect(figures({ lastLogoutTime })).toMatchObject({ lastOnlineAt });
	});

	it('counts only a Verified Advertiser as verified', () => {
		expect(figures({ authTag: ['GA'] }).verified).toBe(false);
		expect(figures({ authTag: ['BA'] }).verified).toBe(false);
	});
});

describe('the name of a payment method', () => {
	it('of the market is learnt from methods that have one, else from a short table', () => {
		learnPaymentNames([{ paymentType: 9999, paymentConfigVo: { paymentName: 'Barter' } }, null]);
		learnPaymentNames([{ paymentType: '9998', paymentConfig: { paymentName: 'Post' } }]);

		const { paymentMethods } = simplifiedMarketAd(aRow(), paymentName);

		expect(paymentMethods).toEqual([
			{ paymentId: '', paymentType: '14', name: 'Bank Transfer' },
			{ paymentId: '', paymentType: '9999', name: 'Barter' },
		]);
		expect(paymentName('9998')).toBe('Post');
		expect(namedPaymentTypes()).toEqual(
			expect.arrayContaining([
				{ type: '14', name: 'Bank Transfer' },
				{ type: '9999', name: 'Barter' },
			]),
		);
	});

	it('is the one that Bybit shows now, also where the table has another', () => {
		learnPaymentNames([{ paymentType: 582, paymentConfigVo: { paymentName: 'Rosbank (new)' } }]);

		expect(paymentName('582')).toBe('Rosbank (new)');
	});

	it('is empty for a type that was never seen with one', () => {
		learnPaymentNames('no list');

		expect(paymentName('123456')).toBe('');
	});
});

describe('my own ad', () => {
	it('reports why it is hidden, and nothing of the market', () => {
		const ad = simplifiedAd(aRow({ hiddenReason: 'BALANCE_NOT_ENOUGH' }));

		expect(ad.hiddenReason).toBe('BALANCE_NOT_ENOUGH');
		expect(Object.keys(ad)).not.toContain('recentOrders');
	});
});
