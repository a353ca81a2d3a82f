import { anExchange, ask, codeOf, NOW } from './support.mts';

const reviewPath = '/v5/p2p/order/buyer/examine/sellerCancelOrderApply';
const rejection = {
	examineResult: 'REJECT',
	rejectReason: 'buyerRefuseOrderCancelReason_others',
	rejectProofs: '/fileupload/a.png',
};
const tenMinutes = 10 * 60_000;

type Exchange = ReturnType<typeof anExchange>;

function requested(exchange: Exchange): string {
	const { id } = exchange.openOrder({ side: 'buy', status: 20 });
	exchange.requestCancel(id);
	return id;
}

describe('a request to cancel', () => {
	it('that the seller withdrew lets the order go on, and a REJECT that comes after is refused', () => {
		const exchange = anExchange();
		const orderId = requested(exchange);
		exchange.withdrawCancelRequest(orderId);

		const answer = ask(exchange, reviewPath, { orderId, ...rejection });

		expect(codeOf(answer)).toBeGreaterThan(912000000);
		expect(exchange.orderInfo(orderId)).toMatchObject({
			status: 20,
			needBuyerExamineCancel: false,
			sellerCancelExamineRemainTime: '0',
		});
		expect(exchange.effects(orderId).cancelReviews).toBe(0);
	});

	it('may be made again after it was withdrawn', () => {
		const exchange = anExchange();
		const orderId = requested(exchange);
		exchange.withdrawCancelRequest(orderId);
		exchange.requestCancel(orderId);

		expect(codeOf(ask(exchange, reviewPath, { orderId, ...rejection }))).toBe(0);
	});

	it('lapses after ten minutes without an answer, at its deadline', () => {
		const exchange = anExchange();
		const orderId = requested(exchange);

		exchange.advance(tenMinutes - 1);
		expect(exchange.orderInfo(orderId)).toMatchObject({
			needBuyerExamineCancel: true,
			sellerCancelExamineRemainTime: '1',
		});
		exchange.advance(3_600_000);
		expect(exchange.orderInfo(orderId)).toMatchObject({
			status: 20,
			needBuyerExamineCancel: false,
			updateDate: String(NOW + tenMinutes),
		});
	});

	it('cancels the order after ten minutes when the exchange is switched so', () => {
		const exchange = anExchange({ cancelRequestTimeout: 'cancels' });
		const orderId = requested(exchange);
		exchange.advance(tenMinutes);

		expect(exchange.orderInfo(orderId)).toMatchObject({ status: 40, needBuyerExamineCancel: false });
	});

	it('is over when the order ends in another way', () => {
		const exchange = anExchange();
		const orderId = requested(exchange);
		exchange.sellerReleases(orderId);

		expect(exchange.orderInfo(orderId)).toMatchObject({ status: 50, needBuyerExamineCancel: false });
	});

	it('of an order whose payment time ends first goes with it', () => {
		const exchange = anExchange({ cancelRequestTimeout: 'lapses' });
		const { id } = exchange.openOrder({ side: 'buy', paymentMinutes: 5 });
		exchange.requestCancel(id);
		exchange.advance(3_600_000);

		expect(exchange.order(id)).toMatchObject({
			status: 40,
			updatedAt: NOW + 5 * 60_000,
			needBuyerExamineCancel: false,
		});
	});

	it('is made by a seller, in an order that is open, and withdrawn only where there is one', () => {
		const exchange = anExchange();
		const sale = exchange.openOrder({ status: 20 });
		const ended = exchange.openOrder({ side: 'buy', status: 50 });
		const quiet = exchange.openOrder({ side: 'buy' });

		expect(() => exchange.requestCancel(sale.id)).toThrow('other role');
		expect(() => exchange.requestCancel(ended.id)).toThrow('status is 50');
		expect(() => exchange.withdrawCancelRequest(quiet.id)).toThrow('no request');
	});
});
