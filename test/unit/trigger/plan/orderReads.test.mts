import type { TrackedOrder } from '../../../../nodes/BybitP2P/trigger/detect/trackedOrder';
import { missingOrders, ordersToRead, type OrderReadsWanted } from '../../../../nodes/BybitP2P/trigger/plan/orderReads';
import type { TriggerState } from '../../../../nodes/BybitP2P/trigger/state';
import { aMemory, anOrder, aState, aTracked, HOUR, MINUTE, NOW } from '../../../support/pollingBuilders.mts';

const toRead = (orders: Readonly<Record<string, TrackedOrder>>, wanted: Partial<OrderReadsWanted> = {}) =>
	ordersToRead({
		before: aState(),
		orders: new Map(Object.entries(orders)),
		nowMs: NOW,
		isLateStart: false,
		cancelRequests: false,
		openAfterMs: undefined,
		...wanted,
	});
const stateOf = (fields: Partial<TriggerState>) => ({ before: aState(fields) });

describe('orders that no list shows', () => {
	it('are read when they were open', () => {
		const before = aState({
			orders: { '1': aMemory(), '2': aMemory(), '3': aMemory({ statuses: [50], endedMs: NOW }) },
		});

		expect(missingOrders({ before, orders: new Map([['2', aTracked()]]), nowMs: NOW })).toEqual(['1']);
	});

	it('as they are now are read too', () => {
		expect(toRead({ '1': aTracked({ isCurrent: false }) }, stateOf({ orders: { '1': aMemory() } }))).toEqual(['1']);
	});

	it('take turns, so that those at the front do not use up the time of the others', () => {
		const orders = { '1': aMemory(), '2': aMemory(), '3': aMemory() };

		expect([0, 1, 2, 3].map((polls) => toRead({}, stateOf({ polls, orders })).join(''))).toEqual([
			'123',
			'231',
			'312',
			'123',
		]);
	});

	it('and were given up are read once more in each hour', () => {
		const orders = { '1': aMemory({ refusals: 10, endedMs: NOW - HOUR }) };
		const at = (readToMs: number, nowMs: number) => toRead({}, { ...stateOf({ readToMs, orders }), nowMs });

		expect([at(NOW - MINUTE, NOW - 1), at(NOW - MINUTE, NOW), at(NOW, NOW + MINUTE)]).toEqual([[], ['1'], []]);
	});
});

describe('orders that a list shows', () => {
	it('are read where the list alone is not believed, before all others', () => {
		const orders = { '2': aTracked({ isUnsure: true }) };

		expect(toRead(orders, stateOf({ orders: { '1': aMemory(), '2': aMemory() } }))).toEqual(['2', '1']);
	});

	it.each([
		['in a later status, long enough', 20, HOUR, {}, true],
		['in a later status, not yet long enough', 20, 4 * MINUTE, {}, false],
		['in a later status whose date is known', 20, HOUR, { statusSinceMs: 5 }, false],
		['in a first status', 10, HOUR, {}, false],
	])('are read for how long they have been %s: %#', (_name, status, age, memory, isRead) => {
		const order = anOrder({ status });
		const after = aMemory({ statuses: [status], createdMs: NOW - age, ...memory });

		expect(toRead({ '1': aTracked({ order, after }) }, { openAfterMs: 5 * MINUTE })).toEqual(isRead ? ['1'] : []);
		expect(toRead({ '1': aTracked({ order, after }) })).toEqual([]);
	});
});

describe('when the watch begins late', () => {
	it.each([
		['in a later status', 20, NOW - HOUR, true],
		['in a first status', 10, NOW - HOUR, false],
		['that is new', 20, NOW, false],
	])('orders of before are read %s: they may have been paid since', (_name, status, createdMs, isRead) => {
		const orders = { '1': aTracked({ order: anOrder({ status }), after: aMemory({ statuses: [status], createdMs }) }) };
		const before = aState({ sinceMs: NOW - MINUTE });

		expect(toRead(orders, { before, isLateStart: true })).toEqual(isRead ? ['1'] : []);
		expect(toRead(orders, { before })).toEqual([]);
	});
});

describe('open purchases', () => {
	const purchase = (readMs?: number): TrackedOrder =>
		aTracked({
			order: anOrder({ side: 0 }),
			after: aMemory(readMs === undefined ? {} : { cancelRequest: { count: 0, isOpen: false, readMs } }),
		});
	const many = Object.fromEntries(Array.from({ length: 55 }, (_none, n) => [`p${n}`, purchase()]));

	it('are read only where somebody asks for requests to cancel', () => {
		expect([toRead({ '1': purchase() }), toRead({ '1': purchase() }, { cancelRequests: true })]).toEqual([[], ['1']]);
	});

	it('are read in turn, 50 in a poll', () => {
		const orders = { a: purchase(NOW - 1), b: purchase(NOW - 3), c: purchase(), d: purchase(NOW - 2) };

		expect(toRead(orders, { cancelRequests: true, ...stateOf({ cancelsSinceMs: 1 }) })).toEqual(['c', 'b', 'd', 'a']);
		expect(toRead(many, { cancelRequests: true, ...stateOf({ cancelsSinceMs: 1 }) })).toHaveLength(50);
	});

	it('are all read when requests are first looked for', () => {
		expect(toRead(many, { cancelRequests: true })).toHaveLength(55);
	});

	it('are read once, whatever they are read for', () => {
		const wanted = { cancelRequests: true, ...stateOf({ cancelsSinceMs: 1, orders: { '1': aMemory() } }) };

		expect(toRead({ '1': { ...purchase(), isUnsure: true } }, wanted)).toEqual(['1']);
	});
});
