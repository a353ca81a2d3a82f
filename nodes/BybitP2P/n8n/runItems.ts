import { resultOf } from '../api/result';

/**
 * So many reads are under way at once: all that a second allows, from an exchange that takes up to a second to answer, and so few that a
 * poll with the same key stands behind them for a second at most.
 */
const MAX_UNDERWAY = 10;

/**
 * Carries out the items of one execution, reads side by side.
 *
 * Invariant: an item that may change something begins when all before it have ended well, and ends before the next begins. After the
 * first failure nothing begins any more.
 *
 * @returns what each item gave, in the order of the items.
 * @throws what the first item that failed threw, once nothing is under way any more.
 */
export async function runItems<T>(
	count: number,
	isReadOnly: (index: number) => boolean,
	run: (index: number) => Promise<T>,
): Promise<readonly T[]> {
	const ended: Array<{ value: T } | { error: unknown }> = [];
	const underway = new Set<Promise<void>>();
	let hasFailed = false;

	async function runOne(index: number): Promise<void> {
		ended[index] = await resultOf(async () => await run(index));
		if ('error' in ended[index]) hasFailed = true;
	}

	for (let index = 0; index < count; index += 1) {
		const most = isReadOnly(index) ? MAX_UNDERWAY - 1 : 0;
		while (underway.size > most) await Promise.race(underway);
		if (hasFailed) break;
		const task: Promise<void> = runOne(index).finally(() => underway.delete(task));
		underway.add(task);
		if (most === 0) await task;
	}
	await Promise.all(underway);
	return ended.map((end) => {
		if ('error' in end) throw end.error;
		return end.value;
	});
}
