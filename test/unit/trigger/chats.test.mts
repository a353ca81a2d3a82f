import { anExchange, MINUTE, Watcher } from '../../support/histories.mts';

describe('the chat of an ended order', () => {
	it('costs one look at the order, however many messages come', async () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder({ status: 20 });
		const watcher = new Watcher(exchange);
		await watcher.poll();
		exchange.setStatus(id, 50);
		// So many newer orders that no page which a tick reads shows it any more.
		exchange.advance(MINUTE);
		for (let n = 0; n < 31; n += 1) exchange.openOrder({ counterparty: 'zoe', status: 50 });
		for (let ticks = 0; ticks < 3; ticks += 1) {
			exchange.advance(2 * MINUTE);
			await watcher.poll();
		}
		for (let n = 0; n < 20; n += 1) exchange.say(id, 'thank you');
		exchange.clearCalls();
		exchange.advance(MINUTE);
		const told = await watcher.poll();

		expect(told).toHaveLength(20);
		expect(exchange.calls.filter(({ path }) => path.endsWith('/order/info'))).toHaveLength(1);
	});
});

describe('my own messages', () => {
	it('are not told after I have changed my nickname', async () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder();
		const watcher = new Watcher(exchange);
		await watcher.poll();
		exchange.advance(MINUTE);
		exchange.say(id, 'hello');
		await watcher.poll();
		Object.assign(exchange.merchant, { nickName: 'NewName' });
		exchange.say(id, { contentType: 'str', content: 'mine', from: 'merchant' });
		exchange.advance(MINUTE);

		expect(await watcher.poll()).toEqual([]);
	});
});
