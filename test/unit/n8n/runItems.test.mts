import { runItems } from '../../../nodes/BybitP2P/n8n/runItems';
import { createLimiter } from '../../../nodes/BybitP2P/api/limiter';
import { aVirtualClock } from '../../support/virtualClock.mts';

const isRead = (): boolean => true;
const isWrite = (): boolean => false;

/** Items that take the given times, and a log of what began and ended. */
function someItems(
	clock: ReturnType<typeof aVirtualClock>,
	takesMs: readonly number[],
	failing: readonly number[] = [],
) {
	const log: string[] = [];
	let [underway, most] = [0, 0];
	const run = async (index: number): Promise<number> => {
		log.push(`begin ${index}`);
		underway += 1;
		most = Math.max(most, underway);
		await clock.wait(takesMs[index]);
		underway -= 1;
		log.push(`end ${index}`);
		if (failing.includes(index)) throw new Error(`item ${index}`);
		return index;
	};
	return { log, run, most: () => most };
}

describe('runItems', () => {
	it('gives the results in the order of the items, whichever ends first', async () => {
		const clock = aVirtualClock();
		const { run } = someItems(clock, [300, 100, 200]);

		expect(await clock.until(runItems(3, isRead, run))).toEqual([0, 1, 2]);
	});

	it('has no more than ten reads under way', async () => {
		const clock = aVirtualClock();
		const { run, most } = someItems(
			clock,
			Array.from({ length: 40 }, (_, index) => 100 + (index % 7) * 30),
		);

		await clock.until(runItems(40, isRead, run));

		expect(most()).toBe(10);
	});

	it('carries out what changes something alone, after all before it and before all after it', async () => {
		const clock = aVirtualClock();
		const { log, run } = someItems(clock, [50, 40, 30, 20, 10]);

		await clock.until(runItems(5, (index) => index !== 2, run));

		expect(log).toEqual([
			...['begin 0', 'begin 1', 'end 1', 'end 0'],
			...['begin 2', 'end 2'],
			...['begin 3', 'begin 4', 'end 4', 'end 3'],
		]);
	});

	it('carries out nothing that changes something after an item failed', async () => {
		const clock = aVirtualClock();
		const { log, run } = someItems(clock, [10, 10, 10], [1]);

		await expect(clock.until(runItems(3, isWrite, run))).rejects.toThrow('item 1');

		expect(log).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1']);
	});

	it('tells the first failure in the order of the items when nothing is under way any more', async () => {
		const clock = aVirtualClock();
		const { log, run } = someItems(clock, [100, 90, 10, 200, 80], [1, 2]);

		await expect(clock.until(runItems(5, isRead, run))).rejects.toThrow('item 1');

		expect(log.filter((line) => line.startsWith('end'))).toHaveLength(5);
	});

	it('begins no item after a failure', async () => {
		const clock = aVirtualClock();
		const { log, run } = someItems(
			clock,
			Array.from({ length: 20 }, () => 10),
			[0],
		);

		await expect(clock.until(runItems(20, isRead, run))).rejects.toThrow('item 0');

		expect(log.filter((line) => line.startsWith('begin')).length).toBeLessThan(12);
	});

	it.each([0, 100, 300])(
		'reads 100 items within 1.1 of the limit of ten a second, replies after %i ms',
		async (replyMs) => {
			const clock = aVirtualClock();
			const limiter = createLimiter(clock.now, clock.wait);
			const begunMs = clock.now();
			const read = async (index: number): Promise<number> => {
				const call = await limiter.acquire('read');
				await clock.wait(replyMs / 2);
				const arrivedMs = clock.now();
				await clock.wait(replyMs / 2);
				limiter.record(call, arrivedMs);
				return index;
			};

			await clock.until(runItems(100, isRead, read));

			expect(clock.now() - begunMs).toBeLessThanOrEqual(1.1 * (9_000 + replyMs));
		},
	);
});
