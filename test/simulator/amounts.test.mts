import type { List, Row } from './support.mts';
import { anExchange, ask, NOW, resultOf } from './support.mts';

const infoPath = '/v5/p2p/order/info';
const listPath = '/v5/p2p/order/simplifyList';

describe('the amounts of an order', () => {
	it('are spelled as given, unless all decimals of the pair are asked for', () => {
		const exchange = anExchange();
		const given = exchange.openOrder({ amount: '46.000', price: '0.92' });
		const scaled = exchange.openOrder({ amount: '46', price: '0.92', fee: '0.05', scaled: true });

		expect(resultOf(exchange, infoPath, { orderId: given.id })).toMatchObject({
			amount: '46.000',
			price: '0.92',
			quantity: '50',
			fee: '0',
		});
		expect(resultOf(exchange, infoPath, { orderId: scaled.id })).toMatchObject({
			amount: '46.000',
			price: '0.920',
			quantity: '50.0000',
			notifyTokenQuantity: '50.0000',
			fee: '0.0500',
		});
	});

	it('have eight decimals of a coin that is no stable coin', () => {
		const exchange = anExchange({ amounts: 'scaled' });

		expect(exchange.openOrder({ coin: 'BTC', amount: '580', price: '58000' })).toMatchObject({
			amount: '580.000',
			price: '58000.000',
			quantity: '0.01000000',
		});
	});

	it('come in both spellings by turns when switched so', () => {
		const exchange = anExchange({ amounts: 'mixed' });

		const amounts = [1, 2, 3, 4].map(() => exchange.openOrder({ amount: '46' }).amount);

		expect(amounts).toEqual(['46', '46.000', '46', '46.000']);
	});

	it('book the balance the same in either spelling', () => {
		const exchange = anExchange();
		exchange.openOrder({ scaled: true });
		exchange.openOrder();

		expect(exchange.balance('USDT')).toEqual({ walletBalance: '25000', transferBalance: '24800' });
	});
});

describe('the dates of orders and messages', () => {
	const later = NOW + 1234;

	it('can be whole seconds while the time of a reply is not', () => {
		const exchange = anExchange({ now: later, orderDates: 'seconds' });
		const { id: orderId } = exchange.openOrder();
		exchange.buyerPays(orderId);

		const answer = ask(exchange, infoPath, { orderId });

		const date = String(NOW + 1000);
		expect(answer.json).toMatchObject({
			time_now: '1790000001.234000',
			result: { createDate: date, updateDate: date, transferDate: date },
		});
	});

	it('are switched apart', () => {
		const exchange = anExchange({ now: later, messageDates: 'seconds' });
		const order = exchange.openOrder();
		const userMaskId = exchange.orderInfo(order.id).targetUserMaskId;
		const { sessionId } = resultOf<{ sessionId: string }>(exchange, '/v5/p2p/chat/session/getSessionId', {
			userMaskId,
		});

		const { messages } = resultOf<{ messages: Row[] }>(exchange, '/v5/p2p/chat/message/listpage_v1', {
			sessionId,
			lastId: 0,
			limit: 1,
		});

		expect(messages[0].createDate).toBe(String(NOW + 1000));
		expect(exchange.orderInfo(order.id).createDate).toBe(String(later));
	});

	it('count in whole seconds for a list from a time on', () => {
		const exchange = anExchange({ now: later, orderDates: 'seconds' });
		exchange.openOrder();
		const count = (beginTime: number): number =>
			resultOf<List>(exchange, listPath, { page: 1, size: 10, beginTime: String(beginTime) }).count;

		expect([count(NOW + 1000), count(NOW + 1001)]).toEqual([1, 0]);
	});
});

describe('a behaviour', () => {
	it('that does not exist, or a position it does not have, is refused', () => {
		expect(() => anExchange({ amounts: 'plenty' as 'scaled' })).toThrow(
			'amounts must be one of asGiven, scaled, mixed',
		);
		expect(() => anExchange().configure({ limits: 1 as unknown as boolean })).toThrow('limits must be true or false');
		expect(() => anExchange().configure({ weekday: 1 } as object)).toThrow('no behaviour weekday');
	});
});
