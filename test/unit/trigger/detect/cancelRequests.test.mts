import type { OrderInFull } from '../../../../nodes/BybitP2P/api/types';
import { detectCancelRequests } from '../../../../nodes/BybitP2P/trigger/detect/cancelRequests';
import type { Seen } from '../../../../nodes/BybitP2P/trigger/detect/seen';
import type { OrderMemory } from '../../../../nodes/BybitP2P/trigger/state';
import {
	aMemory,
	anOrderInFull,
	aSeen,
	aState,
	aTracked,
	HOUR,
	NOW,
	ORDER_ID,
} from '../../../support/pollingBuilders.mts';

const request = (isOpen: boolean, count: number) => ({ count, isOpen, readMs: NOW });

function detected(fields: Partial<OrderInFull>, memory: Partial<OrderMemory> = {}, seen: Partial<Seen> = {}) {
	const order = anOrderInFull({ side: 0, needBuyerExamineCancel: true, ...fields });
	const after = aMemory({ statuses: [Number(order.status)], ...memory });
	return detectCancelRequests(
		aSeen({
			before: aState({ cancelsSinceMs: NOW - HOUR }),
			orders: new Map([[ORDER_ID, aTracked({ order, after })]]),
			inFull: new Map([[ORDER_ID, order]]),
			...seen,
		}),
	);
}
const keysOf = (changes: ReturnType<typeof detected>): string[] =>
	changes.flatMap(({ events }) => events.map(({ key }) => key));

describe('a request to cancel', () => {
	it.each([
		['that is new', {}, [`${ORDER_ID}:1`], request(true, 1)],
		['that is known', { cancelRequest: request(true, 1) }, [], request(true, 1)],
		['after the first was answered', { cancelRequest: request(false, 1) }, [`${ORDER_ID}:2`], request(true, 2)],
	])('%s', (_name, memory, keys, cancelRequest) => {
		const changes = detected({}, memory);

		expect([keysOf(changes), changes[0].after]).toEqual([keys, { orders: { [ORDER_ID]: { cancelRequest } } }]);
	});

	it('that is answered is remembered, so that the next one is new', () => {
		const changes = detected({ needBuyerExamineCancel: false }, { cancelRequest: request(true, 1) });

		expect([keysOf(changes), changes[0].after]).toEqual([
			[],
			{ orders: { [ORDER_ID]: { cancelRequest: request(false, 1) } } },
		]);
	});

	it('that was there when requests were first looked for is remembered, not emitted', () => {
		const changes = detected({}, {}, { before: aState() });

		expect([keysOf(changes), changes[0].after]).toEqual([
			[],
			{ orders: { [ORDER_ID]: { cancelRequest: request(true, 1) } } },
		]);
	});

	it('that is found late in an order which could not be read at first is emitted: rather too much than lost', () => {
		expect(keysOf(detected({}, { createdMs: NOW - 9 * HOUR }))).toEqual([`${ORDER_ID}:1`]);
	});

	it('in an order opened since a start that came late is emitted', () => {
		const late = { before: aState({ sinceMs: NOW - HOUR }), isStart: true, newSinceMs: NOW - HOUR };

		expect([
			keysOf(detected({}, { createdMs: NOW }, late)),
			keysOf(detected({}, { createdMs: NOW - 2 * HOUR }, late)),
		]).toEqual([[`${ORDER_ID}:1`], []]);
	});

	it.each([
		['a sale', { side: 1 }, {}],
		['an order without a side', { side: undefined as never }, {}],
		['an order under appeal', { status: 30 }, {}],
		['an ended order', { status: 50 }, { endedMs: NOW }],
	])('is not looked for in %s', (_name, fields, memory) => {
		expect(detected(fields, memory)).toEqual([]);
	});
});
