import { hasUnhandled, isNewer, pruned } from '../../../nodes/BybitP2P/trigger/state';
import { frozen } from '../../support/frozen.mts';
import { aChatMemory, aMemory, aState, DAY, HOUR, NOW } from '../../support/pollingBuilders.mts';

describe('isNewer', () => {
	it.each([
		['2', '1', true],
		['1', '1', false],
		['10', '9', true],
		['9', '10', false],
		['1900000000000000002', '1900000000000000001', true],
		['1900000000000000001', '1900000000000000002', false],
		['1', '0', true],
		['abc', 'abd', true],
		['abc', 'abc', false],
	])('%s after %s: %j', (id, than, newer) => {
		expect(isNewer(id, than)).toBe(newer);
	});
});

describe('hasUnhandled', () => {
	it.each([
		[{}, false],
		[{ handledId: '5' }, false],
		[{ seenId: '5' }, true],
		[{ seenId: '5', handledId: '4' }, true],
		[{ seenId: '5', handledId: '5' }, false],
	])('of %j is %j', (fields, has) => {
		expect(hasUnhandled({ readMs: NOW, ...fields })).toBe(has);
	});
});

describe('pruned', () => {
	const ended = aMemory({ statuses: [50], endedMs: NOW });

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
			aState({
				orders: { '1': ended, '2': aMemory({ counterpartyId: '88' }) },
				chats: { '77': aChatMemory(), '88': aChatMemory() },
			}),
		);

		expect(pruned(state, NOW + DAY)).toEqual(
			aState({ orders: { '2': aMemory({ counterpartyId: '88' }) }, chats: { '88': aChatMemory() } }),
		);
	});

	it.each([
		['was never read', {}, true],
		['was read before the last day was over', { '77': aChatMemory({ readMs: NOW + DAY - 1 }) }, true],
		['was read after it', { '77': aChatMemory({ readMs: NOW + DAY }) }, false],
		['holds what is not emitted yet', { '77': aChatMemory({ readMs: NOW + DAY, seenId: '101' }) }, true],
		['is given up', { '77': aChatMemory({ refusals: 10 }) }, false],
	])('while messages are watched keeps an ended order whose chat %s: %#', (_name, chats, isKept) => {
		const state = aState({ messagesSinceMs: NOW, orders: { '1': ended }, chats });

		expect('1' in pruned(state, NOW + DAY + HOUR).orders).toBe(isKept);
	});

	it('does not wait for chats that nobody may read', () => {
		const state = aState({ messagesSinceMs: NOW, chatRefusals: 10, orders: { '1': ended } });

		expect(pruned(state, NOW + DAY).orders).toEqual({});
	});

	it('does not wait for the chat of an order that does not show its counterparty', () => {
		const state = aState({ messagesSinceMs: NOW, orders: { '1': { ...ended, counterpartyId: '' } } });

		expect(pruned(state, NOW + DAY).orders).toEqual({});
	});
});
