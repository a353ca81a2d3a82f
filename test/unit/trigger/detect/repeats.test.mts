import { detectOpenOrders } from '../../../../nodes/BybitP2P/trigger/detect/openOrders';
import { detectUnansweredChats, isUnansweredDue } from '../../../../nodes/BybitP2P/trigger/detect/unansweredChats';
import { repeated } from '../../../../nodes/BybitP2P/trigger/detect/repeats';
import type { Seen } from '../../../../nodes/BybitP2P/trigger/detect/seen';
import type { TrackedOrder } from '../../../../nodes/BybitP2P/trigger/detect/trackedOrder';
import type { ChatMemory } from '../../../../nodes/BybitP2P/trigger/state';
import {
	aChatMemory,
	aMemory,
	aMessage,
	anOrder,
	anOrderInFull,
	aReadChat,
	aSeen,
	aState,
	aTracked,
	HOUR,
	MINUTE,
	NOW,
	ORDER_ID,
} from '../../../support/pollingBuilders.mts';

describe('repeated', () => {
	const last = { about: 'a', repeats: 2, atMs: NOW };

	it.each([
		['just before it is due', undefined, NOW, NOW + 5 * MINUTE - 1, undefined],
		['when it is due', undefined, NOW, NOW + 5 * MINUTE, 1],
		['just before it is due again', last, NOW - HOUR, NOW + 5 * MINUTE - 1, undefined],
		['when it is due again', last, NOW - HOUR, NOW + 5 * MINUTE, 3],
		['long after it was due', last, NOW - HOUR, NOW + HOUR, 3],
		['about something new', { ...last, about: 'b' }, NOW - HOUR, NOW, 1],
	])('%s: %#', (_name, known, sinceMs, nowMs, repeats) => {
		expect(repeated(known, 'a', sinceMs, nowMs, 5 * MINUTE)).toEqual(
			repeats === undefined ? undefined : { about: 'a', repeats, atMs: nowMs },
		);
	});
});

describe('an order that stays open', () => {
	const created = NOW - HOUR;
	const anOldOrder = (fields: Partial<TrackedOrder> & { status?: number } = {}): TrackedOrder => {
		const { status = 10, ...rest } = fields;
		return aTracked({
			order: anOrder({ status, createDate: String(created) }),
			after: aMemory({ statuses: [status], createdMs: created }),
			...rest,
		});
	};
	const detected = (tracked: TrackedOrder, seen: Partial<Seen> = {}) =>
		detectOpenOrders(aSeen({ orders: new Map([[ORDER_ID, tracked]]), ...seen }))[0];

	it('is emitted with who has to act, for how long it has waited, and how often it was emitted', () => {
		const { events, after } = detected(anOldOrder());

		expect(events).toEqual([
			expect.objectContaining({
				key: `${ORDER_ID}:10:1:1`,
				fields: { waitingFor: 'counterparty', statusMinutes: 60, repeat: 1 },
			}),
		]);
		expect(after).toEqual({
			orders: { [ORDER_ID]: { emitted: { orderOpen: { about: '10:1', repeats: 1, atMs: NOW } } } },
		});
	});

	it('counts on after the last emission, and anew in another status', () => {
		const emitted = { orderOpen: { about: '10:1', repeats: 4, atMs: NOW - 5 * MINUTE } };
		const same = anOldOrder({ after: aMemory({ createdMs: created, emitted }) });
		const other = anOldOrder({ status: 20, after: aMemory({ statuses: [10, 20], createdMs: created, emitted }) });

		expect([detected(same).events[0].key, detected(other).events[0].key]).toEqual([
			`${ORDER_ID}:10:1:5`,
			`${ORDER_ID}:20:1:1`,
		]);
	});

	it('counts the time since it was paid by the order in full, and keeps it', () => {
		const inFull = new Map([
			[ORDER_ID, anOrderInFull({ status: 20, createDate: String(created), transferDate: String(NOW - 7 * MINUTE) })],
		]);
		const { events, after } = detected(anOldOrder({ status: 20 }), { inFull });

		expect(events[0].fields).toMatchObject({ statusMinutes: 7, waitingFor: 'me' });
		expect(after.orders?.[ORDER_ID].statusSinceMs).toBe(NOW - 7 * MINUTE);
	});

	it('is not due for as long as the order in full says, and remembers it without an event', () => {
		const inFull = new Map([
			[ORDER_ID, anOrderInFull({ status: 20, createDate: String(created), transferDate: String(NOW - MINUTE) })],
		]);

		expect(detected(anOldOrder({ status: 20 }), { inFull })).toEqual({
			events: [],
			after: { orders: { [ORDER_ID]: { statusSinceMs: NOW - MINUTE } } },
		});
	});

	it.each([
		['was not read', undefined, undefined],
		['shows no date', { updateDate: '' }, created],
		['shows a date of before the order', { updateDate: '5' }, created],
		['shows a date in the future', { updateDate: String(NOW + HOUR) }, created],
	])('counts from its creation when the order in full %s: rather early than never', (_name, fields, kept) => {
		const inFull = new Map(
			fields === undefined ? [] : [[ORDER_ID, anOrderInFull({ status: 30, createDate: String(created), ...fields })]],
		);
		const { events, after } = detected(anOldOrder({ status: 30 }), { inFull });

		expect([events[0].fields?.statusMinutes, after.orders?.[ORDER_ID].statusSinceMs]).toEqual([60, kept]);
	});

	it.each([
		['has ended', anOldOrder({ status: 50 })],
		['is shown as it was long ago', anOldOrder({ isCurrent: false })],
	])('emits nothing when it %s', (_name, tracked) => {
		expect(detected(tracked)).toBeUndefined();
	});

	it('emits nothing in the poll that starts the watch', () => {
		expect(detected(anOldOrder(), { isStart: true, isSilent: true })).toEqual({
			events: [],
			after: { orders: { [ORDER_ID]: {} } },
		});
	});
});

describe('a chat that waits for an answer', () => {
	const theirs = aMessage({ id: '100', createDate: String(NOW - 6 * MINUTE) });
	const mine = aMessage({ id: '101', sendUserNickName: 'me' });
	const detected = (messages: readonly object[], memory?: Partial<ChatMemory>, seen: Partial<Seen> = {}) =>
		detectUnansweredChats(
			aSeen({
				orders: new Map([[ORDER_ID, aTracked({ after: aMemory({ createdMs: NOW - HOUR }) })]]),
				chats: new Map([['77', aReadChat({ messages: messages as never })]]),
				before: aState(memory === undefined ? {} : { chats: { '77': aChatMemory(memory) } }),
				...seen,
			}),
		);

	it('is emitted with the message and for how long it has waited', () => {
		const [{ events, after }] = detected([theirs]);

		expect(events).toEqual([
			expect.objectContaining({
				key: '77:100:1',
				orderId: ORDER_ID,
				message: theirs,
				fields: { waitingMinutes: 6, repeat: 1 },
			}),
		]);
		expect(after).toEqual({
			chats: { '77': { emitted: { messageUnanswered: { about: '100', repeats: 1, atMs: NOW } } } },
		});
	});

	it('is emitted again after the same time', () => {
		const emitted = { messageUnanswered: { about: '100', repeats: 2, atMs: NOW - 5 * MINUTE } };

		expect(detected([theirs], { emitted })[0].events[0].key).toBe('77:100:3');
	});

	it.each([
		['I have answered', [mine, theirs]],
		['Bybit wrote last', [aMessage({ id: '101', sendUserNickName: 'SYSTEM' }), theirs]],
		['nobody wrote', []],
		['it has not waited long enough', [aMessage({ createDate: String(NOW - MINUTE) })]],
	])('emits nothing when %s', (_name, messages) => {
		expect(detected(messages)).toEqual([]);
	});

	it('emits nothing when no order with that person is open', () => {
		const ended = aTracked({ after: aMemory({ statuses: [50], endedMs: NOW }) });

		expect(detected([theirs], undefined, { orders: new Map([[ORDER_ID, ended]]) })).toEqual([]);
	});

	it('waits from when it was first read when its date lies in the future', () => {
		const unanswered = { messageId: '100', sentMs: NOW - 7 * MINUTE };
		const future = aMessage({ createDate: String(NOW + HOUR) });

		expect(detected([future], { unanswered })[0].events[0].fields).toEqual({ waitingMinutes: 7, repeat: 1 });
	});

	it('that has my own nickname counts as the counterparty', () => {
		const chats = new Map([['77', aReadChat({ messages: [theirs], nicknames: { me: 'ann', counterparty: 'ann' } })]]);

		expect(detected([], undefined, { chats })).toHaveLength(1);
	});

	it.each([
		[undefined, false],
		[{ messageId: '100', sentMs: NOW - 4 * MINUTE }, false],
		[{ messageId: '100', sentMs: NOW - 5 * MINUTE }, true],
	])('has to be read when it may be due: %j', (unanswered, isDue) => {
		expect(isUnansweredDue(aChatMemory({ unanswered }), NOW, 5 * MINUTE)).toBe(isDue);
	});
});
