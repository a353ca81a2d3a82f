import { hasState, pruned, readState, writeState } from '../../../nodes/BybitP2P/trigger/state';
import { frozen } from '../../support/frozen.mts';
import { aMemory, aState, DAY, NOW } from '../../support/pollingBuilders.mts';

describe('readState', () => {
	const whole = aState({
		messagesSinceMs: NOW,
		me: 'I',
		orders: { '1': aMemory({ e: NOW, t: 2, s: NOW }) },
		chats: { '77': { i: 's', m: '5', l: 3, t: 1 } },
	});

	it('gives back what was stored', () => {
		expect(readState(JSON.parse(JSON.stringify(whole)), 'key')).toEqual(whole);
	});

	it('gives a copy: changing it changes nothing stored', () => {
		const read = readState(whole, 'key');

		expect(read).not.toBe(whole);
		expect(read?.orders).not.toBe(whole.orders);
	});

	it.each([
		['another key', { boundTo: 'other' }],
		['another version', { version: 2 }],
		['no version', { version: undefined }],
		['no number of its tick', { tick: 'x' }],
		['no start', { sinceMs: null }],
		['no time', { readToMs: NaN }],
		['odd messagesSinceMs', { messagesSinceMs: 'x' }],
		['an odd nickname', { me: 5 }],
		['a list of orders', { orders: [] }],
		['no chats', { chats: undefined }],
		['an order without history', { orders: { '1': { c: 1, u: 'u' } } }],
		['an order with an odd history', { orders: { '1': { h: [null], c: 1, u: 'u' } } }],
		['an order without a date', { orders: { '1': { h: [1], u: 'u' } } }],
		['an order without a person', { orders: { '1': { h: [1], c: 1, u: 1 } } }],
		['an odd end', { orders: { '1': { h: [1], c: 1, u: 'u', e: 'x' } } }],
		['odd tries', { orders: { '1': { h: [1], c: 1, u: 'u', t: {} } } }],
		['a chat without a tick', { chats: { '7': { m: '1' } } }],
		['a chat with an odd message', { chats: { '7': { l: 1, m: 1 } } }],
		['a chat with an odd session', { chats: { '7': { l: 1, i: 1 } } }],
	])('gives nothing for %s', (_name, fields) => {
		expect(readState({ ...whole, ...fields }, 'key')).toBeUndefined();
	});

	it.each([undefined, null, 'x', 5, [], {}])('gives nothing for %j', (stored) => {
		expect(readState(stored, 'key')).toBeUndefined();
	});
});

describe('hasState', () => {
	it.each([
		[{}, false],
		[undefined, false],
		[{ version: 9 }, true],
	])('of %j is %j', (stored, has) => {
		expect(hasState(stored)).toBe(has);
	});
});

describe('writeState', () => {
	it('leaves nothing of what was there', () => {
		const stored: Record<string, unknown> = { messagesSinceMs: 5, odd: true };
		writeState(stored, aState());

		expect(stored).toEqual(aState());
	});
});

describe('pruned', () => {
	const ended = aMemory({ h: [50], e: NOW });

	it.each([
		[DAY - 1, true],
		[DAY, false],
	])('keeps an order that ended %i ms ago: %j', (ago, isKept) => {
		expect('1' in pruned(aState({ orders: { '1': ended } }), NOW + ago).orders).toBe(isKept);
	});

	it('keeps open orders for ever', () => {
		expect(pruned(aState({ orders: { '1': aMemory() } }), NOW + 100 * DAY).orders).toEqual({ '1': aMemory() });
	});

	it('drops the chats that no order is left for', () => {
		const state = frozen(
			aState({ orders: { '1': ended, '2': aMemory({ u: '88' }) }, chats: { '77': { l: 3 }, '88': { l: 3 } } }),
		);

		expect(pruned(state, NOW + DAY)).toEqual(
			aState({ orders: { '2': aMemory({ u: '88' }) }, chats: { '88': { l: 3 } } }),
		);
	});

	it.each([
		['was read in this tick', { l: 3 }, false],
		['waits for its turn', { l: 2 }, true],
		['was refused in this tick', { l: 3, t: 1 }, true],
		['was given up', { l: 2, t: 10 }, false],
	])('while messages are watched keeps an ended order whose chat %s: %#', (_name, chat, isKept) => {
		const state = aState({ messagesSinceMs: NOW, orders: { '1': ended }, chats: { '77': chat } });

		expect('1' in pruned(state, NOW + DAY).orders).toBe(isKept);
	});
});
