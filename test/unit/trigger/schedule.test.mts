import { chatsToLookAt, MAX_CHATS_PER_TICK } from '../../../nodes/BybitP2P/trigger/schedule';
import type { ChatMemory, OrderMemory } from '../../../nodes/BybitP2P/trigger/state';
import { aMemory, HOUR, MINUTE, NOW } from '../../support/pollingBuilders.mts';

const ordersWith = (people: readonly string[], more: Partial<OrderMemory> = {}): Record<string, OrderMemory> =>
	Object.fromEntries(people.map((u) => [`order ${u}`, aMemory({ u, ...more })]));
const people = (count: number, name = 'p'): string[] => Array.from({ length: count }, (_none, n) => `${name}${n}`);

describe('chatsToLookAt', () => {
	it('takes each person once, however many orders they have', () => {
		expect(chatsToLookAt({ '1': aMemory(), '2': aMemory() }, {}, 1, NOW)).toEqual(['77']);
	});

	it('takes chats of ended orders too', () => {
		expect(chatsToLookAt(ordersWith(['ann'], { e: NOW - 20 * HOUR }), {}, 1, NOW)).toEqual(['ann']);
	});

	it('takes those first that have waited longest, and those never looked at before all', () => {
		const chats = { ann: { l: 8 }, bob: { l: 2 }, cho: { l: 5 } };

		expect(chatsToLookAt(ordersWith(['ann', 'bob', 'cho', 'dan']), chats, 9, NOW)).toEqual([
			'dan',
			'bob',
			'cho',
			'ann',
		]);
	});

	it.each([
		[1 * MINUTE, ['ended', 'open']],
		[11 * MINUTE, ['open', 'ended']],
	])('counts a chat as lively for ten minutes after its end: %i ms', (sinceEnd, order) => {
		const orders = { ...ordersWith(['open']), ...ordersWith(['ended'], { e: NOW - sinceEnd }) };

		expect(chatsToLookAt(orders, { open: { l: 6 }, ended: { l: 5 } }, 9, NOW)).toEqual(order);
	});

	it('takes an ended chat that has waited five times as long', () => {
		const orders = { ...ordersWith(['open']), ...ordersWith(['ended'], { e: NOW - HOUR }) };

		expect(chatsToLookAt(orders, { open: { l: 99 }, ended: { l: 95 } }, 100, NOW)).toEqual(['open', 'ended']);
		expect(chatsToLookAt(orders, { open: { l: 99 }, ended: { l: 94 } }, 100, NOW)).toEqual(['ended', 'open']);
	});

	it('takes 50 at most', () => {
		expect(chatsToLookAt(ordersWith(people(70)), {}, 1, NOW)).toHaveLength(50);
	});

	it.each([
		[9, 10, true],
		[10, 10, false],
		[10, 59, false],
		[10, 60, true],
	])('after %i refusals and %i ticks looks: %j', (t, waited, looks) => {
		expect(chatsToLookAt(ordersWith(['ann']), { ann: { l: 100 - waited, t } }, 100, NOW)).toEqual(looks ? ['ann'] : []);
	});

	it.each([
		[120, 0, 3],
		[60, 200, 14],
		[1000, 0, 20],
	])('with %i open and %i ended chats none waits longer than %i ticks', (open, ended, most) => {
		const orders = { ...ordersWith(people(open, 'open')), ...ordersWith(people(ended, 'ended'), { e: NOW - HOUR }) };
		const chats: Record<string, ChatMemory> = {};
		let longest = 0;
		for (let tick = 1; tick <= 100; tick += 1) {
			const looked = chatsToLookAt(orders, chats, tick, NOW);
			expect(looked.length).toBeLessThanOrEqual(MAX_CHATS_PER_TICK);
			for (const person of looked) {
				longest = Math.max(longest, tick - (chats[person]?.l ?? 0));
				chats[person] = { l: tick };
			}
		}

		expect(Object.keys(chats)).toHaveLength(open + ended);
		expect(longest).toBeLessThanOrEqual(most);
	});
});
