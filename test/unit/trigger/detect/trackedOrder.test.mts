// Long: tables of rows, a row for each way of an order through its statuses.
import type { OrderInFull, OrderRow } from '../../../../nodes/BybitP2P/api/types';
import { trackedOrder, type OrderWatch, type Snapshot } from '../../../../nodes/BybitP2P/trigger/detect/trackedOrder';
import type { OrderMemory } from '../../../../nodes/BybitP2P/trigger/state';
import { aMemory, anOrder, DAY, HOUR, MINUTE, NOW, SECOND } from '../../../support/pollingBuilders.mts';

const aWatch = (fields: Partial<OrderWatch> = {}): OrderWatch => ({
	nowMs: NOW + MINUTE,
	lastMs: NOW,
	sinceMs: NOW - HOUR,
	forgottenBeforeMs: NOW - DAY,
	isStart: false,
	...fields,
});
const listed = (order: OrderRow = anOrder()): Snapshot => ({ order, isInFull: false });
const inFull = (order: OrderRow | OrderInFull): Snapshot => ({ order, isInFull: true });
const inList = (status: number): Snapshot => listed(anOrder({ status }));
const read = (status: number): Snapshot => inFull(anOrder({ status }));
const emits = (before: OrderMemory | undefined, snapshots: readonly Snapshot[], watch = aWatch()): unknown[] =>
	trackedOrder(before, snapshots, watch).events.map(({ type, status }) => (type === 'created' ? type : status));

describe('an order seen for the first time', () => {
	it.each([
		[5, ['created']],
		[10, ['created']],
		[90, ['created']],
		[20, ['created', 20]],
		[30, ['created', 30]],
		[40, ['created', 40]],
		[50, ['created', 50]],
		[60, ['created', 60]],
		[777, ['created', 777]],
	])('in status %i emits %j', (status, events) => {
		expect(emits(undefined, [inList(status)])).toEqual(events);
	});

	it.each([
		[10, []],
		[20, [20]],
		[30, [30]],
		[100, [100]],
		[50, []],
	])('although it was there before the watch, in status %i emits %j', (status, events) => {
		expect(emits(undefined, [listed(anOrder({ status, createDate: String(NOW - 2 * HOUR) }))])).toEqual(events);
	});

	it('by the poll that starts the watch is remembered, not emitted', () => {
		const order = anOrder({ status: 20, createDate: String(NOW - 2 * HOUR) });
		const { after, events } = trackedOrder(undefined, [listed(order)], aWatch({ isStart: true, sinceMs: Infinity }));

		expect([after, events]).toEqual([{ statuses: [20], createdMs: NOW - 2 * HOUR, counterpartyId: '77' }, []]);
	});

	it.each([
		['paid since', { status: 20, transferDate: String(NOW) }, [20]],
		['paid before', { status: 20, transferDate: String(NOW - HOUR) }, []],
		['appealed since', { status: 30, updateDate: String(NOW) }, [30]],
		['that does not show when', { status: 20 }, []],
	])('when the watch begins late: one of before that was %s', (_name, fields, events) => {
		const order = { ...anOrder(), createDate: String(NOW - 2 * HOUR), ...fields };
		const late = aWatch({ isStart: true, sinceMs: NOW - MINUTE });

		expect([emits(undefined, [listed(order), inFull(order)], late), emits(undefined, [listed(order)], late)]).toEqual([
			events,
			[],
		]);
	});

	it('with a date in whole seconds is new when that second may lie after the beginning', () => {
		const sinceMs = NOW + 500;

		expect([
			emits(undefined, [listed(anOrder({ createDate: String(NOW) }))], aWatch({ sinceMs })),
			emits(undefined, [listed(anOrder({ createDate: String(NOW + 1) }))], aWatch({ sinceMs })),
			emits(undefined, [listed(anOrder({ createDate: String(NOW - SECOND) }))], aWatch({ sinceMs })),
		]).toEqual([['created'], [], []]);
	});

	it('carries its text status and text date as numbers', () => {
		const order = { ...anOrder(), status: '20', targetUserId: 77 } as unknown as OrderRow;

		expect(trackedOrder(undefined, [listed(order)], aWatch()).after).toEqual({
			statuses: [20],
			createdMs: NOW,
			counterpartyId: '77',
		});
	});

	it('when it has ended is remembered with the time', () => {
		expect(trackedOrder(undefined, [inList(50)], aWatch()).after.endedMs).toBe(NOW + MINUTE);
	});

	it('whose first events were held back emits them again', () => {
		const held = aMemory({ statuses: [], detailRefusals: 3 });

		const { after, events } = trackedOrder(held, [inList(20)], aWatch({ sinceMs: NOW - DAY }));

		expect(events.map(({ key }) => key)).toEqual(['1900000000000000001', '1900000000000000001:20:1']);
		expect(after).toEqual(aMemory({ statuses: [20], detailRefusals: 3 }));
	});
});

describe('an order that may have been known once', () => {
	const old = listed(anOrder({ status: 30, createDate: String(NOW - 3 * DAY) }));
	const watch = aWatch({ sinceMs: NOW - 9 * DAY });

	it('is not emitted as created again', () => {
		expect(emits(undefined, [old], watch)).toEqual([30]);
	});

	it('carries an id that it did not have before', () => {
		expect(trackedOrder(undefined, [old], watch).events.map(({ key }) => key)).toEqual(['1900000000000000001:30:4']);
	});

	it('has its messages emitted from the last poll on', () => {
		expect(trackedOrder(undefined, [old], watch).after.backSinceMs).toBe(NOW);
	});

	it('whose events were held back stays one that was known once', () => {
		const held = aMemory({ statuses: [], createdMs: NOW - 3 * DAY, backSinceMs: NOW - HOUR });

		const { after, events } = trackedOrder(held, [old], watch);

		expect([events.map(({ type }) => type), after.backSinceMs]).toEqual([['status'], NOW - HOUR]);
	});
});

describe('an order that is known', () => {
	it.each([
		[[10], 10, []],
		[[10], 20, [20]],
		[[10, 20], 30, []],
		[[10], 777, [777]],
		[[10, 20], 10, []],
		[[10, 20, 50], 20, []],
		[[10, 20, 50], 50, []],
		[[10, 20, 30], 20, []],
		[[10, 20, 50], 30, []],
	])('after %j in status %i of a list emits %j', (statuses, status, events) => {
		expect(emits(aMemory({ statuses }), [inList(status)])).toEqual(events);
	});

	it.each([
		[[10, 20, 30], 20, [20]],
		[[10, 20, 50], 30, [30]],
		[[10, 20, 40], 100, [100]],
		[[10, 20, 30], 50, [50]],
		[[10, 20], 10, []],
		[[10, 20, 50], 20, []],
		[[10, 20], 30, [30]],
	])('after %j in status %i of the order in full emits %j', (statuses, status, events) => {
		expect(emits(aMemory({ statuses }), [inList(status), read(status)])).toEqual(events);
	});

	it.each([
		['a list that lags behind', [10, 20, 30], [inList(20), read(30)], []],
		['a list that is ahead of the order in full', [10], [inList(20), read(10)], [20]],
		['two lists that do not agree', [10, 20], [inList(20), inList(10)], []],
		['two lists between which it was released', [10], [inList(20), inList(50)], [20, 50]],
	])('emits each step once: %s', (_name, statuses, snapshots, events) => {
		expect(emits(aMemory({ statuses }), snapshots)).toEqual(events);
	});

	it('never believes an old snapshot, however often it is seen', () => {
		let memory = aMemory({ statuses: [20, 40], endedMs: NOW });
		const emitted: unknown[] = [];
		for (let polls = 0; polls < 30; polls += 1) {
			const seen = trackedOrder(memory, [inList(20)], aWatch());
			memory = seen.after;
			emitted.push(...seen.events);
		}

		expect([emitted, memory]).toEqual([[], aMemory({ statuses: [20, 40], endedMs: NOW })]);
	});

	it('asks for the order in full where a list alone is not believed', () => {
		const asks = (statuses: number[], ...snapshots: Snapshot[]): boolean =>
			trackedOrder(aMemory({ statuses }), snapshots, aWatch()).isUnsure;

		expect([
			asks([20, 30], inList(20)),
			asks([20, 30], inList(20), read(30)),
			asks([20, 30], inList(20), read(20)),
			asks([20], inList(10)),
		]).toEqual([true, false, false, false]);
	});

	it('is believed by the list after ten refusals of the order in full', () => {
		const memory = (refusals: number) => aMemory({ statuses: [20, 30], refusals });

		expect([emits(memory(9), [inList(20)]), emits(memory(10), [inList(20)])]).toEqual([[], [20]]);
	});

	it.each([
		[[10], 20, 1],
		[[10, 20, 30], 20, 2],
		[[20, 30, 20, 30], 20, 3],
	])('after %j counts status %i as number %i', (statuses, status, occurrence) => {
		expect(trackedOrder(aMemory({ statuses }), [inList(status), read(status)], aWatch()).events).toEqual([
			{
				type: 'status',
				key: `1900000000000000001:${status}:${occurrence}`,
				atMs: NOW,
				orderId: '1900000000000000001',
				order: anOrder({ status }),
				status,
				fields: { previousStatus: expect.any(String) },
			},
		]);
	});

	it('that is appealed after its end has not ended any more', () => {
		expect(trackedOrder(aMemory({ statuses: [50], endedMs: NOW }), [read(30)], aWatch()).after).toEqual(
			aMemory({ statuses: [50, 30] }),
		);
	});

	it('that was given up and is seen open is followed again', () => {
		const givenUp = aMemory({ statuses: [20], endedMs: NOW, refusals: 10 });

		expect(trackedOrder(givenUp, [inList(20)], aWatch()).after).toEqual(aMemory({ statuses: [20] }));
	});

	it('keeps the time of its end', () => {
		const ended = aMemory({ statuses: [50], endedMs: NOW });

		expect(trackedOrder(ended, [inList(50)], aWatch()).after).toEqual(ended);
	});

	it('forgets when it entered its status as soon as it leaves it', () => {
		const memory = aMemory({
			statuses: [20],
			statusSinceMs: NOW,
			cancelRequest: { count: 1, isOpen: false, readMs: 1 },
		});

		expect(trackedOrder(memory, [inList(50)], aWatch()).after).toEqual(
			aMemory({
				statuses: [20, 50],
				endedMs: NOW + MINUTE,
				cancelRequest: { count: 1, isOpen: false, readMs: 1 },
			}),
		);
	});

	it('shows its newest snapshot, and says when that is an old one', () => {
		const shows = (statuses: number[], ...snapshots: Snapshot[]): unknown => {
			const { order, isCurrent } = trackedOrder(aMemory({ statuses }), snapshots, aWatch());
			return [order.status, isCurrent];
		};

		expect([shows([20], inList(20)), shows([20], inList(10)), shows([20], inList(10), read(20))]).toEqual([
			[20, true],
			[10, false],
			[20, true],
		]);
	});
});
