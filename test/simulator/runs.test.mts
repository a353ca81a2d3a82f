import { Exchange } from '../../simulator/exchange.mts';
import { anExchange, ask, codeOf, multipart, NOW } from './support.mts';

function run(exchange: Exchange): string[] {
	const order = exchange.openOrder({ counterparty: 'ann' });
	const other = exchange.openOrder({ side: 'buy', coin: 'BTC', amount: '580', price: '58000' });
	exchange.advance(1500);
	exchange.buyerPays(order.id);
	exchange.say(order.id, { contentType: 'pic', content: Buffer.from('receipt') });
	const { body, contentType } = multipart('a.png', 'bytes');
	return [
		ask(exchange, '/v5/p2p/order/simplifyList', { page: 1, size: 30 }),
		ask(exchange, '/v5/p2p/order/info', { orderId: other.id }),
		ask(exchange, '/v5/p2p/chat/session/list_v1', { lastId: 0, size: 20, readStatus: 2 }),
		ask(exchange, '/v5/p2p/oss/upload_file', body, { contentType }),
		ask(exchange, '/v5/p2p/order/finish', { orderId: order.id }),
		ask(exchange, '/v5/p2p/item/online', { tokenId: 'USDT', currencyId: 'EUR', side: '1' }),
		ask(exchange, '/v5/p2p/order/finish', { orderId: order.id }),
	].map(({ text, headers }) => text + JSON.stringify(headers));
}

describe('a run', () => {
	it('is the same, byte for byte, for the same seed and clock', () => {
		expect(run(anExchange({ seed: 7 }))).toEqual(run(anExchange({ seed: 7 })));
	});

	it('is the same again after a reset', () => {
		const exchange = anExchange({ seed: 7 });
		const first = run(exchange);
		exchange.reset();

		expect(exchange.orders()).toEqual([]);
		expect(exchange.calls).toEqual([]);
		expect(run(exchange)).toEqual(first);
	});

	it('differs for another seed', () => {
		expect(run(anExchange({ seed: 8 }))).not.toEqual(run(anExchange({ seed: 7 })));
	});

	it("follows the machine's clock when no time is given", () => {
		const exchange = new Exchange();
		exchange.advance(60_000);

		expect(Math.abs(exchange.now() - Date.now() - 60_000)).toBeLessThan(5_000);
	});

	it('gives ids that grow with time and stay unique however many a moment brings', () => {
		const exchange = anExchange();
		const ids = Array.from({ length: 3000 }, () => exchange.openOrder({ status: 90 }).id);
		exchange.advance(10);
		ids.push(exchange.openOrder().id);

		expect(new Set(ids).size).toBe(3001);
		expect(ids.every((id, n) => n === 0 || BigInt(id) > BigInt(ids[n - 1]))).toBe(true);
	});
});

describe('the call log', () => {
	it('records what was asked and answered, and whether it did anything', () => {
		const exchange = anExchange();
		const order = exchange.openOrder({ status: 20 });
		ask(exchange, '/v5/p2p/order/finish', { orderId: order.id });
		ask(exchange, '/v5/p2p/order/finish', { orderId: order.id });

		expect(exchange.calls[0]).toEqual({
			at: NOW,
			method: 'POST',
			path: '/v5/p2p/order/finish',
			query: '',
			body: { orderId: order.id },
			headers: expect.objectContaining({ 'x-bapi-api-key': 'sim-key' }),
			code: 0,
			status: 200,
			effect: true,
		});
		expect(exchange.calls[1]).toMatchObject({ effect: false });
		expect(exchange.calls[1].code).not.toBe(0);
	});
});

describe('a scenario', () => {
	it('cannot make a counterparty do what only the merchant can', () => {
		const exchange = anExchange();
		const [sale, purchase] = [exchange.openOrder(), exchange.openOrder({ side: 'buy' })];

		expect(() => exchange.buyerPays(purchase.id)).toThrow('other role');
		expect(() => exchange.sellerReleases(sale.id)).toThrow('other role');
		expect(() => exchange.openOrder({ amount: '1e3' })).toThrow('amount must be a number');
	});

	it("finds every key gone after a reset but the merchant's", () => {
		const exchange = anExchange();
		exchange.addKey({ apiKey: 'extra', apiSecret: 's' });
		exchange.reset();

		expect(codeOf(ask(exchange, '/v5/p2p/user/personal/info', {}, { apiKey: 'extra', secret: 's' }))).toBe(10003);
		expect(codeOf(ask(exchange, '/v5/p2p/user/personal/info'))).toBe(0);
	});
});
