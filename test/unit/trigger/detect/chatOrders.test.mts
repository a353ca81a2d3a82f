import { byAge, orderOf, ordersByPerson } from '../../../../nodes/BybitP2P/trigger/detect/chatOrders';
import { aMemory, aMessage, NOW, SECOND } from '../../../support/pollingBuilders.mts';

describe('orderOf', () => {
	const orders = byAge([
		['20', aMemory({ createdMs: NOW + 20 * SECOND })],
		['10', aMemory({ createdMs: NOW + 10 * SECOND })],
		['30', aMemory({ createdMs: NOW + 30 * SECOND })],
	]);

	it.each([
		[10 * SECOND, '10'],
		[19 * SECOND, '10'],
		[20 * SECOND, '20'],
		[99 * SECOND, '30'],
		// Older than all of them: the oldest is the nearest.
		[5, '10'],
	])('gives for a message at %i ms order %s', (ms, orderId) => {
		expect(orderOf(aMessage({ createDate: String(NOW + ms) }), orders, NOW)).toBe(orderId);
	});

	it('gives the order itself for a message dated some milliseconds before it', () => {
		expect(orderOf(aMessage({ createDate: String(NOW + 20 * SECOND - 300) }), orders, NOW)).toBe('20');
	});

	it('gives the greater id of two orders of one moment', () => {
		const twins = byAge(['9', '10', '8'].map((id) => [id, aMemory()] as const));

		expect(orderOf(aMessage(), twins, NOW)).toBe('10');
	});
});

describe('byAge', () => {
	it('puts the oldest order first', () => {
		expect(
			byAge([
				['2', aMemory({ createdMs: 2 })],
				['1', aMemory({ createdMs: 1 })],
			]).map(([id]) => id),
		).toEqual(['1', '2']);
	});
});

describe('ordersByPerson', () => {
	it('gathers the orders with one person, and leaves out those that do not show theirs', () => {
		const people = ordersByPerson({
			'1': aMemory({ createdMs: 2 }),
			'2': aMemory({ createdMs: 1 }),
			'3': aMemory({ counterpartyId: '88' }),
			'4': aMemory({ counterpartyId: '' }),
		});

		expect([...people].map(([person, orders]) => [person, orders.map(([id]) => id)])).toEqual([
			['77', ['2', '1']],
			['88', ['3']],
		]);
	});
});
