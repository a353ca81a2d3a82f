import { observed, vanished, type Look } from '../../../nodes/BybitP2P/trigger/orders';
import { aMemory, anOrder, DAY, HOUR, MINUTE, NOW } from '../../support/pollingBuilders.mts';

const aLook = (fields: Partial<Look> = {}): Look => ({
	nowMs: NOW + MINUTE,
	lastMs: NOW,
	sinceMs: NOW - HOUR,
	forgottenBeforeMs: NOW - DAY,
	isFirst: false,
	...fields,
});
const told = (...[before, order, look]: Parameters<typeof observed>) =>
	observed(before, order, look).facts.map((fact) => (fact.type === 'created' ? 'created' : fact.status));

describe('an order seen for the first time', () => {
	it.each([
		[5, ['created']],
		[10, ['created']],
		[90, ['created']],
		[20, ['created', 20]],
		[30, ['created', 30]],
		[40, ['created', 40]],
		[50, ['created', 50]],
		[60, ['created', 60]],
		[777, ['created', 777]],
	])('in status %i gives %j', (status, facts) => {
		expect(told(undefined, anOrder({ status }), aLook())).toEqual(facts);
	});

	it.each([
		[10, []],
		[20, [20]],
		[30, [30]],
		[100, [100]],
		[50, []],
	])('although it was there before the watch, in status %i gives %j', (status, facts) => {
		expect(told(undefined, anOrder({ status, createDate: String(NOW - 2 * HOUR) }), aLook())).toEqual(facts);
	});

	it('by the tick that starts the watch is remembered, not told', () => {
		expect(
			observed(undefined, anOrder({ status: 20, createDate: String(NOW - 2 * HOUR) }), aLook({ isFirst: true })),
		).toEqual({
			memory: { h: [20], c: NOW - 2 * HOUR, u: '77' },
			facts: [],
		});
	});

	it('carries its text status and text date as numbers', () => {
		const order = { ...anOrder(), status: '20', targetUserId: 77 } as unknown as ReturnType<typeof anOrder>;

		expect(observed(undefined, order, aLook()).memory).toEqual({ h: [20], c: NOW, u: '77' });
	});

	it('when it has ended is remembered with the time', () => {
		expect(observed(undefined, anOrder({ status: 50 }), aLook()).memory.e).toBe(NOW + MINUTE);
	});
});

describe('an order that may have been known once', () => {
	const old = anOrder({ status: 30, createDate: String(NOW - 3 * DAY) });
	const look = aLook({ sinceMs: NOW - 9 * DAY });

	it('is not told as created again', () => {
		expect(told(undefined, old, look)).toEqual([30]);
	});

	it('carries an id that it did not have before', () => {
		expect(observed(undefined, old, look).facts).toEqual([expect.objectContaining({ occurrence: 4 })]);
	});

	it('has its chat told from the last tick on', () => {
		expect(observed(undefined, old, look).memory.s).toBe(NOW);
	});
});

describe('an order that is known', () => {
	it.each([
		[[10], 10, []],
		[[10], 20, [20]],
		[[10, 20], 30, [30]],
		[[10, 20, 30], 20, [20]],
		[[10, 20], 10, [10]],
		[[10, 20, 50], 50, []],
		[[10, 20, 50], 30, [30]],
		[[10, 20, 40], 100, [100]],
		[[10, 20, 50], 20, []],
		[[10, 20, 40], 10, []],
		[[10], 777, [777]],
	])('after %j in status %i gives %j', (h, status, facts) => {
		expect(told(aMemory({ h }), anOrder({ status }), aLook())).toEqual(facts);
	});

	it.each([
		[[10], 20, 1],
		[[10, 20, 30], 20, 2],
		[[20, 30, 20, 30], 20, 3],
	])('after %j counts status %i as number %i', (h, status, occurrence) => {
		expect(observed(aMemory({ h }), anOrder({ status }), aLook()).facts).toEqual([
			{ type: 'status', order: anOrder({ status }), status, previous: h[h.length - 1], occurrence },
		]);
	});

	it('that is appealed after its end has not ended any more', () => {
		expect(observed(aMemory({ h: [50], e: NOW }), anOrder({ status: 30 }), aLook()).memory).toEqual({
			h: [50, 30],
			c: NOW,
			u: '77',
		});
	});

	it('that keeps showing an earlier status after its end is believed in the end', () => {
		let memory = aMemory({ h: [20, 40], e: NOW });
		const sights: unknown[] = [];
		for (let n = 0; n < 5; n += 1) {
			const seen = observed(memory, anOrder({ status: 20 }), aLook());
			memory = seen.memory;
			sights.push(seen.facts.length);
		}

		expect([sights, memory]).toEqual([[0, 0, 0, 0, 1], { h: [20, 40, 20], c: NOW, u: '77' }]);
	});

	it('that was given up and is seen open is watched on', () => {
		expect(observed(aMemory({ h: [20], e: NOW, t: 10 }), anOrder({ status: 20 }), aLook()).memory).toEqual({
			h: [20],
			c: NOW,
			u: '77',
		});
	});

	it('keeps the time of its end', () => {
		expect(observed(aMemory({ h: [50], e: NOW }), anOrder({ status: 50 }), aLook()).memory).toEqual({
			h: [50],
			c: NOW,
			u: '77',
			e: NOW,
		});
	});
});

describe('vanished', () => {
	it('names open orders the lists no longer show', () => {
		const before = { '1': aMemory(), '2': aMemory(), '3': aMemory({ h: [50], e: NOW }) };

		expect(vanished(before, new Set(['2']))).toEqual(['1']);
	});
});
