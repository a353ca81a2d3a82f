import { countRefusals, type RefusedReads } from '../../../../nodes/BybitP2P/trigger/detect/refusals';
import { aChatMemory, aMemory, aState, aTracked, NOW } from '../../../support/pollingBuilders.mts';

const counted = (fields: Partial<RefusedReads>) =>
	countRefusals({
		before: aState(),
		orders: new Map(),
		nowMs: NOW,
		refusedOrders: new Map(),
		refusedChats: new Map(),
		refusedAds: new Map(),
		...fields,
	});
const patches = ({ changes }: ReturnType<typeof counted>): unknown[] => changes.map(({ after }) => after);

describe('an order that is refused', () => {
	const refusedOrders = new Map([['1', 'no']]);

	it.each([
		[undefined, { refusals: 1 }, 0],
		[8, { refusals: 9 }, 0],
		[9, { refusals: 10, endedMs: NOW }, 1],
	])('after %j refusals: %j', (refusals, memory, warnings) => {
		const result = counted({ refusedOrders, before: aState({ orders: { '1': aMemory({ refusals }) } }) });

		expect([patches(result), result.warnings.length]).toEqual([[{ orders: { '1': memory } }], warnings]);
	});

	it('and was given up is not given up again', () => {
		const before = aState({ orders: { '1': aMemory({ refusals: 10, endedMs: 5 }) } });

		expect(patches(counted({ refusedOrders, before }))).toEqual([{ orders: { '1': { refusals: 11 } } }]);
	});

	it('but shown by a list is not given up: the list is believed in the end', () => {
		const before = aState({ orders: { '1': aMemory({ statuses: [20, 30], refusals: 9 }) } });
		const orders = new Map([['1', aTracked({ isUnsure: true })]]);
		const { changes, warnings } = counted({ refusedOrders, before, orders });

		expect(changes[0].after).toEqual({ orders: { '1': { refusals: 10 } } });
		expect(warnings[0]).toMatch(/the lists are believed/);
	});

	it('for something that the list shows as well does not count', () => {
		const before = aState({ orders: { '1': aMemory() } });

		expect(patches(counted({ refusedOrders, before, orders: new Map([['1', aTracked()]]) }))).toEqual([{}]);
	});
});

describe('a chat that is refused', () => {
	it.each([
		[undefined, 0, 1, 0],
		[aChatMemory({ refusals: 9 }), NOW, 10, 1],
		[aChatMemory({ refusals: 10 }), NOW, 11, 0],
	])('is tried again with a fresh session, and given up after ten tries: %#', (chat, readMs, refusals, warnings) => {
		const before = aState(chat === undefined ? {} : { chats: { '77': chat } });
		const result = counted({ before, refusedChats: new Map([['77', 'no']]) });

		expect(patches(result)).toEqual([{ chats: { '77': { readMs, sessionId: undefined, refusals, refusedMs: NOW } } }]);
		expect(result.warnings).toHaveLength(warnings);
	});
});

describe('an ad that is refused', () => {
	it.each([
		[undefined, { status: 'online', changes: 1, refusals: 1 }, 0],
		[9, { status: 'online', changes: 1, goneMs: NOW }, 1],
	])('after %j refusals: %j', (refusals, memory, warnings) => {
		const before = aState({ ads: { '55': { status: 'online', changes: 1, refusals } } });
		const result = counted({ before, refusedAds: new Map([['55', 'no']]) });

		expect([patches(result), result.warnings.length]).toEqual([[{ ads: { '55': memory } }], warnings]);
	});
});
