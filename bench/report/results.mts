import { isMet, type Row } from './row.mts';
import { markdownTable } from './table.mts';

/** What one measurement gave: rows, or the reason why there are none. */
export interface Outcome {
	readonly title: string;
	readonly about: string;
	readonly seconds: number;
	readonly rows: readonly Row[];
	readonly failed?: string;
}

/** The text of `bench/results.md`. */
export function resultsText(
	head: { readonly date: string; readonly command: string; readonly machine: readonly string[] },
	outcomes: readonly Outcome[],
): string {
	const lines = [
		'# What was measured',
		'',
		'Written by the command below; each figure is a median, each ratio from one run.',
		'',
		...[`Date: ${head.date}`, `Command: \`${head.command}\``, ...head.machine].map((line) => `- ${line}`),
		'',
		goalsLine(outcomes),
	];
	return `${[...lines, ...outcomes.flatMap(section)].join('\n')}\n`;
}

/** "Goals: 12 met, 2 missed; 1 measurement failed." */
export function goalsLine(outcomes: readonly Outcome[]): string {
	const verdicts = outcomes.flatMap(({ rows }) =>
		rows.flatMap(({ goal, ours }) => (goal === undefined ? [] : [isMet(goal, ours)])),
	);
	const met = verdicts.filter(Boolean).length;
	const failed = outcomes.filter((outcome) => outcome.failed !== undefined).length;
	return `Goals: ${met} met, ${verdicts.length - met} missed${failed === 0 ? '' : `; measurements that failed: ${failed}`}.`;
}

function section({ title, about, seconds, rows, failed }: Outcome): readonly string[] {
	const tried = rows.flatMap(({ what, ours, goal }) =>
		goal?.tried === undefined || isMet(goal, ours) ? [] : [`- ${what}: ${goal.tried}`],
	);
	return [
		'',
		`## ${title}`,
		'',
		`${about} (${Math.round(seconds)} s)`,
		...(failed === undefined ? [] : ['', `Failed: ${failed}`]),
		...(rows.length === 0 ? [] : ['', markdownTable(rows)]),
		...(tried.length === 0 ? [] : ['', 'Missed, and what was tried:', '', ...tried]),
	];
}
