import type { List, Row } from './support.mts';
import { anExchange, resultOf } from './support.mts';

const page = (exchange: ReturnType<typeof anExchange>, change: object = {}): List =>
	resultOf<List>(exchange, '/v5/p2p/order/simplifyList', { page: 1, size: 30, ...change });

describe('fields of an order', () => {
	const infoPath = '/v5/p2p/order/info';

	it.each(['side', 'status', 'amount', 'updateDate'])('%s may be absent or null', (field) => {
		const exchange = anExchange();
		const { id: orderId } = exchange.openOrder();
		const info = (): Row => resultOf<Row>(exchange, infoPath, { orderId });

		exchange.setOrderFields(orderId, { without: [field] });
		expect(info()).not.toHaveProperty(field);
		exchange.setOrderFields(orderId, { fields: { [field]: null } });
		expect(info()[field]).toBeNull();
		exchange.setOrderFields(orderId, {});
		expect(info()[field]).toEqual(exchange.orderInfo(orderId)[field]);
		expect(info()[field] ?? null).not.toBeNull();
	});

	it('may differ between the lists and order/info', () => {
		const exchange = anExchange();
		const { id: orderId } = exchange.openOrder();
		exchange.setOrderFields(orderId, { in: 'list', fields: { status: null } });
		exchange.setOrderFields(orderId, { in: 'info', fields: { side: 7 } });

		expect(page(exchange).items[0]).toMatchObject({ status: null, side: 1 });
		expect(resultOf(exchange, infoPath, { orderId })).toMatchObject({ status: 10, side: 7 });
	});

	it('that a reply lacks change nothing about the order itself', () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder({ status: 20 });
		exchange.setOrderFields(id, { without: ['status'] });

		expect(exchange.order(id).status).toBe(20);
		expect(page(exchange, { status: 20 }).count).toBe(1);
	});
});
