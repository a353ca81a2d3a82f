import { likeliestFirst, type ListedOrder } from '../../../nodes/BybitP2P/safety/likelyOrders';

const anOrder = (orderId: string, more: Partial<ListedOrder> = {}): ListedOrder => ({
	orderId,
	listName: 'Z****',
	createdAtMs: 1_000,
	isMarkedPaid: false,
	isNamed: false,
	...more,
});
const order = (payerName: string, ...orders: ListedOrder[]): string =>
	likeliestFirst(payerName, orders)
		.map(({ orderId }) => orderId)
		.join('');

describe('likeliestFirst', () => {
	it('puts the order that the reference names before one whose name goes with the payer', () => {
		expect(order('Anna Berg', anOrder('a', { listName: 'A**** B****' }), anOrder('b', { isNamed: true }))).toBe('ba');
	});

	it('puts a name that goes with the payer before one that is marked as paid', () => {
		expect(order('Anna Berg', anOrder('a', { isMarkedPaid: true }), anOrder('b', { listName: 'A**** B****' }))).toBe(
			'ba',
		);
	});

	it('puts an order that is marked as paid before a newer one', () => {
		expect(order('Anna Berg', anOrder('a', { createdAtMs: 2_000 }), anOrder('b', { isMarkedPaid: true }))).toBe('ba');
	});

	it('puts the newest first where nothing else differs', () => {
		expect(order('Anna Berg', anOrder('a'), anOrder('b', { createdAtMs: 2_000 }))).toBe('ba');
	});

	it.each([
		['BERG ANNA', 'A**** B****'],
		['Anna Maria Berg', 'A. B.'],
		['ЖАННА БЕРГ', 'Ж**** Б****'],
		['José Álvarez', 'J*** A***'],
		['anna berg', 'An* Ber*'],
		['Anna Berg', 'Anna Berg'],
	])('knows %s by %s', (payerName, listName) => {
		expect(order(payerName, anOrder('a', { createdAtMs: 2_000 }), anOrder('b', { listName }))).toBe('ba');
	});

	it.each(['A**** C****', '**** B****', '', '   ', '****'])('does not know Anna Berg by "%s"', (listName) => {
		expect(
			order('Anna Berg', anOrder('a', { createdAtMs: 2_000, listName: 'A* B*' }), anOrder('b', { listName })),
		).toBe('ab');
	});
});
