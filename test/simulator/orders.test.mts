import type { List, Row } from './support.mts';
import { anExchange, ask, codeOf, NOW, resultOf } from './support.mts';

const listPath = '/v5/p2p/order/simplifyList';
const pendingPath = '/v5/p2p/order/pending/simplifyList';
const infoPath = '/v5/p2p/order/info';

const rowFields =
	`id side tokenId orderType amount currencyId price notifyTokenId notifyTokenQuantity fee targetNickName targetUserId
	targetUserMaskId status createDate transferLastSeconds appealLastSeconds userId sellerRealName buyerRealName selfUnreadMsgCount
	unreadMsgCount judgeInfo extension bulkOrderFlag`.split(/\s+/);
const fullFields =
	`itemId accountId nickName makerUserId targetAccountId loginUserMaskId quantity tokenName payCode paymentType transferDate
	paymentTermList paymentTermResult confirmedPayTerm remark payerRealName recentOrderNum recentExecuteRate appealContent appealType
	appealNickName canAppeal totalAppealTimes appealedTimes orderFinishMinute makerFee takerFee tokenBalance fiatBalance updateDate
	appealUserId cancelReason cancelResponsible needBuyerExamineCancel needSellerExamineCancel sellerCancelExamineRemainTime usedCoupon
	couponTokenId couponQuantity realOrderStatus verificationOrder targetUserType targetUserDisplays orderSource appraiseStatus
	appraiseInfo`.split(/\s+/);
const termFields =
	`id realName paymentType bankName branchName accountNo qrcode payMessage firstName lastName secondLastName clabe
	debitCardNumber mobile businessName concept online paymentExt1 paymentExt2 paymentExt3 paymentExt4 paymentExt5 paymentExt6
	paymentTemplateVersion paymentConfigVo`.split(/\s+/);

describe('order lists', () => {
	it('carry exactly the documented fields, with names cut short', () => {
		const exchange = anExchange();
		exchange.openOrder({ counterparty: 'bob', counterpartyName: 'Robert Marsh' });

		const [row] = resultOf<List>(exchange, listPath, { page: 1, size: 10 }).items;

		expect(Object.keys(row).sort()).toEqual([...rowFields].sort());
		expect(row).toMatchObject({
			side: 1,
			targetNickName: 'bob',
			buyerRealName: 'R**** M****',
			sellerRealName: 'M**** K****',
		});
		expect(row).toMatchObject({
			createDate: String(NOW),
			transferLastSeconds: '900',
			amount: '92',
			notifyTokenQuantity: '100',
		});
	});

	it('show 61 orders on pages of 30 without a repeat, newest first', () => {
		const exchange = anExchange();
		const opened = Array.from({ length: 61 }, (_, n) => exchange.openOrder({ counterparty: `c${n % 7}` }).id);

		const pages = [1, 2, 3, 4].map((page) => resultOf<List>(exchange, listPath, { page, size: 30 }));

		expect(pages.map(({ count, items }) => [count, items.length])).toEqual([
			[61, 30],
			[61, 30],
			[61, 1],
			[61, 0],
		]);
		expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual([...opened].reverse());
		expect(new Set(opened).size).toBe(61);
		expect(opened.every((id) => /^\d{19}$/.test(id))).toBe(true);
	});

	it('filter by status, side, coin and time of creation', () => {
		const exchange = anExchange();
		const old = exchange.openOrder({ status: 50, createdAt: NOW - 5000 });
		const buy = exchange.openOrder({ side: 'buy' });
		const coin = exchange.openOrder({ coin: 'BTC', price: '58000', amount: '580' });
		const ids = (filter: object): string[] =>
			resultOf<List>(exchange, listPath, { page: 1, size: 30, ...filter }).items.map(({ id }) => id);

		expect(ids({ status: 50 })).toEqual([old.id]);
		expect(ids({ side: 0 })).toEqual([buy.id]);
		expect(ids({ tokenId: 'BTC' })).toEqual([coin.id]);
		expect(ids({ endTime: String(NOW - 1) })).toEqual([old.id]);
		expect(ids({ beginTime: String(NOW) })).toEqual([coin.id, buy.id]);
	});

	it('reach back 90 days by themselves and 180 when asked', () => {
		const exchange = anExchange();
		const day = 24 * 60 * 60 * 1000;
		for (const days of [89, 91, 179, 181]) exchange.openOrder({ status: 50, createdAt: NOW - days * day });

		expect(resultOf<List>(exchange, listPath, { page: 1, size: 30 }).count).toBe(1);
		expect(resultOf<List>(exchange, listPath, { page: 1, size: 30, beginTime: String(NOW - 365 * day) }).count).toBe(3);
	});

	it.each([5, 10, 20, 30, 90, 100, 110])('show status %i as pending', (status) => {
		const exchange = anExchange();
		exchange.openOrder({ status });

		expect(resultOf<List>(exchange, pendingPath, { page: 1, size: 10 }).count).toBe(1);
	});

	it.each([40, 50, 60, 70, 80])('do not show status %i as pending', (status) => {
		const exchange = anExchange();
		exchange.openOrder({ status });

		expect(resultOf<List>(exchange, pendingPath, { page: 1, size: 10 }).count).toBe(0);
	});

	it.each([
		[{}],
		[{ page: '1', size: 10 }],
		[{ page: 1, size: '10' }],
		[{ page: 1, size: 31 }],
		[{ page: 0, size: 10 }],
		[{ page: 1, size: 10, status: '20' }],
		[{ page: 1, size: 10, side: '1' }],
		[{ page: 1, size: 10, beginTime: NOW }],
		[{ page: 1, size: 10, tokenId: 5 }],
	])('refuse %j (10001)', (body) => {
		expect(ask(anExchange(), listPath, body).json).toMatchObject({ ret_code: 10001, result: null });
	});
});

describe('an order in full', () => {
	it('carries exactly the documented fields, with full names', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterpartyName: 'Robert Marsh ' });

		const info = resultOf<Row>(exchange, infoPath, { orderId: order.id });

		expect(Object.keys(info).sort()).toEqual([...rowFields, ...fullFields].sort());
		expect(info).toMatchObject({
			buyerRealName: 'Robert Marsh ',
			sellerRealName: 'Maria Keller',
			nickName: 'SimMerchant',
			quantity: '100',
		});
	});

	it('has every field of a payment term, and a placeholder until it is paid', () => {
		const exchange = anExchange();
		const order = exchange.openOrder();
		const terms = (): Array<{ id: string; paymentType: number }> => {
			const info = resultOf<Record<string, never>>(exchange, infoPath, { orderId: order.id });
			return [info.confirmedPayTerm, info.paymentTermResult, info.paymentTermList[0]];
		};

		expect(terms().map((term) => Object.keys(term).sort())).toEqual(
			[termFields, termFields, termFields].map((fields) => [...fields].sort()),
		);
		expect(terms()[0]).toMatchObject({ id: '0', paymentType: 0 });
		exchange.buyerPays(order.id);
		expect(terms()[0]).toMatchObject({ id: '7110', paymentType: 14 });
	});

	it('is refused for an unknown id, a number, and no id', () => {
		const exchange = anExchange();

		expect(ask(exchange, infoPath, { orderId: '1899736339155943424' }).json.ret_code).toBeGreaterThan(912000000);
		expect(codeOf(ask(exchange, infoPath, { orderId: 1 }))).toBe(10001);
		expect(codeOf(ask(exchange, infoPath, {}))).toBe(10001);
	});

	it('shows a request to cancel and the time left to examine it', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ side: 'buy', status: 20 });
		exchange.requestCancel(order.id);
		exchange.advance(60_000);

		expect(exchange.orderInfo(order.id)).toMatchObject({
			needBuyerExamineCancel: true,
			sellerCancelExamineRemainTime: '540',
		});
	});
});

describe('the payment deadline', () => {
	it('counts down and cancels the order when it is over', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ paymentMinutes: 10 });

		exchange.advance(599_001);
		expect(exchange.orderInfo(order.id)).toMatchObject({ status: 10, transferLastSeconds: '1' });
		exchange.advance(999);
		expect(exchange.orderInfo(order.id)).toMatchObject({
			status: 40,
			transferLastSeconds: '0',
			updateDate: String(NOW + 600_000),
		});
	});

	it('comes for each order at its own time', () => {
		const exchange = anExchange();
		const orders = [10, 20, 30].map((paymentMinutes) => exchange.openOrder({ paymentMinutes }));
		const statuses = (): number[] => orders.map(({ id }) => exchange.order(id).status);

		const after = [10, 10, 10].map((minutes) => {
			exchange.advance(minutes * 60_000);
			return statuses();
		});

		expect(after).toEqual([
			[40, 10, 10],
			[40, 40, 10],
			[40, 40, 40],
		]);
	});

	it('spares paid orders', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ paymentMinutes: 10 });
		exchange.buyerPays(order.id);
		exchange.advance(3_600_000);

		expect(exchange.order(order.id).status).toBe(20);
	});
});
