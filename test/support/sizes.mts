/** How long files and functions are. What has to be longer says why in a line comment that begins with `// Long: `. */
import ts from 'typescript';

export const MAX_FILE_LINES = 250;
export const MAX_FUNCTION_LINES = 40;
const REASON = /^\s*\/\/ Long: \S.{9,}/;

/** What is too long in the text of a file, and gives no reason for it in the line above: of a file in its first line. */
export function tooLong(path: string, text: string): readonly string[] {
	const lines = text.replace(/\n$/, '').split('\n');
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const isFileTooLong = lines.length > MAX_FILE_LINES && !REASON.test(lines[0]);
	return [
		...(isFileTooLong ? [`${path} has ${lines.length} lines`] : []),
		...functionsIn(source)
			.map((node) => ({
				name: nameOf(node),
				from: lineAt(source, node.getStart(source)),
				to: lineAt(source, node.end),
			}))
			.filter(({ from, to }) => to - from >= MAX_FUNCTION_LINES && !REASON.test(lines[from - 1] ?? ''))
			.map(({ name, from, to }) => `${path}:${from + 1} ${name} has ${to - from + 1} lines`),
	];
}

function functionsIn(source: ts.SourceFile): readonly ts.SignatureDeclaration[] {
	const found: ts.SignatureDeclaration[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !groupsTests(node)) found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** A group of tests is a list, however long. */
function groupsTests({ parent, body }: ts.SignatureDeclaration & { readonly body?: ts.Node }): boolean {
	if (ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText())) return true;
	return (
		body !== undefined && ts.isBlock(body) && body.statements.some((statement) => /^it\b/.test(statement.getText()))
	);
}

function nameOf({ name, parent }: ts.SignatureDeclaration): string {
	if (name !== undefined) return name.getText();
	return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : 'a function';
}

function lineAt(source: ts.SourceFile, position: number): number {
	return source.getLineAndCharacterOfPosition(position).line;
}
