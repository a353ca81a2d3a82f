/**
 * Every fault at every moment of every money action, made by combining lists: what may go wrong with the write, what may go wrong with
 * the reads around it, and how the action is run.
 */
import type { FaultOptions } from '../../simulator/exchange.mts';
import type { MoneyAction } from './moneyActions.mts';
import { READ_FAULTS, thinReads, thinWrites, WRITE_FAULTS } from './moneyFaults.mts';
import { MODES, repetitions, tooMany, untruths, type Mode } from './moneyTruth.mts';
import { anExchange, WorkerPool, type Kill, type Settled } from './workers.mts';

interface Cell {
	readonly action: MoneyAction;
	readonly mode: Mode;
	readonly faults: readonly FaultOptions[];
	readonly kill?: Kill;
}

/**
 * The cells of a money action. `full` combines everything with everything, which takes minutes. Else each fault of the write meets the reads
 * that stand for their like and each fault of a read the writes that do; and those that do meet in every other mode.
 */
function* cells(action: MoneyAction, extent: 'thin' | 'full'): Generator<Cell> {
	for (const mode of MODES) {
		const isWhole = extent === 'full' || mode === 'once';
		for (const kill of mode === 'killed, then anew' ? killsOf(action) : [undefined]) {
			for (const write of isWhole ? WRITE_FAULTS : thinWrites) {
				for (const read of isWhole ? READ_FAULTS : thinReads) {
					if (extent === 'thin' && !thinWrites.includes(write) && !thinReads.includes(read)) continue;
					yield {
						action,
						mode,
						kill,
						faults: [...placed(action.writePath, write), ...placed(action.readPath, read?.fault)],
					};
				}
			}
			for (const path of action.otherPaths) {
				for (const read of isWhole ? READ_FAULTS : thinReads)
					yield { action, mode, kill, faults: placed(path, read?.fault) };
			}
		}
	}
}

function placed(path: string, fault: Omit<FaultOptions, 'path'> | undefined): FaultOptions[] {
	return fault === undefined ? [] : [{ ...fault, path }];
}

function killsOf({ writePath, readPath }: MoneyAction): Kill[] {
	return [
		{ path: writePath, nth: 1, moment: 'before' },
		{ path: writePath, nth: 1, moment: 'after' },
		{ path: readPath, nth: 2, moment: 'after' },
	];
}

/** Plays a cell. @returns what is wrong with it; nothing when all is well. */
async function playedCell({ action, mode, faults, kill }: Cell): Promise<readonly string[]> {
	const pool = new WorkerPool(anExchange());
	const { exchange } = pool;
	const orderId = action.open(exchange);
	const job = action.job(orderId);
	faults.forEach((fault) => exchange.fault(fault));
	const wrong: string[] = [];

	const judged = async (settled: Promise<Settled & { run: number }>): Promise<Settled> => {
		const end = await settled;
		const own = pool.wire.filter(({ run }) => run === end.run);
		wrong.push(...untruths(end, { action, own, isDone: action.isDone(exchange, orderId) }));
		return end;
	};
	const worker = pool.worker();
	switch (mode) {
		case 'once':
			await judged(worker.run(job));
			break;
		case 'again after it stopped, 3 tries':
			for (let tries = 0; tries < 3; tries += 1) if ((await judged(worker.run(job))).type !== 'thrown') break;
			break;
		case 'twice at once in one process':
			await Promise.all([judged(worker.run(job)), judged(worker.run(job))]);
			break;
		case 'at once in two processes':
			await Promise.all([judged(worker.run(job)), judged(pool.worker().run(job))]);
			break;
		case 'killed, then anew':
			await worker.run(job, kill);
			await judged(pool.worker().run(job));
			break;
	}
	return [
		...wrong,
		...repetitions(action, mode, pool.wire),
		...tooMany(action, mode, action.effects(exchange, orderId)),
	];
}

function shownCell({ action, mode, faults, kill }: Cell): string {
	const killed = kill === undefined ? '' : `, killed ${kill.moment} call ${kill.nth} to ${kill.path}`;
	return `${action.name}, ${mode}${killed}: ${JSON.stringify(faults, (_name, value: unknown) => (value === Number.POSITIVE_INFINITY ? 'always' : value))}`;
}

/** The tests of some money actions, with the size of their matrix printed. `FAULT_MATRIX=full` plays all cells, which takes some ten minutes. */
export function describeMatrix(title: string, actions: readonly MoneyAction[]): void {
	const extent = process.env.FAULT_MATRIX === 'full' ? 'full' : 'thin';
	const sizes: string[] = [];

	describe.each(actions.map((action) => [action.name, action] as const))('%s', (name, action) => {
		it('happens at most once and is reported truly, whatever goes wrong', async () => {
			const wrong: string[] = [];
			let [size, red] = [0, 0];

			for (const cell of cells(action, extent)) {
				size += 1;
				const found = await playedCell(cell);
				if (found.length === 0) continue;
				red += 1;
				if (wrong.length < 20) wrong.push(`${shownCell(cell)} -> ${found.join('; ')}`);
			}

			sizes.push(`${name}: ${size} cells, ${red} wrong`);
			expect(wrong).toEqual([]);
		}, 1_200_000);
	});

	afterAll(() => {
		console.info(`Fault matrix of ${title}: ${sizes.join('; ')}.`);
	});
}
