import type { List, Row } from './support.mts';
import { anExchange, ask, codeOf, NOW, resultOf } from './support.mts';

const marketPath = '/v5/p2p/item/online';
const minePath = '/v5/p2p/item/personal/list';
const infoPath = '/v5/p2p/item/info';
const createPath = '/v5/p2p/item/create';
const updatePath = '/v5/p2p/item/update';
const cancelPath = '/v5/p2p/item/cancel';

const terms = {
	priceType: '0',
	premium: '',
	price: '0.95',
	minAmount: '20',
	maxAmount: '500',
	remark: 'Own account only.',
	tradingPreferenceSet: { isKyc: '1', completeRateDay30: '95' },
	paymentIds: ['7110'],
	quantity: '1000',
	paymentPeriod: '15',
};
const draft = { ...terms, tokenId: 'USDT', currencyId: 'EUR', side: '1', itemType: 'ORIGIN' };

const adFields =
	`id tokenId currencyId side priceType price premium lastQuantity quantity frozenQuantity executedQuantity minAmount maxAmount
	remark status createDate updateDate payments paymentTerms tradingPreferenceSet feeRate paymentPeriod itemType version hiddenReason
	symbolInfo`.split(/\s+/);
const preferenceFields =
	`hasUnPostAd isKyc isEmail isMobile hasRegisterTime registerTimeThreshold orderFinishNumberDay30 completeRateDay30
	nationalLimit hasOrderFinishNumberDay30 hasCompleteRateDay30 hasNationalLimit`.split(/\s+/);

describe('creating an ad', () => {
	it('puts it online with what was asked', () => {
		const exchange = anExchange();
		const { itemId, ...risk } = resultOf<{ itemId: string }>(exchange, createPath, draft);

		const ad = resultOf<Row>(exchange, infoPath, { itemId });

		expect(risk).toEqual({ securityRiskToken: '', riskTokenType: '', riskVersion: '', needSecurityRisk: false });
		expect(Object.keys(ad)).toEqual(expect.arrayContaining(adFields));
		expect(ad).toMatchObject({
			id: itemId,
			side: 1,
			priceType: 0,
			price: '0.95',
			quantity: '1000',
			status: 10,
			payments: ['14'],
			createDate: String(NOW),
		});
		expect(Object.keys(ad.tradingPreferenceSet as object).sort()).toEqual([...preferenceFields].sort());
		expect(ad.tradingPreferenceSet).toMatchObject({ isKyc: 1, completeRateDay30: '95' });
	});

	it.each(Object.keys(draft))('asks for %s', (field) => {
		expect(codeOf(ask(anExchange(), createPath, { ...draft, [field]: undefined }))).toBe(10001);
	});

	it.each(['priceType', 'price', 'minAmount', 'maxAmount', 'quantity', 'paymentPeriod', 'side'] as const)(
		'takes %s as text only',
		(field) => {
			expect(codeOf(ask(anExchange(), createPath, { ...draft, [field]: Number(draft[field]) }))).toBe(10001);
		},
	);

	it.each([
		['a price outside the bounds', { price: '2' }, 912120022],
		['a floating price outside the bounds', { priceType: '1', premium: '130', price: '' }, 912120022],
		['a minimum above the total', { minAmount: '400', quantity: '100' }, 912120023],
		['more coins than there are', { quantity: '25001' }, 912120024],
		['an unknown payment id', { paymentIds: ['1'] }, 912300013],
		['more than five payment ids', { paymentIds: ['7110', '7110', '7110', '7110', '7110', '7110'] }, 10001],
		['no payment id', { paymentIds: [] }, 10001],
		['payment ids as numbers', { paymentIds: [7110] }, 10001],
		['preferences as numbers', { tradingPreferenceSet: { isKyc: 1 } }, 10001],
		['a maximum below the minimum', { maxAmount: '10' }, 10001],
		['a remark over 900 characters', { remark: 'x'.repeat(901) }, 10001],
		['an unknown kind', { itemType: 'origin' }, 10001],
	])('refuses %s', (_, change, code) => {
		expect(codeOf(ask(anExchange(), createPath, { ...draft, ...change }))).toBe(code);
	});

	it('floats with the market by the premium', () => {
		const exchange = anExchange();
		const { itemId } = resultOf<{ itemId: string }>(exchange, createPath, {
			...draft,
			priceType: '1',
			premium: '105',
			price: '',
		});

		expect(resultOf<Row>(exchange, infoPath, { itemId })).toMatchObject({
			priceType: 1,
			premium: '105',
			price: '0.966',
		});
	});
});

describe('updating an ad', () => {
	it('asks for every field, and takes the amount left as the quantity', () => {
		const exchange = anExchange();
		const { itemId } = resultOf<{ itemId: string }>(exchange, createPath, draft);
		const change = { ...terms, id: itemId, actionType: 'MODIFY', quantity: '700', price: '0.94' };

		for (const field of Object.keys(change))
			expect(codeOf(ask(exchange, updatePath, { ...change, [field]: undefined }))).toBe(10001);
		expect(codeOf(ask(exchange, updatePath, change))).toBe(0);
		expect(resultOf<Row>(exchange, infoPath, { itemId })).toMatchObject({
			price: '0.94',
			lastQuantity: '700',
			quantity: '700',
			version: 1,
		});
	});

	it('brings an ad back online with ACTIVE, not with MODIFY', () => {
		const exchange = anExchange();
		const { itemId } = resultOf<{ itemId: string }>(exchange, createPath, draft);
		exchange.takeAdOffline(itemId);
		const status = (actionType: string): unknown => {
			ask(exchange, updatePath, { ...terms, id: itemId, actionType });
			return resultOf<Row>(exchange, infoPath, { itemId }).status;
		};

		expect([status('MODIFY'), status('ACTIVE')]).toEqual([20, 10]);
	});

	it('is allowed ten times in five minutes (912120050)', () => {
		const exchange = anExchange();
		const { itemId } = resultOf<{ itemId: string }>(exchange, createPath, draft);
		const update = (): unknown => codeOf(ask(exchange, updatePath, { ...terms, id: itemId, actionType: 'MODIFY' }));

		expect(Array.from({ length: 11 }, update)).toEqual([...Array.from({ length: 10 }, () => 0), 912120050]);
		exchange.advance(5 * 60 * 1000);
		expect(update()).toBe(0);
	});
});

describe('removing an ad', () => {
	it('takes it out of every list for good', () => {
		const exchange = anExchange();
		const { itemId } = resultOf<{ itemId: string }>(exchange, createPath, draft);

		expect(codeOf(ask(exchange, cancelPath, { itemId }))).toBe(0);
		expect(resultOf<List>(exchange, minePath, { itemId }).count).toBe(0);
		expect(codeOf(ask(exchange, updatePath, { ...terms, id: itemId, actionType: 'ACTIVE' }))).toBe(912120031);
	});
});

describe('an ad in trade', () => {
	it('freezes the coins of an open order, then counts them as executed or takes them back', () => {
		const exchange = anExchange();
		const { itemId } = resultOf<{ itemId: string }>(exchange, createPath, { ...draft, price: '1', quantity: '300' });
		const quantities = (): unknown => {
			const { lastQuantity, frozenQuantity, executedQuantity, quantity, status } = resultOf<Row>(exchange, infoPath, {
				itemId,
			});
			return [lastQuantity, frozenQuantity, executedQuantity, quantity, status];
		};
		const [sold, dropped] = ['100', '200'].map((amount) => exchange.openOrder({ itemId, amount, price: '1' }).id);

		expect(quantities()).toEqual(['0', '300', '0', '300', 30]);
		exchange.buyerPays(sold);
		ask(exchange, '/v5/p2p/order/finish', { orderId: sold });
		exchange.cancelOrder(dropped);
		expect(quantities()).toEqual(['200', '0', '100', '300', 10]);
		expect(exchange.orderInfo(sold)).toMatchObject({ itemId, makerUserId: exchange.merchant.userId });
	});
});

describe('lists of ads', () => {
	it("show the merchant's own, filtered by text", () => {
		const exchange = anExchange();

		expect(resultOf(exchange, minePath, {})).toMatchObject({ count: 2, hiddenFlag: false });
		expect(resultOf<List>(exchange, minePath, { side: '1', tokenId: 'USDT', status: '2' }).count).toBe(1);
		expect(resultOf<List>(exchange, minePath, { status: '1' }).count).toBe(0);
		expect(codeOf(ask(exchange, minePath, { page: 1 }))).toBe(10001);
		expect(codeOf(ask(exchange, minePath, { size: '31' }))).toBe(10001);
	});

	it('show one side of the market, the best price for the taker first', () => {
		const exchange = anExchange();
		const market = (side: string): Row[] =>
			resultOf<List>(exchange, marketPath, { tokenId: 'USDT', currencyId: 'EUR', side, page: '1', size: '300' }).items;
		const prices = (rows: Row[]): number[] => rows.map(({ price }) => Number(price));

		expect(market('1').every(({ side }) => side === 1)).toBe(true);
		expect(new Set(market('1').map(({ nickName }) => nickName)).size).toBeGreaterThan(3);
		expect(prices(market('1'))).toEqual(prices(market('1')).sort((a, b) => a - b));
		expect(prices(market('0'))).toEqual(prices(market('0')).sort((a, b) => b - a));
		expect(market('1')[0]).not.toHaveProperty('accountId');
	});

	it('of the market take up to 300 at once, as text', () => {
		const body = { tokenId: 'USDT', currencyId: 'EUR', side: '1', page: '1', size: '10' };

		for (const change of [{ size: '301' }, { size: 10 }, { side: 1 }, { tokenId: undefined }]) {
			expect(codeOf(ask(anExchange(), marketPath, { ...body, ...change }))).toBe(10001);
		}
	});
});
