/** What in a value is not as a JSON schema says, as far as the output schemas of the nodes go. */

export interface JsonSchema {
	readonly type?: string | readonly string[];
	readonly nullable?: boolean;
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly items?: JsonSchema;
	readonly enum?: readonly unknown[];
}

/** @returns a line for each deviation; a field that the schema does not name is one, too. */
export function deviations(schema: JsonSchema, value: unknown, path = 'json'): string[] {
	if (value === null && schema.nullable === true) return [];
	const types = schema.type === undefined ? [] : [schema.type].flat();
	if (types.length > 0 && !types.includes(typeOf(value)))
		return [`${path} is ${typeOf(value)}, not ${types.join(' or ')}`];
	if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${path} is "${String(value)}"`];
	if (Array.isArray(value))
		return value.flatMap((one, place) => deviations(schema.items ?? {}, one, `${path}[${place}]`));
	if (typeof value !== 'object' || value === null) return [];
	return [
		...missing(schema, value, path),
		...Object.entries(value).flatMap(([name, one]) => inField(schema, name, one, path)),
	];
}

function missing({ required = [] }: JsonSchema, value: object, path: string): string[] {
	return required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`);
}

function inField({ properties }: JsonSchema, name: string, value: unknown, path: string): string[] {
	if (properties === undefined) return [];
	const field = properties[name];
	return field === undefined ? [`${path}.${name} is not in the schema`] : deviations(field, value, `${path}.${name}`);
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}
