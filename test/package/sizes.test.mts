/** Functions of at most 40 lines and files of at most 250, or a line that says why not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { MAX_FILE_LINES, MAX_FUNCTION_LINES, tooLong } from '../support/sizes.mts';

const ROOT = resolve(__dirname, '../..');
const FOLDERS = ['nodes', 'credentials', 'cli', 'simulator', 'demo', 'tools', 'test'];
const file = (lines: number): string => 'x();\n'.repeat(lines);
const body = (lines: number): string => `function f() {\n${'\tx();\n'.repeat(lines - 2)}}\n`;

describe('a file', () => {
	it.each([
		['of 250 lines is short enough', file(MAX_FILE_LINES), []],
		['of 251 lines is too long', file(MAX_FILE_LINES + 1), ['a.ts has 251 lines']],
		['of 252 lines with a reason may be long', `// Long: one table of rows\n${file(251)}`, []],
		['with an empty reason may not', `// Long: \n${file(250)}`, ['a.ts has 251 lines']],
	])('%s', (_, text, expected) => {
		expect(tooLong('a.ts', text)).toEqual(expected);
	});
});

describe('a function', () => {
	it.each([
		['of 40 lines is short enough', body(MAX_FUNCTION_LINES), []],
		['of 41 lines is too long', body(MAX_FUNCTION_LINES + 1), ['a.ts:1 f has 41 lines']],
		['with a reason may be long', `// Long: one list of words\n${body(60)}`, []],
		['as an arrow is one too', `const g = () => {\n${'\tx();\n'.repeat(39)}};\n`, ['a.ts:1 g has 41 lines']],
		['that holds tests is a list too', `function f() {\n\tit('x', g);\n${'\tx();\n'.repeat(60)}}\n`, []],
		['that groups tests is a list, however long', `describe('x', () => {\n${'\tx();\n'.repeat(60)}});\n`, []],
		['as a method is one too', `class C {\n\tm() {\n${'\tx();\n'.repeat(39)}}\n}\n`, ['a.ts:2 m has 41 lines']],
	])('%s', (_, text, expected) => {
		expect(tooLong('a.ts', text)).toEqual(expected);
	});
});

it('all files and functions of the repository are short, or say why not', () => {
	const paths = FOLDERS.flatMap(sourcesBelow);

	expect(paths.length).toBeGreaterThan(500);
	expect(paths.flatMap((path) => tooLong(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

function sourcesBelow(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(m?ts|mjs)$/.test(name) && !/(^|\/)node_modules\//.test(name))
		.map((name) => join(folder, name));
}
