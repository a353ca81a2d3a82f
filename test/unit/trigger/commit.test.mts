import type { Change } from '../../../nodes/BybitP2P/trigger/change';
import { commit } from '../../../nodes/BybitP2P/trigger/commit';
import { frozen } from '../../support/frozen.mts';
import { aChatMemory, aDomainEvent, aMemory, aState, NOW } from '../../support/pollingBuilders.mts';

const paid: Change = {
	events: [aDomainEvent()],
	after: { orders: { '1': { statuses: [10, 20] } } },
	held: { orders: { '1': { refusals: 1 } } },
};
const emission = (repeats: number) => ({ about: 'a', repeats, atMs: NOW });
const state = frozen(aState({ orders: { '1': aMemory() }, chats: { '77': aChatMemory() } }));
const none = new Map<string, number>();

describe('commit', () => {
	it('remembers what is emitted', () => {
		expect(commit(state, [paid], [], none).orders).toEqual({ '1': aMemory({ statuses: [10, 20] }) });
	});

	it('does not remember what is held back, but that it is', () => {
		expect(commit(state, [], [paid], none).orders).toEqual({ '1': aMemory({ refusals: 1 }) });
	});

	it('leaves the state as it was when nothing has changed', () => {
		expect(commit(state, [], [], none)).toEqual(state);
	});

	it('takes changes in their order, field by field', () => {
		const changes: Change[] = [
			{ events: [], after: { chats: { '77': { readMs: 5, seenId: '101' } } } },
			{ events: [], after: { chats: { '77': { handledId: '101', seenId: undefined } } } },
		];

		expect(commit(state, changes, [], none).chats).toEqual({ '77': aChatMemory({ readMs: 5, handledId: '101' }) });
	});

	it('keeps the emissions of other events', () => {
		const before = aState({ orders: { '1': aMemory({ emitted: { orderExpiring: emission(1) } }) } });
		const changes: Change[] = [{ events: [], after: { orders: { '1': { emitted: { orderOpen: emission(2) } } } } }];

		expect(commit(before, changes, [], none).orders['1'].emitted).toEqual({
			orderExpiring: emission(1),
			orderOpen: emission(2),
		});
	});

	it('forgets what a change takes away', () => {
		const before = aState({ ads: { '55': { status: 'online', changes: 0 } } });

		expect(commit(before, [{ events: [], after: { ads: { '55': undefined } } }], [], none).ads).toEqual({});
	});

	it('counts the refusals of orders in full, and forgets them once an order is read', () => {
		const before = aState({ orders: { '1': aMemory({ detailRefusals: 4 }), '2': aMemory() } });
		const refusals = new Map([
			['1', 0],
			['2', 5],
			['unknown', 1],
		]);

		expect(commit(before, [], [], refusals).orders).toEqual({ '1': aMemory(), '2': aMemory({ detailRefusals: 5 }) });
	});
});
