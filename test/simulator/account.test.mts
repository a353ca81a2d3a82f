import { anExchange, ask, codeOf, NOW, resultOf } from './support.mts';

const balancePath = '/v5/asset/transfer/query-account-coins-balance';

describe('the account', () => {
	it("shows the merchant's own figures", () => {
		const exchange = anExchange();
		const fields =
			`nickName userId accountId realName realNameEn kycLevel recentRate totalFinishCount recentFinishCount averageReleaseTime
			averageTransferTime userCurPrivilege openApiSwitch`.split(/\s+/);

		const own = resultOf(exchange, '/v5/p2p/user/personal/info');

		expect(Object.keys(own)).toEqual(expect.arrayContaining(fields));
		expect(own).toMatchObject({ nickName: 'SimMerchant', userId: exchange.merchant.userId });
	});

	it("shows a counterparty's figures for an order with them, names masked", () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ counterpartyName: 'Robert Marsh' });
		const path = '/v5/p2p/user/order/personal/info';
		const body = { originalUid: order.counterpartyId, orderId: order.id };

		const figures = resultOf(exchange, path, body);

		expect(Object.keys(figures)).toEqual(
			expect.arrayContaining(
				'recentRate accountCreateDays totalFinishCount recentFinishCount goodAppraiseRate kycCountryCode blocked'.split(
					' ',
				),
			),
		);
		expect(figures.realName).toBe('R**** M****');
		expect(codeOf(ask(exchange, path, { ...body, originalUid: exchange.merchant.userId }))).toBeGreaterThan(912000000);
		expect(codeOf(ask(exchange, path, { ...body, originalUid: 1 }))).toBe(10001);
	});

	it('lists ways to be paid as a bare array', () => {
		const list = resultOf<Array<{ id: string }>>(anExchange(), '/v5/p2p/user/payment/list');

		expect(list.map(({ id }) => id)).toEqual(['7110', '7111', '7112']);
	});

	it('shows the funding balance of the coins asked for, in camelCase', () => {
		const exchange = anExchange();
		exchange.openOrder();

		const { json } = ask(exchange, balancePath, {}, { method: 'GET', query: 'accountType=FUND&coin=USDT,XRP' });

		expect(json).toMatchObject({
			retCode: 0,
			time: NOW,
			result: {
				accountType: 'FUND',
				memberId: exchange.merchant.userId,
				balance: [
					{ coin: 'USDT', walletBalance: '25000', transferBalance: '24900', bonus: '' },
					{ coin: 'XRP', walletBalance: '0', transferBalance: '0', bonus: '' },
				],
			},
		});
	});

	it('refuses another kind of account (10001)', () => {
		expect(codeOf(ask(anExchange(), balancePath, {}, { method: 'GET', query: 'accountType=SPOT' }))).toBe(10001);
	});

	it('shows what a key may do', () => {
		const exchange = anExchange();
		exchange.addKey({
			apiKey: 'reader',
			apiSecret: 's',
			readOnly: true,
			permissions: ['FiatP2POrder'],
			ips: ['127.0.0.1'],
			expiresAt: NOW + 36 * 3_600_000,
		});

		const { json } = ask(exchange, '/v5/user/query-api', {}, { method: 'GET', apiKey: 'reader', secret: 's' });

		expect(json.result).toMatchObject({
			permissions: { FiatP2P: ['FiatP2POrder'] },
			readOnly: 1,
			ips: ['127.0.0.1'],
			deadlineDay: 2,
			expiredAt: '2026-09-23T02:13:20Z',
			userID: exchange.merchant.userId,
		});
	});

	it('gives the time to anybody', () => {
		const exchange = anExchange();
		const { body } = exchange.handle({
			method: 'GET',
			path: '/v5/market/time',
			query: '',
			ip: '',
			headers: {},
			body: Buffer.alloc(0),
		});

		expect(JSON.parse(body.toString())).toMatchObject({
			retCode: 0,
			time: NOW,
			result: { timeSecond: '1790000000', timeNano: '1790000000000000000' },
		});
	});
});
