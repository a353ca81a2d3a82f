import type { ChatOrders } from '../../../../nodes/BybitP2P/trigger/detect/chatOrders';
import { chatsToRead, MAX_SWEEP, type ChatReadsWanted } from '../../../../nodes/BybitP2P/trigger/plan/chatReads';
import type { ChatMemory, OrderMemory } from '../../../../nodes/BybitP2P/trigger/state';
import { aMemory, HOUR, MINUTE, NOW, SECOND } from '../../../support/pollingBuilders.mts';

const names = (count: number, name = 'p'): string[] => Array.from({ length: count }, (_none, n) => `${name}${n}`);
const peopleOf = (persons: readonly string[], more: Partial<OrderMemory> = {}): Array<[string, ChatOrders]> =>
	persons.map((person) => [person, [[`order ${person}`, aMemory({ counterpartyId: person, ...more })]]]);
/** Chats last read so many minutes ago. */
const readAgo = (minutes: Readonly<Record<string, number>>): Record<string, ChatMemory> =>
	Object.fromEntries(
		Object.entries(minutes).map(([person, ago]) => [person, { readMs: NOW - ago * MINUTE, handledId: '1' }]),
	);

function chosen({
	people = [],
	...wanted
}: Partial<Omit<ChatReadsWanted, 'people'>> & { people?: Array<[string, ChatOrders]> }) {
	return chatsToRead({
		people: new Map(people),
		chats: {},
		hinted: new Set(),
		due: new Set(),
		nowMs: NOW,
		lastMs: NOW - MINUTE,
		isTrusted: false,
		maxSweep: MAX_SWEEP,
		withEnded: true,
		...wanted,
	});
}

describe('without trust in hints', () => {
	it('all open chats are read, those first that have waited longest', () => {
		const chats = readAgo({ ann: 1, bob: 7, cho: 4 });

		expect(chosen({ people: peopleOf(['ann', 'bob', 'cho', 'dan']), chats })).toEqual(['dan', 'bob', 'cho', 'ann']);
	});

	it('but 50 at most', () => {
		expect(chosen({ people: peopleOf(names(70)) })).toHaveLength(50);
	});

	it('and fewer by the calls that asked for hints', () => {
		expect(chosen({ people: peopleOf(names(70)), maxSweep: 48 })).toHaveLength(48);
	});
});

describe('a chat that a hint points to', () => {
	it('is read first', () => {
		const chats = readAgo({ ann: 9, bob: 1 });

		expect(chosen({ people: peopleOf(['ann', 'bob']), chats, hinted: new Set(['bob']) })).toEqual(['bob', 'ann']);
	});

	it('is read at any number', () => {
		const persons = names(300);

		expect(chosen({ people: peopleOf(persons), hinted: new Set(persons), isTrusted: true })).toHaveLength(300);
	});

	it('keeps no chat out that has waited too long', () => {
		const persons = names(100);
		const chats = readAgo({ ...Object.fromEntries(persons.map((name) => [name, 1])), late: 6, later: 7 });
		const order = chosen({ people: peopleOf([...persons, 'late', 'later']), chats, hinted: new Set(persons) });

		expect([order.indexOf('later'), order.indexOf('late')]).toEqual([4, 9]);
	});
});

describe.each([
	['in which somebody has waited for an answer', { due: new Set(['bob']) }, {}],
	['in which something is not emitted yet', {}, { seenId: '2' }],
])('a chat %s', (_name, wanted, memory) => {
	it('is read first, in the next poll', () => {
		const chats = readAgo({ ann: 4, bob: 1 });
		chats.bob = { ...chats.bob, ...memory };

		expect(chosen({ people: peopleOf(['ann', 'bob']), chats, isTrusted: true, ...wanted })).toEqual(['bob', 'ann']);
	});
});

describe('with trust in hints', () => {
	it.each([
		[10, MINUTE, 2],
		[10, MINUTE + 40, 2],
		[100, MINUTE, 20],
		[1000, MINUTE, 50],
		[10, 10 * SECOND, 1],
		[100, 10 * SECOND, 4],
		[100, HOUR, 50],
	])('of %i chats, %i ms after the last poll, %i are swept', (count, elapsedMs, swept) => {
		const persons = names(count);
		const chats = readAgo(Object.fromEntries(persons.map((name, n) => [name, (n % 10) * 0.4])));

		expect(chosen({ people: peopleOf(persons), chats, isTrusted: true, lastMs: NOW - elapsedMs })).toHaveLength(swept);
	});

	it('a chat that was never read is read at once', () => {
		const chats = readAgo({ ann: 0, bob: 0 });

		expect(chosen({ people: peopleOf(['ann', 'bob', 'new', 'newer']), chats, isTrusted: true })).toEqual([
			'new',
			'newer',
		]);
	});

	it('each open chat is read at least every five minutes, also when all were read at once', () => {
		const persons = names(30);
		const chats = readAgo(Object.fromEntries(persons.map((name) => [name, 0])));
		let longest = 0;
		for (let nowMs = NOW; nowMs < NOW + HOUR; nowMs += MINUTE) {
			const wanted = { people: peopleOf(persons), chats, isTrusted: true, nowMs, lastMs: nowMs - MINUTE };
			for (const person of chosen(wanted)) {
				longest = Math.max(longest, nowMs - chats[person].readMs);
				chats[person] = { readMs: nowMs };
			}
		}

		expect(longest).toBe(5 * MINUTE);
	});
});

describe('the chat of ended orders', () => {
	const ended = (sinceEnd: number) => peopleOf(['ended'], { statuses: [50], endedMs: NOW - sinceEnd });

	it.each([
		[9 * MINUTE, 1, true],
		[11 * MINUTE, 4, false],
		[11 * MINUTE, 5, true],
	])('that ended %i ms ago and was read %i minutes ago is read: %j', (sinceEnd, minutes, isRead) => {
		expect(chosen({ people: ended(sinceEnd), chats: readAgo({ ended: minutes }) })).toEqual(isRead ? ['ended'] : []);
	});

	it('waits five times as long as one with an open order', () => {
		const people = [...peopleOf(['open']), ...ended(HOUR)];

		expect([
			chosen({ people, chats: readAgo({ open: 4, ended: 19 }) }),
			chosen({ people, chats: readAgo({ open: 4, ended: 21 }) }),
		]).toEqual([
			['open', 'ended'],
			['ended', 'open'],
		]);
	});

	it('is not read when nobody asks for each message', () => {
		expect(chosen({ people: ended(MINUTE), withEnded: false })).toEqual([]);
	});
});

describe('a chat that was refused', () => {
	it.each([
		[9, MINUTE, true],
		[10, MINUTE, false],
		[10, HOUR - 1, false],
		[10, HOUR, true],
	])('%i times in a row, the last one %i ms ago, is tried: %j', (refusals, ago, isTried) => {
		const chats = { ann: { readMs: 0, refusals, refusedMs: NOW - ago } };

		expect(chosen({ people: peopleOf(['ann']), chats })).toEqual(isTried ? ['ann'] : []);
	});
});

describe.each([
	[120, 0, 3],
	[60, 200, 14],
	[1000, 0, 20],
])('of %i open and %i ended chats', (open, closed, polls) => {
	it(`none waits longer than ${polls} polls`, () => {
		const endedPeople = peopleOf(names(closed, 'ended'), { statuses: [50], endedMs: NOW - HOUR });
		const people = [...peopleOf(names(open, 'open')), ...endedPeople];
		const chats: Record<string, ChatMemory> = {};
		const last: Record<string, number> = {};
		let longest = 0;
		for (let poll = 1; poll <= 100; poll += 1) {
			const nowMs = NOW + poll * MINUTE;
			for (const person of chosen({ people, chats, nowMs, lastMs: nowMs - MINUTE })) {
				longest = Math.max(longest, poll - (last[person] ?? 0));
				last[person] = poll;
				chats[person] = { readMs: nowMs };
			}
		}

		expect(Object.keys(last)).toHaveLength(open + closed);
		expect(longest).toBeLessThanOrEqual(polls);
	});
});
