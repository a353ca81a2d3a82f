/** The tables of the README as Markdown, each from the one place where the code says it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../nodes/BybitP2P/action';
import { HTTP_REFUSALS, REFUSAL_CODES, type RefusalMeaning } from '../nodes/BybitP2P/api/refusalCodes';
import { ADVICE, HTTP_ADVICE } from '../nodes/BybitP2P/n8n/advice';
import { checksOf } from '../nodes/BybitP2P/safety/checks';
import { EVENTS } from '../nodes/BybitP2P/trigger/events';

type Row = readonly string[];

/** Each table by the name of its place in the README. */
export function docsTables(root: string): Readonly<Record<string, string>> {
	return {
		operations: table(['Resource', 'Operation', 'What it does'], operationRows()),
		events: table(
			['Trigger On', 'When'],
			EVENTS.map(({ name, description }) => [`**${name}**`, description]),
		),
		checks: table(['Safety check', 'Release', 'Mark as Paid'], checkRows()),
		errors: table(
			['Code', 'Meaning', 'What to do'],
			[...errorRows(REFUSAL_CODES, ADVICE, ''), ...errorRows(HTTP_REFUSALS, HTTP_ADVICE, 'HTTP ')],
		),
		examples: table(['Workflow', 'What it does'], exampleRows(root)),
	};
}

/** The text with each table in its place. @throws Error when a place is missing. */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
	return Object.entries(tables).reduce((before, [name, markdown]) => {
		const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
		if (!place.test(before)) throw new Error(`README.md has no place for the table "${name}"`);
		return before.replace(place, (_, begin: string, end: string) => `${begin}\n${markdown}\n\n${end}`);
	}, text);
}

function operationRows(): Row[] {
	return [...resources]
		.reverse()
		.flatMap(({ name: resource, operations }) =>
			operations.map(({ name, description }, index) => [index === 0 ? resource : '', `**${name}**`, description]),
		);
}

/** Each example by its own name and the first sentences of its own note. */
function exampleRows(root: string): Row[] {
	const files = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.json'));
	return files.sort().map((file) => {
		const { name, nodes } = JSON.parse(readFileSync(join(root, 'examples', file), 'utf8')) as Example;
		const note = nodes.find(({ type }) => type.endsWith('.stickyNote'))?.parameters.content ?? '';
		const [, text = ''] = /^#+ .*\n+(.*)/.exec(note) ?? [];
		const title = name.replace(/^Bybit P2P: /, '');
		return [`[${title[0].toUpperCase()}${title.slice(1)}](examples/${file})`, firstSentences(text.replace(/\*/g, ''))];
	});
}

interface Example {
	readonly name: string;
	readonly nodes: ReadonlyArray<{ readonly type: string; readonly parameters: { readonly content?: string } }>;
}

function firstSentences(text: string): string {
	return text
		.split(/(?<=[.:!?]) +(?=[A-Z])/)
		.slice(0, 2)
		.join(' ');
}

function checkRows(): Row[] {
	const release = checksOf('release');
	const markAsPaid = checksOf('markAsPaid');
	const rows = [...release, ...markAsPaid.filter(({ name }) => release.every((other) => other.name !== name))];
	return rows.map((row) => [row.label, row.descriptions.release ?? '', row.descriptions.markAsPaid ?? '']);
}

function errorRows(
	meanings: Readonly<Record<number, RefusalMeaning>>,
	advice: Readonly<Record<number, string>>,
	prefix: string,
): Row[] {
	return Object.entries(meanings).map(([code, { meaning }]) => [
		`${prefix}${code}`,
		meaning.replace(/ \(HTTP \d+\)$/, ''),
		advice[Number(code)],
	]);
}

function table(heads: Row, rows: readonly Row[]): string {
	const line = (cells: Row): string =>
		`| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
