import type { ChatMessage } from '../../../../nodes/BybitP2P/api/types';
import {
	chatStart,
	newestAtStart,
	newestFirst,
	unhandled,
	waitingCount,
} from '../../../../nodes/BybitP2P/trigger/detect/chatMessages';
import { aChatMemory, aMemory, aMessage, aState, HOUR, NOW, SECOND } from '../../../support/pollingBuilders.mts';

const idsOf = (messages: readonly { id: string }[]): string[] => messages.map(({ id }) => id);
const at = (id: number | string, createDate: unknown = NOW + Number(id)): ChatMessage =>
	aMessage({ id: String(id), createDate: createDate as string });
const page = (...ids: number[]): ChatMessage[] => ids.map((id) => at(id));

describe('chatStart', () => {
	const orders = [['1', aMemory({ createdMs: NOW })]] as const;

	it('goes by the newest message handled, where one is known', () => {
		expect(chatStart(aState(), aChatMemory({ handledId: '5' }), orders, NOW).handledId).toBe('5');
	});

	it('else begins some seconds before the oldest order with that person', () => {
		expect(chatStart(aState({ messagesSinceMs: NOW - HOUR }), undefined, orders, NOW).fromMs).toBe(NOW - 5 * SECOND);
	});

	it('but not before messages are watched', () => {
		expect(chatStart(aState({ messagesSinceMs: NOW + HOUR }), undefined, orders, NOW).fromMs).toBe(NOW + HOUR);
	});

	it('nor before an order that was forgotten came back', () => {
		const back = [['1', aMemory({ createdMs: NOW - HOUR, backSinceMs: NOW - SECOND })]] as const;

		expect(chatStart(aState({ messagesSinceMs: 0 }), undefined, back, NOW).fromMs).toBe(NOW - SECOND);
	});
});

describe('unhandled', () => {
	it.each([
		[{ handledId: '3' }, ['5', '4']],
		[{ handledId: '5' }, []],
		[{ handledId: '0' }, ['5', '4', '3', '2']],
		// A message may have been taken back.
		[{ handledId: '1' }, ['5', '4', '3', '2']],
		[{ fromMs: NOW + 4 }, ['5', '4']],
		[{ fromMs: NOW + 9 }, []],
		[{ fromMs: NOW + 9, handledId: '4' }, ['5']],
	])('are newer than %j', (start, ids) => {
		expect(idsOf(unhandled(page(5, 4, 3, 2), { fromMs: 0, nowMs: NOW, ...start }))).toEqual(ids);
	});

	it('take in all that is newer than one in time, whatever its date', () => {
		const odd = [at(5), at(4, 1), at(3), at(2, NOW - HOUR)];

		expect(idsOf(unhandled(odd, { fromMs: NOW, nowMs: NOW }))).toEqual(['5', '4', '3']);
	});

	it('may be dated in whole seconds', () => {
		const seconds = [at(5, NOW + SECOND), at(4, NOW), at(3, NOW - SECOND)];

		expect(idsOf(unhandled(seconds, { fromMs: NOW + 500, nowMs: NOW }))).toEqual(['5', '4']);
	});

	it('of a chat that was empty may be dated some seconds before', () => {
		const messages = [at(5, NOW - 5 * SECOND), at(4, NOW - 7 * SECOND)];

		expect(idsOf(unhandled(messages, { handledId: '0', fromMs: NOW, nowMs: NOW }))).toEqual(['5']);
	});

	it('may have no date', () => {
		expect(idsOf(unhandled([at(5, undefined), at(4, NOW - HOUR)], { fromMs: NOW, nowMs: NOW }))).toEqual(['5']);
	});
});

describe('waitingCount', () => {
	const times = { nowMs: NOW, readMs: NOW + SECOND };

	it.each([
		['one written in time', [at(5, NOW)], undefined, 0],
		['one written while the poll read', [at(5, NOW + 500)], undefined, 1],
		['those before it, written meanwhile too', [at(6, NOW + 600), at(5, NOW + 500), at(4, NOW)], undefined, 2],
		['none that is older than one in time', [at(6, NOW), at(5, NOW + 500)], undefined, 0],
		['none that was read before', [at(5, NOW + 500)], '5', 0],
		['one with a date in the future', [at(5, NOW + HOUR)], undefined, 0],
		['nor what is older than that', [at(6, NOW + HOUR), at(5, NOW)], undefined, 0],
		['but one that came before it while the poll read', [at(6, NOW + HOUR), at(5, NOW + 500)], undefined, 2],
		['one without a date', [at(5, '')], undefined, 0],
	])('holds back %s', (_name, messages, seenId, count) => {
		expect(waitingCount(messages, seenId, times)).toBe(count);
	});
});

describe('newestAtStart', () => {
	const times = { nowMs: NOW + 500, readMs: NOW + 2 * SECOND };

	it.each([
		['none', [], '0'],
		['one of before', [at(5, NOW + 400)], '5'],
		['one of the very moment', [at(5, NOW + 500)], '5'],
		['one written meanwhile', [at(6, NOW + 600), at(5, NOW + 1)], '5'],
		['only those written meanwhile', [at(6, NOW + 600)], '0'],
		['one in whole seconds that may have been written meanwhile', [at(6, NOW), at(5, NOW - SECOND)], '5'],
	])('of %s', (_name, messages, id) => {
		expect(newestAtStart(messages, times)).toBe(id);
	});

	it('takes whole seconds for what was there when no time has passed', () => {
		expect(newestAtStart([at(5, NOW)], { nowMs: NOW, readMs: NOW })).toBe('5');
	});
});

describe('newestFirst', () => {
	it('goes by the ids, not by the dates', () => {
		expect(idsOf(newestFirst([at(9, 1), at(10, 2), at(8, 3)]))).toEqual(['10', '9', '8']);
	});

	it('leaves ids that are no numbers as they came', () => {
		expect(idsOf(newestFirst([at('b', 1), at('c', 2), at('a', 3)]))).toEqual(['b', 'c', 'a']);
	});

	it('leaves out what has no id', () => {
		expect(idsOf(newestFirst([at(5), { createDate: '1' } as ChatMessage, null as unknown as ChatMessage]))).toEqual([
			'5',
		]);
	});
});
