import { readEach } from '../../../nodes/BybitP2P/api/readEach';
import { aLostReply, aRefusal } from '../../support/pollingBuilders.mts';

/** Reads that give their own name, but for those that fail. */
async function reading(
	names: readonly string[],
	failures: Readonly<Record<string, Error>> = {},
	limits: Partial<Parameters<typeof readEach>[2]> = {},
) {
	const tried: string[] = [];
	const result = await readEach(
		names,
		async (name: string) => {
			tried.push(name);
			if (name in failures) throw failures[name];
			return name;
		},
		{ isTimeUp: () => false, ...limits },
	);
	return { tried, read: [...result.read.keys()], refused: [...result.refused.keys()], refusedAll: result.refusedAll };
}

describe('readEach', () => {
	it('reads one after the other', async () => {
		expect(await reading(['a', 'b'])).toEqual({
			tried: ['a', 'b'],
			read: ['a', 'b'],
			refused: [],
			refusedAll: undefined,
		});
	});

	it('goes on after a refusal of one', async () => {
		expect(await reading(['a', 'b', 'c'], { b: aRefusal() })).toMatchObject({ read: ['a', 'c'], refused: ['b'] });
	});

	it('takes a lost reply for no answer: neither read nor refused', async () => {
		expect(await reading(['a', 'b'], { a: aLostReply() })).toMatchObject({ read: ['b'], refused: [] });
	});

	it('stops after three lost replies in a row', async () => {
		const lost = { b: aLostReply(), c: aLostReply(), d: aLostReply() };

		expect((await reading(['a', 'b', 'c', 'd', 'e'], lost)).tried).toEqual(['a', 'b', 'c', 'd']);
	});

	it('stops at a refusal that concerns all, and names it', async () => {
		const refusal = aRefusal(10005);

		expect(await reading(['a', 'b', 'c'], { b: refusal })).toEqual({
			tried: ['a', 'b'],
			read: ['a'],
			refused: [],
			refusedAll: refusal,
		});
	});

	it('stops when the time is up, after so many at least', async () => {
		const names = ['a', 'b', 'c', 'd'];

		expect((await reading(names, {}, { isTimeUp: () => true })).tried).toEqual([]);
		expect((await reading(names, {}, { isTimeUp: () => true, atLeast: 2 })).tried).toEqual(['a', 'b']);
	});

	it('throws a fault of our own', async () => {
		await expect(reading(['a'], { a: new TypeError('x') })).rejects.toThrow('x');
	});
});
