import { playedHistory, type HistoryOptions } from '../../support/randomHistory.mts';

const N = Number(process.env.N ?? 50);
describe('h', () => {
	it('x', async () => {
		const all: HistoryOptions[] = [
			{},
			{ busy: true },
			{ faults: true },
			{ restarts: true, faults: true },
			{ rollbacks: true, restarts: true },
			{ publishing: true, keys: true },
			{ stale: true },
			{ oddDates: true, busy: true },
			{ leaps: true, busy: true, faults: true },
			{
				restarts: true,
				rollbacks: true,
				publishing: true,
				keys: true,
				faults: true,
				stale: true,
				oddDates: true,
				busy: true,
				asksForMine: true,
			},
			{ details: true, separate: true, faults: true, restarts: true },
		];
		const t = performance.now();
		const c0 = process.cpuUsage();
		let polls = 0,
			emitted = 0,
			failed = 0;
		for (const [k, options] of all.entries()) {
			const found: string[] = [];
			let bad = 0;
			for (let n = 0; n < N; n += 1) {
				const seed = 20_261_001 + n;
				try {
					const h = await playedHistory(seed, options);
					polls += h.polls;
					emitted += h.emitted;
					failed += h.failed;
					if (h.breaches.length > 0) {
						bad += 1;
						if (found.length < 4) found.push(`seed ${seed}: ${h.breaches.slice(0, 2).join(' | ')}`);
					}
				} catch (e) {
					bad += 1;
					if (found.length < 4) found.push(`seed ${seed}: THROWN ${(e as Error).stack?.slice(0, 600)}`);
				}
			}
			console.info(k, JSON.stringify(options), 'bad', bad, 'of', N, '\n' + found.join('\n'));
		}
		console.info(
			'ms per history',
			(performance.now() - t) / (N * all.length),
			{ polls, emitted, failed },
			'cpu ms per history',
			(process.cpuUsage(c0).user + process.cpuUsage(c0).system) / 1000 / (N * all.length),
		);
	}, 600_000);
});
