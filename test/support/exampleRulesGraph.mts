/** An example as a graph: its nodes, what leads where, and from which nodes a value comes. */

export interface ExampleNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly credentials?: Readonly<Record<string, { readonly id: unknown; readonly name: string }>>;
	readonly onError?: string;
}

type Connection = { readonly node: string; readonly type: string; readonly index: number };

export interface Example {
	readonly name: string;
	readonly nodes: readonly ExampleNode[];
	readonly connections: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<readonly Connection[] | null>>>>>;
	readonly settings: Readonly<Record<string, unknown>>;
	readonly pinData: Readonly<Record<string, unknown>>;
}

export interface Link extends Connection {
	readonly from: string;
	readonly output: number;
}

const PACKAGE = 'n8n-nodes-bybit-p2p.';

export const isNote = ({ type }: ExampleNode): boolean => type === 'n8n-nodes-base.stickyNote';
/** A trigger, an action or a tool of this package. */
export const isOurs = ({ type }: ExampleNode): boolean => type.startsWith(PACKAGE);
export const isTool = ({ type }: ExampleNode): boolean => type.startsWith(PACKAGE) && type.endsWith('Tool');
export const isOurTrigger = ({ type }: ExampleNode): boolean => type === `${PACKAGE}bybitP2PTrigger`;

export function linksOf({ connections }: Example): readonly Link[] {
	return Object.entries(connections).flatMap(([from, types]) =>
		Object.values(types).flatMap((outputs) =>
			outputs.flatMap((links, output) => (links ?? []).map((link) => ({ ...link, from, output }))),
		),
	);
}

/** Names of all nodes that lead to a node; for a sub-node of an agent those that lead to the agent. */
export function ancestorsOf(example: Example, name: string): ReadonlySet<string> {
	const links = linksOf(example);
	const roots = links.filter(({ from, type }) => from === name && type !== 'main').map(({ node }) => node);
	const found = new Set<string>();
	const open = [name, ...roots];
	for (let current = open.pop(); current !== undefined; current = open.pop()) {
		for (const { from } of links.filter(({ node, type }) => node === current && type === 'main')) {
			if (found.has(from)) continue;
			found.add(from);
			open.push(from);
		}
	}
	return found;
}

/** Texts in parameters that n8n evaluates, with the path to each. */
export function expressionsIn(
	value: unknown,
	path = '',
): ReadonlyArray<{ readonly path: string; readonly text: string }> {
	if (typeof value === 'string') return value.startsWith('=') ? [{ path, text: value.slice(1) }] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => expressionsIn(part, path === '' ? key : `${path}.${key}`));
}

export const textsIn = (value: unknown): readonly string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

/** The nodes an expression names: `$('Settings')`. */
export const namedIn = (text: string): readonly string[] =>
	[...text.matchAll(/\$\('([^']+)'\)/g)].map(([, name = '']) => name);

/**
 * The nodes a value comes from, through every node that only renames it.
 *
 * @param text - an expression, without the leading `=`.
 * @param at - the name of the node in which it stands.
 */
export function sourcesOf(
	example: Example,
	text: string,
	at: string,
	seen: readonly string[] = [],
): ReadonlySet<string> {
	const before = linksOf(example)
		.filter(({ node, type }) => node === at && type === 'main')
		.map(({ from }) => from);
	const direct = [...namedIn(text), ...(/\$json|\$input/.test(text) ? before : [])];
	const found = new Set<string>();
	for (const name of direct) {
		const node = example.nodes.find((one) => one.name === name);
		if (node === undefined || seen.includes(name)) continue;
		if (node.type !== 'n8n-nodes-base.set') {
			found.add(name);
			continue;
		}
		const fields = expressionsIn(node.parameters);
		// A Set node without expressions holds what the user typed.
		for (const field of fields)
			for (const source of sourcesOf(example, field.text, name, [...seen, name])) found.add(source);
	}
	return found;
}
