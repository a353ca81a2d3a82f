import { anExchange, MINUTE, Watcher } from '../../support/histories.mts';

describe('the two lists of orders', () => {
	it('that do not agree tell no change there and back', async () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder();
		const watcher = new Watcher(exchange);
		await watcher.poll();
		exchange.buyerPays(id);
		exchange.fault({ path: '/v5/p2p/order/simplifyList', kind: 'stale', times: Infinity });
		const told: unknown[] = [];
		for (let ticks = 0; ticks < 3; ticks += 1) {
			exchange.advance(MINUTE);
			told.push(...(await watcher.poll({ events: ['orderStatusChanged'] })).map(({ order }) => order.statusCode));
		}

		expect(told).toEqual([20]);
	});
});
