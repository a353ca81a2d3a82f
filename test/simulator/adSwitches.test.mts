import type { List, Row } from './support.mts';
import { anExchange, ask, codeOf, resultOf } from './support.mts';

const minePath = '/v5/p2p/item/personal/list';
const infoPath = '/v5/p2p/item/info';
const createPath = '/v5/p2p/item/create';
const updatePath = '/v5/p2p/item/update';
const cancelPath = '/v5/p2p/item/cancel';
const marketPath = '/v5/p2p/item/online';

const terms = {
	priceType: '0',
	premium: '',
	price: '0.95',
	minAmount: '20',
	maxAmount: '500',
	remark: 'Own account only.',
	tradingPreferenceSet: {},
	paymentIds: ['7110'],
	quantity: '1000',
	paymentPeriod: '15',
};
const draft = { ...terms, tokenId: 'USDT', currencyId: 'EUR', side: '1', itemType: 'ORIGIN' };

type Exchange = ReturnType<typeof anExchange>;

const created = (exchange: Exchange, change: object = {}): string =>
	resultOf<{ itemId: string }>(exchange, createPath, { ...draft, ...change }).itemId;
const statusOf = (exchange: Exchange, itemId: string): unknown => resultOf<Row>(exchange, infoPath, { itemId }).status;

describe('item/cancel read as a pause', () => {
	it('takes the ad offline, and ACTIVE with all terms revives it under the same id', () => {
		const exchange = anExchange({ adCancel: 'pause' });
		const itemId = created(exchange);

		expect(codeOf(ask(exchange, cancelPath, { itemId }))).toBe(0);
		expect(statusOf(exchange, itemId)).toBe(20);
		expect(resultOf<List>(exchange, minePath, { itemId }).count).toBe(1);
		expect(codeOf(ask(exchange, updatePath, { ...terms, id: itemId, actionType: 'ACTIVE', price: '0.94' }))).toBe(0);
		expect(exchange.ad(itemId)).toMatchObject({ status: 10, price: '0.94' });
	});

	it('leaves it offline under MODIFY', () => {
		const exchange = anExchange({ adCancel: 'pause' });
		const itemId = created(exchange);
		ask(exchange, cancelPath, { itemId });

		expect(codeOf(ask(exchange, updatePath, { ...terms, id: itemId, actionType: 'MODIFY' }))).toBe(0);
		expect(statusOf(exchange, itemId)).toBe(20);
	});
});

describe('an update with nothing but id and status', () => {
	it.each([{}, { actionType: 'ACTIVE' }])('is answered with 0 and does nothing (%j)', (more) => {
		const exchange = anExchange();
		const itemId = created(exchange);
		exchange.takeAdOffline(itemId);
		const before = exchange.ad(itemId);

		expect(codeOf(ask(exchange, updatePath, { id: itemId, status: '10', ...more }))).toBe(0);
		expect(exchange.ad(itemId)).toEqual(before);
		expect(exchange.calls.at(-1)).toMatchObject({ effect: false });
	});
});

describe('the gap between own ads', () => {
	it('is not asked for unless switched on', () => {
		const exchange = anExchange();
		created(exchange, { price: '0.95' });

		expect(codeOf(ask(exchange, createPath, { ...draft, price: '0.951' }))).toBe(0);
	});

	it('is 1 % of the price, for online ads of the same pair and side, the ad itself apart', () => {
		const exchange = anExchange({ ownAdGap: true });
		const itemId = created(exchange, { price: '1' });
		const codes = ['1.009', '0.991', '1.01', '0.99'].map((price) =>
			codeOf(ask(exchange, createPath, { ...draft, price })),
		);
		const between = ask(exchange, updatePath, { ...terms, id: itemId, actionType: 'MODIFY', price: '1.001' });
		exchange.takeAdOffline(itemId);

		expect(codes.map((code) => code === 0)).toEqual([false, false, true, true]);
		expect(codes[0]).toBeGreaterThan(912000000);
		expect(codeOf(between)).not.toBe(0);
		expect(codeOf(ask(exchange, createPath, { ...draft, side: '0', price: '1' }))).toBe(0);
	});
});

describe('an own ad', () => {
	it('needs no gap to its own price', () => {
		const exchange = anExchange({ ownAdGap: true });
		const id = created(exchange, { price: '1' });

		expect(codeOf(ask(exchange, updatePath, { ...terms, id, actionType: 'MODIFY', price: '1.001' }))).toBe(0);
	});

	it('can be hidden, says why, and is then missing from the market', () => {
		const exchange = anExchange();
		const itemId = created(exchange);
		exchange.setAd(itemId, { hiddenReason: 'PRICE_NOT_COMPETITIVE' });

		const market = resultOf<List>(exchange, marketPath, { tokenId: 'USDT', currencyId: 'EUR', side: '1' });

		expect(resultOf(exchange, minePath, {})).toMatchObject({ hiddenFlag: true });
		expect(resultOf(exchange, infoPath, { itemId })).toMatchObject({
			hiddenReason: 'PRICE_NOT_COMPETITIVE',
			status: 10,
		});
		expect(market.items.map(({ id }) => id)).not.toContain(itemId);
	});

	it('can be sold out', () => {
		const exchange = anExchange();
		const itemId = created(exchange);
		exchange.sellOutAd(itemId);

		expect(resultOf<List>(exchange, minePath, { status: '1' }).items.map(({ id }) => id)).toEqual([itemId]);
		expect(exchange.ad(itemId)).toMatchObject({ status: 30, lastQuantity: '0' });
	});

	it('shows scales, price band, payment periods and ads a side in its symbolInfo', () => {
		const exchange = anExchange();

		expect(exchange.ad(created(exchange)).symbolInfo).toMatchObject({
			tokenId: 'USDT',
			currencyId: 'EUR',
			currency: { scale: 3 },
			token: { scale: 4 },
			itemDownRange: '80',
			itemUpRange: '120',
			itemSideLimit: 3,
			sellAd: { paymentPeriods: [15, 30] },
		});
	});

	it('keeps within the price band of a reference price that moves', () => {
		const exchange = anExchange();
		const code = (price: string): unknown => codeOf(ask(exchange, createPath, { ...draft, price }));

		expect([code('1.104'), code('1.105'), code('0.736'), code('0.735')]).toEqual([0, 912120022, 0, 912120022]);
		exchange.setReferencePrice('USDT', 'EUR', '2');
		expect([code('1.599'), code('1.6'), code('2.4'), code('2.401')]).toEqual([912120022, 0, 0, 912120022]);
	});

	it('may hide or change fields of its replies', () => {
		const exchange = anExchange();
		const itemId = created(exchange);
		exchange.setAd(itemId, { fields: { price: null }, without: ['status'] });

		const shown = resultOf<Row>(exchange, infoPath, { itemId });

		expect(shown.price).toBeNull();
		expect(shown).not.toHaveProperty('status');
	});
});
