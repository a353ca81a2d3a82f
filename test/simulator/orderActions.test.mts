import { anExchange, ask, codeOf, NOW } from './support.mts';

const payPath = '/v5/p2p/order/pay';
const finishPath = '/v5/p2p/order/finish';
const reviewPath = '/v5/p2p/order/buyer/examine/sellerCancelOrderApply';

describe('finish', () => {
	it('releases a paid sell order, once, and takes the coins from the balance', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		exchange.buyerPays(order.id);

		const answer = ask(exchange, finishPath, { orderId: order.id });

		expect(answer.json).toMatchObject({ ret_code: 0, result: null });
		expect(exchange.order(order.id).status).toBe(50);
		expect(exchange.balance('USDT')).toEqual({ walletBalance: '24900', transferBalance: '24900' });
		expect(codeOf(ask(exchange, finishPath, { orderId: order.id }))).not.toBe(0);
		expect(exchange.effects(order.id)).toEqual({ releases: 1, pays: 0, cancelReviews: 0, messages: 0 });
		expect(exchange.balance('USDT').walletBalance).toBe('24900');
	});

	it.each([5, 10, 30, 40, 50, 90])('refuses status %i', (status) => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status });

		expect(codeOf(ask(exchange, finishPath, { orderId: order.id }))).not.toBe(0);
		expect(exchange.order(order.id).status).toBe(status);
	});

	it('refuses the buyer', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ side: 'buy', status: 20 });

		expect(codeOf(ask(exchange, finishPath, { orderId: order.id }))).not.toBe(0);
	});

	it('holds coins back while an order is open and gives them back when it is cancelled', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();

		expect(exchange.balance('USDT')).toEqual({ walletBalance: '25000', transferBalance: '24900' });
		exchange.cancelOrder(order.id);
		expect(exchange.balance('USDT')).toEqual({ walletBalance: '25000', transferBalance: '25000' });
	});
});

describe('pay', () => {
	it("marks a buy order as paid with the seller's payment method; a release then raises the balance", () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ side: 'buy' });
		const [term] = order.paymentTerms;

		const answer = ask(exchange, payPath, {
			orderId: order.id,
			paymentType: String(term.paymentType),
			paymentId: term.id,
		});

		expect(answer.json).toMatchObject({ ret_code: 0, result: null });
		expect(exchange.orderInfo(order.id)).toMatchObject({
			status: 20,
			paymentType: 14,
			transferDate: String(NOW),
			payerRealName: 'Maria Keller',
		});
		exchange.sellerReleases(order.id);
		expect(exchange.balance('USDT').walletBalance).toBe('25100');
	});

	it('refuses another method, Balance, a placeholder, and numbers', () => {
		const exchange = anExchange();
		const paymentTerms = [{}, { id: '-1', paymentType: 377 }, { id: '5', paymentType: 14 }];
		const order = exchange.openOrder({ side: 'buy', paymentTerms });
		const code = (paymentType: unknown, paymentId: unknown): unknown =>
			codeOf(ask(exchange, payPath, { orderId: order.id, paymentType, paymentId }));

		expect(
			[code('14', '6'), code('64', '5'), code('377', '-1'), code('0', '0')].every((given) => Number(given) > 912000000),
		).toBe(true);
		expect([code(14, '5'), code('14', 5), code(undefined, '5')]).toEqual([10001, 10001, 10001]);
		expect(exchange.order(order.id).status).toBe(10);
		expect(code('14', '5')).toBe(0);
		expect(code('14', '5')).not.toBe(0);
	});

	it('refuses the seller', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();

		expect(codeOf(ask(exchange, payPath, { orderId: order.id, paymentType: '14', paymentId: '7110' }))).not.toBe(0);
	});
});

describe('the review of a request to cancel', () => {
	const rejection = {
		examineResult: 'REJECT',
		rejectReason: 'buyerRefuseOrderCancelReason_haveMadePayment',
		rejectProofs: '/fileupload/a.png',
	};

	it('cancels on PASS, and answers in camelCase', () => {
		const exchange = anExchange();
		const { id: orderId } = exchange.openOrder({ side: 'buy', status: 20 });
		exchange.requestCancel(orderId);

		expect(ask(exchange, reviewPath, { orderId, examineResult: 'PASS' }).json).toMatchObject({ retCode: 0, time: NOW });
		expect(exchange.order(orderId)).toMatchObject({ status: 40, needBuyerExamineCancel: false });
	});

	it('goes on after REJECT', () => {
		const exchange = anExchange();
		const { id: orderId } = exchange.openOrder({ side: 'buy', status: 20 });
		exchange.requestCancel(orderId);

		expect(codeOf(ask(exchange, reviewPath, { orderId, ...rejection }))).toBe(0);
		expect(exchange.order(orderId)).toMatchObject({ status: 20, needBuyerExamineCancel: false });
		expect(exchange.effects(orderId).cancelReviews).toBe(1);
	});

	it('is refused when nobody asked, and without a reason or proofs', () => {
		const exchange = anExchange();
		const { id: orderId } = exchange.openOrder({ side: 'buy', status: 20 });

		expect(codeOf(ask(exchange, reviewPath, { orderId, examineResult: 'PASS' }))).toBeGreaterThan(912000000);
		for (const missing of ['rejectReason', 'rejectProofs']) {
			expect(ask(exchange, reviewPath, { orderId, ...rejection, [missing]: undefined }).json).toMatchObject({
				retCode: 10001,
			});
		}
	});
});

describe('an appeal', () => {
	it('may end either way, or go back', () => {
		const exchange = anExchange();
		const [won, lost, back] = [1, 2, 3].map(() => exchange.openOrder({ status: 20 }).id);
		for (const id of [won, lost, back]) exchange.appealOrder(id);

		exchange.resolveAppeal(won, 50);
		exchange.resolveAppeal(lost, 40);
		exchange.resolveAppeal(back, 20);

		expect([won, lost, back].map((id) => exchange.order(id).status)).toEqual([50, 40, 20]);
		expect(exchange.balance('USDT')).toEqual({ walletBalance: '24900', transferBalance: '24800' });
	});
});
