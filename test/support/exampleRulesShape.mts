import {
	ancestorsOf,
	expressionsIn,
	isNote,
	isOurTrigger,
	linksOf,
	namedIn,
	textsIn,
	type Example,
	type ExampleNode,
} from './exampleRulesGraph.mts';

/** Whether n8n can import an example, and whether a person can read it. */

/** The notes of every example, from left to right. */
const NOTES = ['What It Does', 'What to Set', 'What It Never Does'] as const;

const KEYS = ['connections', 'name', 'nodes', 'pinData', 'settings'];
const PLAIN_TYPES = /^(n8n-nodes-base\.|@n8n\/n8n-nodes-langchain\.|n8n-nodes-bybit-p2p\.)\w+$/;
/** What a node covers on the canvas, its name below included. */
const NODE_SIZE = { width: 200, height: 160 };

export function brokenShapeRules(example: Example): readonly string[] {
	const names = example.nodes.map(({ name }) => name);
	return [
		...(JSON.stringify(Object.keys(example).sort()) === JSON.stringify(KEYS)
			? []
			: ['the file has other keys than an export']),
		...(Object.keys(example.pinData).length === 0 ? [] : ['it holds pinned data']),
		...repeated(names).map((name) => `two nodes are named "${name}"`),
		...repeated(example.nodes.map(({ id }) => id)).map((id) => `two nodes have the id ${id}`),
		...example.nodes.filter(({ type }) => !PLAIN_TYPES.test(type)).map(({ type }) => `a plain n8n has no ${type}`),
		...brokenLinks(example, names),
		...example.nodes.flatMap((node) => [...brokenExpressions(example, node), ...brokenCredentials(node)]),
		...example.nodes.filter(({ type }) => type === 'n8n-nodes-base.telegram').flatMap(rawTexts),
		...brokenNotes(example),
		...overlaps(example.nodes),
	];
}

const repeated = (values: readonly string[]): readonly string[] =>
	values.filter((value, index) => values.indexOf(value) !== index);

function brokenLinks(example: Example, names: readonly string[]): readonly string[] {
	const links = linksOf(example);
	const ends = new Set(links.flatMap(({ from, node }) => [from, node]));
	const strange = [...ends].filter((name) => !names.includes(name));
	const alone = example.nodes.filter((node) => !isNote(node) && !ends.has(node.name));
	const unwired = example.nodes.filter(
		({ name, onError }) =>
			onError === 'continueErrorOutput' && !links.some(({ from, output }) => from === name && output === 1),
	);
	return [
		...strange.map((name) => `a connection leads from or to "${name}", which is not there`),
		...alone.map(({ name }) => `${name}: nothing leads to it or from it`),
		...unwired.map(({ name }) => `${name}: its error output leads nowhere`),
	];
}

function brokenExpressions(example: Example, { name, parameters }: ExampleNode): readonly string[] {
	const before = ancestorsOf(example, name);
	const strange = expressionsIn(parameters).flatMap(({ path, text }) =>
		namedIn(text)
			.filter((one) => !before.has(one))
			.map((one) => `${name}: ${path} asks "${one}", which does not lead to it`),
	);
	const dead = textsIn(parameters).filter((text) => /\{\{.*\}\}/s.test(text) && !text.startsWith('='));
	return [...strange, ...dead.map((text) => `${name}: "${text.slice(0, 40)}" is no expression without a leading =`)];
}

function brokenCredentials({ name, credentials = {} }: ExampleNode): readonly string[] {
	return Object.entries(credentials)
		.filter(([, value]) => value.id !== null || typeof value.name !== 'string' || value.name === '')
		.map(([type]) => `${name}: the credential ${type} must have a name, and no id of somebody else's n8n`);
}

/** Telegram refuses text whose marks do not close, so what others wrote goes in without marks. */
function rawTexts({ name, parameters }: ExampleNode): readonly string[] {
	const isMarkdown = parameters.operation === 'sendAndWait';
	const taken = isMarkdown ? ".replace(/([_*`[])/g, '\\\\$1')" : ".replace(/&/g, '&amp;').replace(/</g, '&lt;')";
	const text = String((isMarkdown ? parameters.message : parameters.text) ?? '');
	const isSafe = (part: string): boolean =>
		part.includes(taken) || /^\{\{ [$\w.('? )]*\.orderId \}\}$/.test(part) || isConstant(part);
	return [...text.matchAll(/\{\{.*?\}\}/gs)]
		.map(([part]) => part)
		.filter((part) => !isSafe(part))
		.map((part) => `${name}: ${part} may hold marks that Telegram refuses`);
}

/** `{{ $json.passed ? 'yes' : 'no' }}` */
const isConstant = (part: string): boolean => /^\{\{ \$[\w.]+ \? '[^'<&]*' : '[^'<&]*' \}\}$/.test(part);

function brokenNotes({ nodes }: Example): readonly string[] {
	const notes = nodes.filter(isNote);
	const missing = NOTES.filter((name) => !notes.some((note) => note.name === name));
	const points = linesOf(noteOf(nodes, 'What to Set'));
	const trigger = nodes.some(isOurTrigger) && !points.some((point) => point.startsWith('**Poll Times**'));
	return [
		...missing.map((name) => `the note "${name}" is missing`),
		...points
			.filter((point) => !/^\*\*[^*]+\*\*: \S/.test(point))
			.map((point) => `What to Set: "${point}" names no thing to set`),
		...(points.length === 0 ? ['What to Set names nothing'] : []),
		...(trigger ? ['What to Set does not name the Poll Times'] : []),
	];
}

/** The text of a note; empty where there is none. */
const noteOf = (nodes: readonly ExampleNode[], name: (typeof NOTES)[number]): string =>
	String(nodes.find((node) => isNote(node) && node.name === name)?.parameters.content ?? '');

const linesOf = (note: string): readonly string[] => [...note.matchAll(/^- (.*)$/gm)].map(([, line = '']) => line);

/** The names of what a user sets, as the note lists them. */
export const pointsToSet = ({ nodes }: Example): readonly string[] =>
	linesOf(noteOf(nodes, 'What to Set')).flatMap((line) => /^\*\*([^*]+)\*\*/.exec(line)?.[1] ?? []);

function overlaps(nodes: readonly ExampleNode[]): readonly string[] {
	const boxes = nodes.map((node) => ({ name: node.name, ...boxOf(node) }));
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
			)
			.map((other) => `${one.name} covers ${other.name}`),
	);
}

function boxOf(node: ExampleNode) {
	const [left, top] = node.position;
	const { width, height } = isNote(node) ? (node.parameters as typeof NODE_SIZE) : NODE_SIZE;
	return { left, top, right: left + width, bottom: top + height };
}
