import { hintFindings } from '../../../../nodes/BybitP2P/trigger/plan/hintFindings';
import { announcing, hintMemory, isTrusted, sourcesToAsk } from '../../../../nodes/BybitP2P/trigger/plan/hints';
import type { ChatMemory, HintMemory } from '../../../../nodes/BybitP2P/trigger/state';
import { aChatMemory, aMessage, aReadChat, aState, DAY, HOUR, MINUTE, NOW } from '../../../support/pollingBuilders.mts';

const found = (count: number, announcedBy: readonly ('counters' | 'cursors')[] = []) => ({
	count,
	asked: ['counters', 'cursors'] as const,
	announcedBy,
});
const trusted: HintMemory = { counters: { inARow: 20 } };

describe('trust in a source of hints', () => {
	it('is earned by twenty messages in a row that it announced', () => {
		const after = (messages: number): boolean =>
			isTrusted(hintMemory({}, [found(messages, ['counters'])], NOW), 'counters', NOW);

		expect([after(19), after(20)]).toEqual([false, true]);
	});

	it('is earned over many polls', () => {
		let memory: HintMemory = {};
		for (let poll = 0; poll < 20; poll += 1) memory = hintMemory(memory, [found(1, ['counters'])], NOW);

		expect([isTrusted(memory, 'counters', NOW), isTrusted(memory, 'cursors', NOW)]).toEqual([true, false]);
	});

	it('is lost for a day with one message that it did not announce', () => {
		const lost = hintMemory(trusted, [found(1)], NOW);
		const earned = hintMemory(lost, [found(20, ['counters'])], NOW + HOUR);

		expect([
			isTrusted(lost, 'counters', NOW),
			isTrusted(earned, 'counters', NOW + DAY - 1),
			isTrusted(earned, 'counters', NOW + DAY),
		]).toEqual([false, false, true]);
	});

	it('does not change when nothing was found', () => {
		expect(hintMemory(trusted, [found(0)], NOW)).toEqual(trusted);
	});

	it('does not change for a source that was not asked', () => {
		expect(hintMemory(trusted, [{ count: 1, asked: [], announcedBy: [] }], NOW)).toEqual(trusted);
	});
});

describe('a source announces a chat', () => {
	it.each([
		['that it shows as it was', { counters: '1' }, { counters: '1' }, []],
		['whose counter has gone up', { counters: '1' }, { counters: '2' }, ['counters']],
		['whose counter has gone down', { counters: '1' }, { counters: '0' }, ['counters']],
		[
			'by each source that shows something else',
			{ counters: '1', cursors: '5' },
			{ counters: '2', cursors: '6' },
			['counters', 'cursors'],
		],
		['that it does not show now', { counters: '1' }, {}, []],
		['that it did not show then', {}, { counters: '1' }, []],
	])('%s: %#', (_name, known, shown, sources) => {
		expect(announcing(aChatMemory({ hints: known }), shown)).toEqual(sources);
	});

	it('that was never read: it does not, nobody knows what it showed', () => {
		expect(announcing(undefined, { counters: '1' })).toEqual([]);
	});
});

describe('sources that cost a call are asked', () => {
	it.each([
		['not while all chats fit into the sweep', {}, 50, []],
		['while they do not fit', {}, 51, ['unread', 'cursors']],
		['not while the counters are trusted', trusted, 500, []],
		['one of them while it is trusted', { cursors: { inARow: 20 } }, 10, ['cursors']],
	] as const)('%s', (_name, memory, openChats, sources) => {
		expect(sourcesToAsk(memory, openChats, 50, NOW)).toEqual(sources);
	});
});

describe('what was found in a chat', () => {
	const at = (id: number, ago: number, sender = 'ann') =>
		aMessage({ id: String(id), createDate: String(NOW - ago), sendUserNickName: sender });
	const hints = new Map([['77', { counters: '2' }]]);
	const counted = (messages: ReturnType<typeof at>[], memory: Partial<ChatMemory> = {}) =>
		hintFindings(
			aState({ chats: { '77': aChatMemory({ hints: { counters: '1' }, ...memory }) } }),
			new Map([['77', aReadChat({ messages })]]),
			hints,
			NOW,
		)[0];

	it('counts for the sources that were asked', () => {
		expect(counted([at(102, MINUTE), at(101, MINUTE), at(100, HOUR)])).toEqual({
			count: 2,
			asked: ['counters'],
			announcedBy: ['counters'],
		});
	});

	it.each([
		['my own words', [at(101, MINUTE, 'me')]],
		['what was written while the poll read', [at(101, 1_000)]],
		['what has been read before', [at(100, MINUTE)]],
	])('does not count %s', (_name, messages) => {
		expect(counted(messages).count).toBe(0);
	});

	it('does not count what is read a second time because it had to wait', () => {
		expect(counted([at(101, MINUTE)], { seenId: '101' }).count).toBe(0);
	});

	it('does not count the first read of a chat', () => {
		expect(counted([at(101, MINUTE)], { handledId: undefined }).count).toBe(0);
	});
});
