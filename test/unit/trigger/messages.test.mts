import { byAge, isNewer, notDone, orderOf, writtenUpTo } from '../../../nodes/BybitP2P/trigger/messages';
import { aMemory, aMessage, NOW } from '../../support/pollingBuilders.mts';

const idsOf = (messages: readonly { id: string }[]): string[] => messages.map(({ id }) => id);
const page = (...ids: number[]) => ids.map((id) => aMessage({ id: String(id), createDate: String(NOW + id) }));

describe('isNewer', () => {
	it.each([
		['2', '1', true],
		['1', '1', false],
		['10', '9', true],
		['9', '10', false],
		['1900000000000000002', '1900000000000000001', true],
		['1900000000000000001', '1900000000000000002', false],
		['abc', 'abd', true],
		['abc', 'abc', false],
	])('%s after %s: %j', (id, newestDone, newer) => {
		expect(isNewer(id, newestDone)).toBe(newer);
	});
});

describe('notDone', () => {
	it.each([
		[{ newestDone: '3' }, ['5', '4']],
		[{ newestDone: '5' }, []],
		[{ newestDone: '0' }, ['5', '4', '3', '2']],
		// A message may have been taken back.
		[{ newestDone: '1' }, ['5', '4', '3', '2']],
		[{ fromMs: NOW + 4 }, ['5', '4']],
		[{ fromMs: NOW + 9 }, []],
		[{ fromMs: NOW + 9, newestDone: '4' }, ['5']],
	])('gives what is newer than %j', (start, ids) => {
		expect(idsOf(notDone(page(5, 4, 3, 2), { fromMs: 0, toMs: Infinity, ...start }))).toEqual(ids);
	});
});

describe('writtenUpTo', () => {
	it.each([
		[9, ['5', '4', '3']],
		[4, ['4', '3']],
		[2, []],
	])('leaves what was written after %i to the next tick', (ms, ids) => {
		expect(idsOf(writtenUpTo(NOW + ms, page(5, 4, 3)))).toEqual(ids);
	});

	it('passes over nothing that is newer than what it leaves', () => {
		const odd = [
			aMessage({ id: '5', createDate: String(NOW) }),
			aMessage({ id: '4', createDate: String(NOW + 9) }),
			aMessage({ id: '3' }),
		];

		expect(idsOf(writtenUpTo(NOW, odd))).toEqual(['3']);
	});
});

describe('orderOf', () => {
	const orders = [
		['20', aMemory({ c: NOW + 200 })],
		['10', aMemory({ c: NOW + 100 })],
		['30', aMemory({ c: NOW + 300 })],
	] as const;

	it.each([
		[100, '10'],
		[199, '10'],
		[200, '20'],
		[999, '30'],
		// Older than all of them: the oldest is the nearest.
		[5, '10'],
	])('gives for a message at %i order %s', (ms, orderId) => {
		expect(orderOf(aMessage({ createDate: String(NOW + ms) }), orders)).toBe(orderId);
	});

	it('gives the greater id of two orders of one moment', () => {
		const twins = ['9', '10', '8'].map((id) => [id, aMemory()] as const);

		expect(orderOf(aMessage(), twins)).toBe('10');
	});
});

describe('byAge', () => {
	it('puts the oldest order first', () => {
		expect(
			byAge([
				['2', aMemory({ c: 2 })],
				['1', aMemory({ c: 1 })],
			]).map(([id]) => id),
		).toEqual(['1', '2']);
	});
});
