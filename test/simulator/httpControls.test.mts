import type { ExchangeState, Order, Rival } from '../../simulator/exchange.mts';
import { Exchange } from '../../simulator/exchange.mts';
import { controlReply } from '../../simulator/controls/httpControls.mts';
import { anExchange, NOW } from './support.mts';

/** The answer of a control, as a script in another process gets it. */
function control<T>(exchange: Exchange, call: string, body?: unknown): T {
	const [method, target] = call.split(' ');
	const [path, query = ''] = `/_sim${target}`.split('?');
	const content = Buffer.from(body === undefined ? '' : JSON.stringify(body));
	const reply = controlReply(exchange, { method, path, query, headers: {}, body: content, ip: '127.0.0.1' });
	return JSON.parse(String(reply?.body)) as T;
}

describe('the controls over HTTP', () => {
	it('switch behaviours and refuse positions that do not exist', () => {
		const exchange = anExchange();

		const state = control<ExchangeState>(exchange, 'POST /behaviour', { unreadHints: 'never', adCancel: 'pause' });

		expect(state.behaviour).toMatchObject({ unreadHints: 'never', adCancel: 'pause', amounts: 'asGiven' });
		expect(control(exchange, 'POST /behaviour', { adCancel: 'maybe' })).toEqual({
			error: { message: 'adCancel must be one of end, pause' },
		});
	});

	it('seed a history and a market, and move its prices', () => {
		const exchange = anExchange();
		expect(control(exchange, 'POST /history', { orders: 40, days: 20 })).toEqual({ orders: 40 });
		const [rival] = control<Rival[]>(exchange, 'POST /market', { rivals: 3, side: 'buy', replace: true });
		control(exchange, 'POST /market/prices', { prices: { [rival.itemId]: '0.999' } });
		control(exchange, 'POST /market/referencePrice', { coin: 'USDT', fiat: 'EUR', price: '1' });

		const [best] = control<Array<Record<string, unknown>>>(exchange, 'GET /market?coin=USDT&fiat=EUR&side=buy');

		expect(best).toMatchObject({ id: rival.itemId, price: '0.999' });
		expect(control(exchange, 'POST /market/prices', {})).toMatchObject({ error: { message: expect.any(String) } });
	});

	it('change ads', () => {
		const exchange = anExchange();
		const [{ id }] = control<Array<{ id: string }>>(exchange, 'GET /ads');

		expect(control(exchange, `POST /ads/${id}`, { hiddenReason: 'X' })).toMatchObject({ id, hiddenReason: 'X' });
		expect(control(exchange, `POST /ads/${id}/soldOut`)).toMatchObject({ status: 30 });
		expect(control(exchange, `POST /ads/${id}/offline`)).toMatchObject({ status: 20 });
		expect(control(exchange, `GET /ads/${id}`)).toMatchObject({ status: 20, hiddenReason: 'X' });
	});

	it('play a request to cancel, and hide fields of an order', () => {
		const exchange = anExchange();
		const { id } = control<Order>(exchange, 'POST /orders', { side: 'buy', status: 20, scaled: true, amount: '46' });
		control(exchange, `POST /orders/${id}/requestCancel`);

		expect(control(exchange, `POST /orders/${id}/withdrawCancel`)).toMatchObject({ needBuyerExamineCancel: false });
		control(exchange, `POST /orders/${id}/fields`, { without: ['amount'], fields: { side: null } });
		const { info } = control<{ info: Record<string, unknown> }>(exchange, `GET /orders/${id}`);
		expect(info).toMatchObject({ side: null, notifyTokenQuantity: '50.0000' });
		expect(info).not.toHaveProperty('amount');
	});

	it('write odd messages, move cursors and read chats', () => {
		const exchange = anExchange();
		const { id } = exchange.openOrder();
		control(exchange, `POST /orders/${id}/message`, { text: 'early', sentAt: NOW - 1 });
		control(exchange, `POST /orders/${id}/message`, { contentType: 'pic', url: 'blob:x' });
		control(exchange, `POST /orders/${id}/message`, { text: 'x', fields: { message: 5 } });

		const said = exchange.messagesOf(id).slice(1);

		expect(said.map(({ content, createDate }) => [content, createDate - NOW])).toEqual([
			['early', -1],
			['blob:x', 0],
			['x', 0],
		]);
		expect(said[2].rowChange).toMatchObject({ fields: { message: 5 } });
		expect(exchange.orderInfo(id).selfUnreadMsgCount).toBe('3');
		control(exchange, `POST /orders/${id}/moveCursor`);
		control(exchange, 'POST /chats/read');
		expect(exchange.orderInfo(id).selfUnreadMsgCount).toBe('0');
	});

	it('set users and keys', () => {
		const exchange = anExchange();
		control(exchange, 'POST /users/Ann%20M', { completionRate: 71, without: ['kycCountryCode'] });
		control(exchange, 'POST /keys', { apiKey: 'second', apiSecret: 's' });

		expect(control(exchange, 'POST /keys/second', { readOnly: true })).toMatchObject({ readOnly: true });
		control(exchange, 'DELETE /keys/second');
		const { users, keys } = control<ExchangeState>(exchange, 'GET /state');
		expect(users.map(({ nickName }) => nickName)).toContain('Ann M');
		expect(keys.map(({ apiKey }) => apiKey)).toEqual(['sim-key']);
		expect(control<unknown[]>(exchange, 'GET /users')).toHaveLength(users.length);
	});

	it('set faults for groups and old snapshots', () => {
		const exchange = anExchange();
		control(exchange, 'POST /faults', { group: 'files', kind: 'hugeGzip', sizeBytes: 10 });

		expect(control(exchange, 'POST /faults', { group: 'orders', kind: 'stale', ageMs: 500, times: 'always' })).toEqual([
			{ group: 'files', kind: 'hugeGzip', sizeBytes: 10, times: 1 },
			{ group: 'orders', kind: 'stale', ageMs: 500, times: 'always' },
		]);
	});
});
