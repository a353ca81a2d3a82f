import type { Row } from './support.mts';
import { anExchange, ask, codeOf, NOW, resultOf } from './support.mts';

const figuresPath = '/v5/p2p/user/order/personal/info';
const ownPath = '/v5/p2p/user/personal/info';
const listPath = '/v5/p2p/order/simplifyList';
const day = 24 * 60 * 60 * 1000;

type Exchange = ReturnType<typeof anExchange>;

function figures(exchange: Exchange, nickName: string): Record<string, unknown> {
	const order = exchange.openOrder({ counterparty: nickName });
	return resultOf(exchange, figuresPath, { originalUid: order.counterpartyId, orderId: order.id });
}

describe("a counterparty's figures", () => {
	it('can be set', () => {
		const exchange = anExchange();
		exchange.setUser('ann', {
			realName: 'Ann Marsh',
			country: 'NG',
			finishedOrders: 12,
			recentOrders: 3,
			completionRate: 71,
			accountDays: 400,
			blocked: true,
		});

		expect(figures(exchange, 'ann')).toMatchObject({
			realName: 'A**** M****',
			kycCountryCode: 'NG',
			totalFinishCount: 12,
			recentFinishCount: 3,
			recentRate: '71',
			accountCreateDays: 400,
			blocked: 'Y',
		});
		expect(exchange.orderInfo(exchange.orders()[0].id)).toMatchObject({ recentOrderNum: 3, recentExecuteRate: 71 });
	});

	it('can be missing, null, or of another kind', () => {
		const exchange = anExchange();
		exchange.setUser('ann', { fields: { recentRate: null, totalFinishCount: '12' }, without: ['accountCreateDays'] });

		const shown = figures(exchange, 'ann');

		expect(shown).toMatchObject({ recentRate: null, totalFinishCount: '12' });
		expect(shown).not.toHaveProperty('accountCreateDays');
	});

	it('stay what they are where nothing is said, and take no name they do not have', () => {
		const exchange = anExchange();
		exchange.setUser('ann', { country: 'NG' });
		exchange.setUser('ann', { completionRate: 71 });

		expect(figures(exchange, 'ann')).toMatchObject({ kycCountryCode: 'NG', recentRate: '71' });
		expect(() => exchange.setUser('ann', { height: 2 } as object)).toThrow('a user has no height');
	});
});

describe('a key', () => {
	const own = (exchange: Exchange, apiKey: string): Row =>
		ask(exchange, ownPath, {}, { apiKey, secret: 's' }).json.result as Row;

	it('of the same account shows the same account ids and orders', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'second', apiSecret: 's' });
		exchange.openOrder();

		const { userId, accountId } = resultOf(exchange, ownPath);

		expect(own(exchange, 'second')).toMatchObject({ userId, accountId });
		expect(
			ask(exchange, '/v5/user/query-api', {}, { method: 'GET', apiKey: 'second', secret: 's' }).json.result,
		).toMatchObject({ userID: userId });
		expect(ask(exchange, listPath, { page: 1, size: 10 }, { apiKey: 'second', secret: 's' }).json.result).toMatchObject(
			{ count: 1 },
		);
	});

	it('of another account shows its own ids and none of the orders, chats and ads', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'other', apiSecret: 's', account: 'OtherDesk' });
		const { id: orderId } = exchange.openOrder({ status: 20 });
		const asking = { apiKey: 'other', secret: 's' };
		const result = (path: string, body: object): unknown => ask(exchange, path, body, asking).json.result;

		expect(own(exchange, 'other')).toMatchObject({ nickName: 'OtherDesk' });
		expect(own(exchange, 'other').accountId).not.toBe(exchange.merchant.accountId);
		expect(result(listPath, { page: 1, size: 10 })).toEqual({ count: 0, items: [] });
		expect(result('/v5/p2p/chat/session/list_v1', { lastId: 0, size: 20, readStatus: 2 })).toEqual({ chatSession: [] });
		expect(result('/v5/p2p/item/personal/list', {})).toMatchObject({ count: 0 });
		expect(codeOf(ask(exchange, '/v5/p2p/order/finish', { orderId }, asking))).toBeGreaterThan(912000000);
		expect(exchange.order(orderId).status).toBe(20);
	});

	it('can become read-only, expire, lose a permission or an address, and be deleted', () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'second', apiSecret: 's' });
		const order = exchange.openOrder({ status: 20 });
		const code = (path: string, body: object = {}): unknown =>
			codeOf(ask(exchange, path, body, { apiKey: 'second', secret: 's' }));

		exchange.changeKey('second', { readOnly: true });
		expect([code(ownPath), code('/v5/p2p/order/finish', { orderId: order.id })]).toEqual([0, 10005]);
		exchange.changeKey('second', { permissions: ['Advertising'] });
		expect(code(listPath, { page: 1, size: 1 })).toBe(10005);
		exchange.changeKey('second', { ips: ['203.0.113.7'] });
		expect(code(ownPath)).toBe(10010);
		exchange.changeKey('second', { ips: [], expiresAt: NOW + day });
		expect(code(ownPath)).toBe(0);
		exchange.advance(day);
		expect(code(ownPath)).toBe(33004);
		exchange.removeKey('second');
		expect(code(ownPath)).toBe(10003);
		expect(() => exchange.changeKey('second', { readOnly: false })).toThrow('no key second');
	});
});
