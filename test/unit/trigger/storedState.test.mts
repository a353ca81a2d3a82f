import { decodedState, encodedState, writeState } from '../../../nodes/BybitP2P/trigger/storedState';
import type { TriggerState } from '../../../nodes/BybitP2P/trigger/state';
import { aChatMemory, aMemory, aState, NOW } from '../../support/pollingBuilders.mts';

const emitted = { orderOpen: { about: '20:1', repeats: 3, atMs: NOW } };
const whole: TriggerState = aState({
	messagesSinceMs: NOW,
	cancelsSinceMs: NOW + 1,
	chatRefusals: 2,
	hints: { counters: { inARow: 20 }, cursors: { inARow: 0, missedMs: NOW } },
	orders: {
		'1': aMemory({
			endedMs: NOW,
			backSinceMs: NOW,
			statusSinceMs: NOW,
			refusals: 2,
			detailRefusals: 3,
			cancelRequest: { count: 1, isOpen: true, readMs: NOW },
			emitted,
		}),
		'2': aMemory({ statuses: [] }),
	},
	chats: {
		'77': aChatMemory({
			seenId: '101',
			unanswered: { messageId: '101', sentMs: NOW },
			hints: { counters: '2', unread: '1', cursors: '99' },
			refusals: 1,
			refusedMs: NOW,
			emitted,
		}),
		'88': { readMs: 0 },
	},
	ads: { '55': { status: 'online', changes: 2, goneMs: NOW, refusals: 1 }, '56': { status: 'hidden', changes: 0 } },
});
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the stored state', () => {
	it('gives back what was stored', () => {
		expect(decodedState(json(encodedState(whole)))).toEqual({ type: 'state', state: whole });
	});

	it('gives a copy: changing it changes nothing stored', () => {
		const stored = encodedState(whole);
		const decoded = decodedState(stored);

		expect(decoded).toEqual({ type: 'state', state: whole });
		expect(json(stored)).toEqual(json(encodedState(whole)));
		if (decoded.type === 'state') expect(decoded.state.orders['1'].statuses).not.toBe(whole.orders['1'].statuses);
	});

	it('is short where there is one entry for each order', () => {
		expect(encodedState(aState({ orders: { '1900000000000000001': aMemory({ statuses: [10, 20] }) } })).orders).toEqual(
			{
				'1900000000000000001': [[10, 20], NOW, '77'],
			},
		);
	});

	it.each([undefined, null, 'x', 5, {}])('is none in %j', (stored) => {
		expect(decodedState(stored)).toEqual({ type: 'none' });
	});

	it.each([
		['of version 1', { version: 1 }],
		['of a later version', { version: 3 }],
		['without a version', { version: undefined }],
		['without an account', { account: undefined }],
		['with an odd number of polls', { polls: 'x' }],
		['without a start', { sinceMs: null }],
		['with a time that is none', { readToMs: Number.NaN }],
		['with an odd time', { messagesSinceMs: 'x' }],
		['with an odd nickname', { nickname: 5 }],
		['with a list of orders', { orders: [] }],
		['without chats', { chats: undefined }],
		['with an order without statuses', { orders: { '1': [NOW, '77'] } }],
		['with an order with an odd status', { orders: { '1': [[null], NOW, '77'] } }],
		['with an order without a date', { orders: { '1': [[10], '77'] } }],
		['with an order without a person', { orders: { '1': [[10], NOW, 1] } }],
		['with an order with an odd end', { orders: { '1': [[10], NOW, '77', { e: 'x' }] } }],
		['with an odd request to cancel', { orders: { '1': [[10], NOW, '77', { c: [1, true, NOW] }] } }],
		['with an odd emission', { orders: { '1': [[10], NOW, '77', { m: { orderOpen: 5 } }] } }],
		['with an order of the first version', { orders: { '1': { h: [10], c: NOW, u: '77' } } }],
		['with a chat without a time', { chats: { '7': [{ m: '1' }] } }],
		['with a chat with an odd message', { chats: { '7': [NOW, { m: 1 }] } }],
		['with hints that are none', { hints: { counters: 5 } }],
		['with an odd ad', { ads: { '5': ['online'] } }],
	])('that is odd is unreadable: %s', (_name, fields) => {
		expect(decodedState({ ...encodedState(whole), ...fields })).toEqual({ type: 'unreadable' });
	});

	it('that is written leaves nothing of what was there', () => {
		const stored: Record<string, unknown> = { messagesSinceMs: 5, odd: true };
		writeState(stored, encodedState(aState()));

		expect(stored).toEqual(encodedState(aState()));
	});
});
