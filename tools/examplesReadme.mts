/** `examples/README.md`: one row for each example, all of it read from the workflows themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../nodes/BybitP2P/action';
import { EVENTS } from '../nodes/BybitP2P/trigger/events';

interface ExampleNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: {
		readonly content?: string;
		readonly events?: readonly string[];
		readonly resource?: string;
		readonly operation?: string;
	};
}

const OURS = 'n8n-nodes-bybit-p2p.';
/** What else starts a workflow, as people call it. */
const STARTS: Readonly<Record<string, string>> = {
	'n8n-nodes-base.emailReadImap': 'an e-mail',
	'n8n-nodes-base.errorTrigger': 'a failed workflow',
	'n8n-nodes-base.executeWorkflowTrigger': 'another workflow',
	'n8n-nodes-base.scheduleTrigger': 'a schedule',
	'n8n-nodes-base.webhook': 'a webhook',
};

export function examplesReadme(root: string): string {
	const files = readdirSync(join(root, 'examples'))
		.filter((file) => file.endsWith('.json'))
		.sort();
	const heads = ['Workflow', 'What it does', 'Starts on', 'Operations', 'What to set'];
	const rows = [heads, heads.map(() => '---'), ...files.map((file) => rowOf(root, file))];
	return `# Examples

Workflows to import: **Import from File** in the editor, then choose your credentials and set what the green note names. The grey note says what the workflow does, the red one what it never does.
Where money moves, **Dry Run** is on until you turn it off, or a person is asked. Each workflow is run in a real n8n by the tests, the refusal as well as the success.

${rows.map((cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`).join('\n')}

${files.map((file) => canvasOf(root, file)).join('\n\n')}

Written by \`npm run docs\` from the workflows.
`;
}

/** Its picture, which `npm run pictures` takes. */
function canvasOf(root: string, file: string): string {
	const title = titleOf(exampleIn(root, file));
	return `## ${title}\n\n[![The canvas of ${title}](../.github/images/canvas-${file.replace(/\.json$/, '')}.png)](${file})`;
}

interface Example {
	readonly name: string;
	readonly nodes: readonly ExampleNode[];
}

const exampleIn = (root: string, file: string): Example =>
	JSON.parse(readFileSync(join(root, 'examples', file), 'utf8')) as Example;

const titleOf = ({ name }: Example): string => capitalized(name.replace(/^Bybit P2P: /, ''));

function rowOf(root: string, file: string): readonly string[] {
	const example = exampleIn(root, file);
	const { nodes } = example;
	const note = (title: string): string => nodes.find((node) => node.name === title)?.parameters.content ?? '';
	const [, paragraph = ''] = /^#+ .*\n+(.*)/.exec(note('What It Does')) ?? [];
	const points = [...note('What to Set').matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, point = '']) => point);
	return [
		`[${titleOf(example)}](${file})`,
		paragraph.replace(/\*/g, ''),
		startsOf(nodes).join(', '),
		operationsOf(nodes).join(', '),
		points.join(', '),
	];
}

function startsOf(nodes: readonly ExampleNode[]): readonly string[] {
	return nodes.flatMap(({ type, parameters }) => {
		if (type !== `${OURS}bybitP2PTrigger`) return STARTS[type] ?? [];
		return (parameters.events ?? []).map((event) => EVENTS.find(({ value }) => value === event)?.name ?? event);
	});
}

function operationsOf(nodes: readonly ExampleNode[]): readonly string[] {
	const labels = nodes
		.filter(({ type }) => type.startsWith(OURS) && !type.endsWith('Trigger'))
		.map(({ parameters }) => {
			const resource = resources.find(({ value }) => value === parameters.resource);
			const operation = resource?.operations.find(({ value }) => value === parameters.operation);
			return `${resource?.name}: ${operation?.name}`;
		});
	return [...new Set(labels)].sort();
}

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
