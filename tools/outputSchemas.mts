/**
 * The output schemas that n8n shows before a node has run, made of the types: one for each operation, one for the items of the trigger.
 * n8n looks for `__schema__/v<version>/<resource>/<operation>.json` beside the node, and for `output.json` of a node without operations
 * (`resolveOutputSchemaPath` in n8n-core).
 */
import { join, relative } from 'node:path';
import ts from 'typescript';

import { resources } from '../nodes/BybitP2P/action';
import { schemaOf, type Schema } from './schemaOfType.mts';

const NODE = 'nodes/BybitP2P';
/** Below the package. */
export const SCHEMAS = `${NODE}/__schema__`;
const VERSION = 'v1.0.0';

/** The text of each schema file, by its path below `__schema__`. @throws Error for an operation that does not name its shape. */
export function outputSchemas(root: string): Readonly<Record<string, string>> {
	const operations = resources.flatMap(({ value, operations: all }) => all.map((one) => `${value}/${one.value}`));
	const operationFile = (name: string): string => join(root, NODE, 'action', `${name}.ts`);
	const itemFile = join(root, NODE, 'trigger/render.ts');
	const program = ts.createProgram([...operations.map(operationFile), itemFile], compilerOptions(root));
	const checker = program.getTypeChecker();
	const sourceOf = (file: string): ts.SourceFile => {
		const source = program.getSourceFile(file);
		if (source === undefined) throw new Error(`There is no ${relative(root, file)}`);
		return source;
	};
	return Object.fromEntries([
		...operations.map((name) => [
			`${VERSION}/${name}.json`,
			textOf(schemaOf(checker, shapeIn(checker, sourceOf(operationFile(name))))),
		]),
		[`${VERSION}/output.json`, textOf(schemaOf(checker, interfaceIn(checker, sourceOf(itemFile), 'EventItem')))],
	]) as Readonly<Record<string, string>>;
}

function compilerOptions(root: string): ts.CompilerOptions {
	const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
	return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

/** The `Shape` in `export const get: Operation<Shape>`. */
function shapeIn(checker: ts.TypeChecker, source: ts.SourceFile): ts.Type {
	const annotations = source.statements
		.filter(ts.isVariableStatement)
		.flatMap(({ declarationList }) => declarationList.declarations.map(({ type }) => type));
	for (const annotation of annotations) {
		if (annotation === undefined || !ts.isTypeReferenceNode(annotation)) continue;
		const shape = annotation.typeArguments?.[0];
		if (annotation.typeName.getText() === 'Operation' && shape !== undefined) return checker.getTypeFromTypeNode(shape);
	}
	throw new Error(`${source.fileName} has no operation that names the shape of its result: Operation<Shape>`);
}

function interfaceIn(checker: ts.TypeChecker, source: ts.SourceFile, name: string): ts.Type {
	const found = source.statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name);
	if (found === undefined) throw new Error(`${source.fileName} has no interface ${name}`);
	return checker.getTypeAtLocation(found);
}

/** One field a line: small, and a change shows where it is. */
function textOf(schema: Schema): string {
	const text = JSON.stringify({ ...schema, version: 1 }, null, '\t');
	return `${text.replace(/[[{][^[\]{}]*[\]}]/g, (inner) => inner.replace(/\n\t*/g, ''))}\n`;
}
