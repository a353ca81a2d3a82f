import { detectDeadlines } from '../../../../nodes/BybitP2P/trigger/detect/deadlines';
import type { Seen } from '../../../../nodes/BybitP2P/trigger/detect/seen';
import type { TrackedOrder } from '../../../../nodes/BybitP2P/trigger/detect/trackedOrder';
import { aMemory, anOrder, aSeen, aTracked, HOUR, NOW, ORDER_ID } from '../../../support/pollingBuilders.mts';

const detected = (secondsLeft: string | undefined, fields: Partial<TrackedOrder> = {}, seen: Partial<Seen> = {}) =>
	detectDeadlines(
		aSeen({
			orders: new Map([[ORDER_ID, aTracked({ order: anOrder({ transferLastSeconds: secondsLeft }), ...fields })]]),
			...seen,
		}),
	);

describe('an order whose time to pay runs out', () => {
	it('is emitted once', () => {
		const [{ events, after }] = detected('300');
		const emitted = after.orders?.[ORDER_ID].emitted;

		expect(events.map(({ key }) => key)).toEqual([ORDER_ID]);
		expect(detected('200', { after: aMemory({ emitted }) })).toEqual([]);
	});

	it.each([
		['has more time', '301', {}],
		['does not show its time', undefined, {}],
		['is paid', '100', { order: anOrder({ status: 20, transferLastSeconds: '100' }) }],
		['is shown as it was long ago', '100', { isCurrent: false }],
	])('is not emitted when it %s', (_name, secondsLeft, fields) => {
		expect(detected(secondsLeft, fields)).toEqual([]);
	});

	it('when the watch began is remembered, not emitted', () => {
		const [silent] = detected('100', {}, { isStart: true, isSilent: true });
		const [late] = detected('100', { after: aMemory({ createdMs: NOW - 9 * HOUR }) }, { isStart: true });

		expect([silent.events, late.events, Object.keys(silent.after.orders ?? {})]).toEqual([[], [], [ORDER_ID]]);
	});
});
