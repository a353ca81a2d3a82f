/** A TypeScript type as JSON schema, as far as the results of the nodes need it. */
import ts from 'typescript';

export interface Schema {
	/** Of several the editor shows the first. */
	readonly type?: string | readonly string[];
	readonly nullable?: true;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly enum?: ReadonlyArray<string | number | boolean | null>;
}

/** The name of a type that stands for a reply of the exchange as it came: no schema lists its fields. */
const REPLY = 'Untouched';

/**
 * The schema of the JSON that a value of the type becomes.
 *
 * Of several object types one object is made: a field that is in all of them is required.
 *
 * @throws Error for a type that JSON has no word for.
 */
export function schemaOf(checker: ts.TypeChecker, ...types: readonly ts.Type[]): Schema {
	const parts = types.flatMap(partsOf).filter(({ symbol }) => symbol?.name !== REPLY);
	const names = new Set(parts.map((part) => jsonName(checker, part)));
	const isNullable = names.delete('null');
	if (names.size === 0 || names.has(undefined)) return {};
	const [name, ...others] = [...names] as string[];
	if (others.length > 0) return { type: [name, ...others, ...(isNullable ? ['null'] : [])] };
	const filled = parts.filter((part) => jsonName(checker, part) === name);
	switch (name) {
		case 'object':
			return { type: name, ...nullable(isNullable), ...objectSchema(checker, filled) };
		case 'array':
			return { type: name, ...nullable(isNullable), items: schemaOf(checker, ...filled.flatMap(elementsOf(checker))) };
		default:
			return { type: isNullable ? [name, 'null'] : name, ...choices(filled, isNullable) };
	}
}

/** The editor shows the fields of `object` alone, not those of a list of types. */
function nullable(isNullable: boolean): Pick<Schema, 'nullable'> {
	return isNullable ? { nullable: true } : {};
}

/** Without `undefined`: the field is not there then. */
function partsOf(type: ts.Type): readonly ts.Type[] {
	const parts = type.isUnion() ? type.types : [type];
	return parts.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
}

/** @returns undefined for `unknown`: it may be anything. */
function jsonName(checker: ts.TypeChecker, type: ts.Type): string | undefined {
	const { flags } = type;
	if (flags & ts.TypeFlags.StringLike) return 'string';
	if (flags & ts.TypeFlags.NumberLike) return 'number';
	if (flags & ts.TypeFlags.BooleanLike) return 'boolean';
	if (flags & ts.TypeFlags.Null) return 'null';
	if (flags & ts.TypeFlags.Unknown) return undefined;
	if (checker.isArrayType(type) || checker.isTupleType(type)) return 'array';
	if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return 'object';
	throw new Error(`JSON has no word for the type ${checker.typeToString(type)}`);
}

/** The words that a text may be, where the type names them all. */
function choices(parts: readonly ts.Type[], isNullable: boolean): Pick<Schema, 'enum'> {
	const words = parts.filter((part): part is ts.StringLiteralType => part.isStringLiteral()).map(({ value }) => value);
	if (words.length === 0 || words.length < parts.length) return {};
	return { enum: [...[...new Set(words)].sort(), ...(isNullable ? [null] : [])] };
}

function objectSchema(checker: ts.TypeChecker, objects: readonly ts.Type[]): Pick<Schema, 'properties' | 'required'> {
	const fields = objects.map((one) => new Map(checker.getPropertiesOfType(one).map((field) => [field.name, field])));
	const names = [...new Set(fields.flatMap((one) => [...one.keys()]))];
	if (names.length === 0) return {};
	const required = names.filter((name) => fields.every((one) => isRequired(one.get(name))));
	const typesOf = (name: string): ts.Type[] =>
		fields.flatMap((one) => {
			const field = one.get(name);
			return field === undefined ? [] : [checker.getTypeOfSymbol(field)];
		});
	return {
		properties: Object.fromEntries(names.map((name) => [name, schemaOf(checker, ...typesOf(name))])),
		...(required.length === 0 ? {} : { required }),
	};
}

function isRequired(field: ts.Symbol | undefined): boolean {
	return field !== undefined && (field.flags & ts.SymbolFlags.Optional) === 0;
}

function elementsOf(checker: ts.TypeChecker): (list: ts.Type) => readonly ts.Type[] {
	return (list) => checker.getTypeArguments(list as ts.TypeReference);
}
