import {
	afterPoll,
	comparable,
	newerState,
	processMemoryOf,
	type ProcessMemory,
} from '../../../nodes/BybitP2P/trigger/processMemory';
import { encodedState } from '../../../nodes/BybitP2P/trigger/storedState';
import { aState } from '../../support/pollingBuilders.mts';

const [first, second, third] = [1, 2, 3].map((polls) => aState({ polls }));
const stored = (state: ReturnType<typeof aState>): string => comparable(encodedState(state));

/** The memory after a poll that ended with that state. */
function after(memory: ProcessMemory, handedOver: string, state: ReturnType<typeof aState>, hasEmitted: boolean) {
	const last = afterPoll(memory, handedOver, { state, encoded: encodedState(state) }, hasEmitted);
	return { ...memory, last };
}
const nothing: ProcessMemory = { isRunning: false };

describe('what a process knows of a trigger', () => {
	it('is nothing at first', () => {
		expect(newerState(nothing, '{}')).toBeUndefined();
	});

	it('goes on where n8n forgets the state of a poll without events', () => {
		const memory = after(nothing, stored(first), second, false);

		expect(newerState(memory, stored(first))).toEqual(second);
	});

	it('goes on over many such polls', () => {
		const memory = after(after(nothing, stored(first), second, false), stored(first), third, false);

		expect(newerState(memory, stored(first))).toEqual(third);
	});

	it('goes on where n8n keeps it, and where it forgets it later', () => {
		const memory = after(after(nothing, stored(first), second, false), stored(second), third, false);

		expect([newerState(memory, stored(third)), newerState(memory, stored(first))]).toEqual([third, third]);
	});

	it('goes on where n8n keeps the first state, and forgets the later ones', () => {
		const activated = after(nothing, '{}', first, false);
		const once = after(activated, stored(first), second, false);
		const twice = after(once, stored(first), third, false);

		expect([newerState(once, stored(first)), newerState(twice, stored(first))]).toEqual([second, third]);
	});

	it('goes on from what was stored with events', () => {
		const memory = after(nothing, stored(first), second, true);

		expect([newerState(memory, stored(second)), newerState(memory, stored(first))]).toEqual([second, undefined]);
	});

	it('is not believed after a rollback, or what another process wrote', () => {
		const memory = after(after(nothing, stored(first), second, true), stored(second), third, false);

		expect(newerState(memory, stored(aState({ polls: 9 })))).toBeUndefined();
	});

	it('is kept for each node of each workflow', () => {
		expect(processMemoryOf('workflow', 'node')).toBe(processMemoryOf('workflow', 'node'));
		expect(processMemoryOf('workflow', 'node')).not.toBe(processMemoryOf('workflow', 'other'));
	});
});

describe('comparable', () => {
	it('does not depend on the order of fields', () => {
		expect(comparable({ a: 1, b: { c: [1, { d: 2, e: 3 }] } })).toBe(
			comparable({ b: { c: [1, { e: 3, d: 2 }] }, a: 1 }),
		);
	});

	it('depends on everything else', () => {
		expect(comparable({ a: [1, 2] })).not.toBe(comparable({ a: [2, 1] }));
	});
});
