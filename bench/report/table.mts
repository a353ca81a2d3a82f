import { comparisons, verdict, type Row } from './row.mts';
import { shown } from './statistics.mts';

const HEADINGS = ['Measured', 'Ours', 'Against (ours as a ratio of it)', 'Goal', 'Verdict'] as const;

/** The cells of a row, in the order of the headings. */
function cells(row: Row): readonly string[] {
	return [
		row.note === undefined ? row.what : `${row.what}; ${row.note}`,
		`${shown(row.ours)} ${row.unit}`.trim(),
		comparisons(row),
		row.goal?.text ?? '',
		verdict(row) ?? '',
	];
}

/** A table for the terminal: columns as wide as their widest cell. */
export function textTable(rows: readonly Row[]): string {
	const lines = [HEADINGS, ...rows.map(cells)];
	const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	return lines
		.map((line) =>
			line
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** The same as Markdown. */
export function markdownTable(rows: readonly Row[]): string {
	const line = (texts: readonly string[]): string =>
		`| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(HEADINGS), line(HEADINGS.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n');
}
