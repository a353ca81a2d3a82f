import { detectMessages } from '../../../../nodes/BybitP2P/trigger/detect/messages';
import type { ReadChat } from '../../../../nodes/BybitP2P/trigger/detect/seen';
import type { ChatMemory, TriggerState } from '../../../../nodes/BybitP2P/trigger/state';
import {
	aChatMemory,
	aMemory,
	aMessage,
	anOrder,
	aReadChat,
	aSeen,
	aState,
	aTracked,
	HOUR,
	NOW,
	ORDER_ID,
	SECOND,
} from '../../../support/pollingBuilders.mts';

/** The change that one chat makes. */
function changeOf(chat: Partial<ReadChat>, memory?: ChatMemory, state: Partial<TriggerState> = {}) {
	const order = anOrder({ createDate: String(NOW - HOUR) });
	const tracked = aTracked({ order, after: aMemory({ createdMs: NOW - HOUR }) });
	const before = aState({
		messagesSinceMs: NOW - HOUR,
		...state,
		...(memory === undefined ? {} : { chats: { '77': memory } }),
	});
	const chats = new Map([['77', aReadChat({ readMs: NOW + SECOND, ...chat })]]);
	const [change] = detectMessages(aSeen({ before, orders: new Map([[ORDER_ID, tracked]]), chats }));
	return change;
}
const at = (id: number, createDate: number = NOW - SECOND + id) =>
	aMessage({ id: String(id), createDate: String(createDate) });
const keysOf = ({ events }: { events: readonly { key: string }[] }): string[] => events.map(({ key }) => key);

describe('messages of a chat', () => {
	it('that came since are emitted once, oldest first, with their order', () => {
		const change = changeOf({ messages: [at(102), at(101), at(100)] }, aChatMemory());

		expect(keysOf(change)).toEqual(['77:101', '77:102']);
		expect(change.events[0]).toMatchObject({ orderId: ORDER_ID, order: { id: ORDER_ID }, message: { id: '101' } });
		expect(change.after).toEqual({ chats: { '77': { handledId: '102', seenId: undefined } } });
	});

	it('that are all known emit nothing', () => {
		expect(changeOf({ messages: [at(100)] }, aChatMemory())).toEqual({
			events: [],
			after: { chats: { '77': { handledId: '100', seenId: undefined } } },
		});
	});

	it('are emitted from the beginning of the order on when the chat is read for the first time', () => {
		const messages = [at(103, NOW), at(102, NOW - HOUR - 300), at(101, NOW - HOUR - 6 * SECOND)];
		const change = changeOf({ messages }, undefined, { messagesSinceMs: 0 });

		expect(keysOf(change)).toEqual(['77:102', '77:103']);
	});

	it('that were passed over for want of their order are emitted when it is known, and once', () => {
		const early = [at(103, NOW), at(102, NOW - HOUR + SECOND), at(101, NOW - 2 * HOUR)];
		const memory = aChatMemory({ handledId: '103', skippedToMs: NOW - 5 * SECOND });
		const change = changeOf({ messages: early }, memory, { messagesSinceMs: NOW - 90 * 60_000 });

		expect(keysOf(change)).toEqual(['77:102']);
		expect(change.after).toEqual({
			chats: { '77': { handledId: '103', skippedToMs: NOW - HOUR - 5 * SECOND, seenId: undefined } },
		});
	});

	it('that are passed over since the watch began are remembered as such', () => {
		const messages = [at(103, NOW), at(102, NOW - HOUR - 6 * SECOND)];
		const change = changeOf({ messages }, undefined, { messagesSinceMs: NOW - 2 * HOUR });

		expect(keysOf(change)).toEqual(['77:103']);
		expect(change.after).toMatchObject({ chats: { '77': { skippedToMs: NOW - HOUR - 5 * SECOND } } });
	});

	it('that were there when the watch began are passed over', () => {
		expect(changeOf({ messages: [at(102), at(101)] }, undefined, { messagesSinceMs: undefined })).toEqual({
			events: [],
			after: { chats: { '77': { handledId: '102', seenId: undefined } } },
		});
	});

	it('that came while the first poll read are left to the next one', () => {
		const change = changeOf({ messages: [at(102, NOW + 500), at(101)] }, undefined, { messagesSinceMs: undefined });

		expect(change).toEqual({ events: [], after: { chats: { '77': { handledId: '101' } } } });
	});

	it('that may be about an order not known yet wait, and hold back nothing older', () => {
		const change = changeOf({ messages: [at(102, NOW + 500), at(101)] }, aChatMemory());

		expect([keysOf(change), change.after]).toEqual([['77:101'], { chats: { '77': { handledId: '101' } } }]);
	});

	it('that waited once are emitted, whatever their date', () => {
		const change = changeOf({ messages: [at(101, NOW + 500)] }, aChatMemory({ seenId: '101' }));

		expect(keysOf(change)).toEqual(['77:101']);
	});

	it('with a date in the future hold back none that is newer', () => {
		const change = changeOf({ messages: [at(102), at(101, NOW + HOUR)] }, aChatMemory());

		expect(keysOf(change)).toEqual(['77:101', '77:102']);
		expect(change.events.map(({ atMs }) => atMs)).toEqual([NOW + HOUR, NOW + HOUR]);
	});

	it('of an empty chat begin with its first one', () => {
		expect(changeOf({ messages: [] })).toEqual({
			events: [],
			after: { chats: { '77': { handledId: '0', seenId: undefined } } },
		});
	});

	it('of nobody who is followed emit nothing', () => {
		expect(detectMessages(aSeen({ chats: new Map([['99', aReadChat({ messages: [at(1)] })]]) }))).toEqual([]);
	});
});
