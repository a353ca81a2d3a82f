import { KINDS, playedKind } from '../support/histories.mts';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 60);
/** Another part of the histories in each run; the seed of a broken one is printed and shows it again. */
const FIRST_SEED = Number(process.env.SOAK_SEED ?? process.hrtime()[0]);
/** Histories of one kind before the next. */
const IN_A_ROW = 100;

it(
	`${MINUTES} minutes of random histories, of every kind in turn, keep every promise of the trigger`,
	async () => {
		const endMs = performance.now() + MINUTES * 60_000;
		const broken: string[] = [];
		let histories = 0;
		for (let seed = FIRST_SEED; performance.now() < endMs && broken.length === 0; seed += IN_A_ROW) {
			for (const { name, ...options } of Object.values(KINDS)) {
				const played = await playedKind({ ...options, firstSeed: seed, histories: IN_A_ROW });
				histories += played.sums.histories;
				broken.push(...played.broken.map((breach) => `${name}, ${breach}`));
			}
			const minutes = (MINUTES - (endMs - performance.now()) / 60_000).toFixed(1);
			process.stderr.write(`${histories} histories in ${minutes} minutes, seeds from ${FIRST_SEED}\n`);
		}

		expect(broken).toEqual([]);
	},
	(MINUTES + 30) * 60_000,
);
