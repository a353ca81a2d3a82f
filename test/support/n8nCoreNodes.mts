/** The nodes of a test workflow: ours, the tool that n8n makes of it, a start, and an agent that calls one tool. */
import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { BybitP2P } from '../../nodes/BybitP2P/BybitP2P.node.ts';
import { BybitP2PTrigger } from '../../nodes/BybitP2P/BybitP2PTrigger.node.ts';

export const ACTION = 'n8n-nodes-bybit-p2p.bybitP2P';
export const TOOL = `${ACTION}Tool`;
export const TRIGGER = 'n8n-nodes-bybit-p2p.bybitP2PTrigger';
export const START = 'n8n-nodes-base.manualTrigger';
export const AGENT = 'test.agent';

class StartNode implements INodeType {
	description = {
		displayName: 'Start',
		name: 'manualTrigger',
		group: ['trigger' as const],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main' as const],
		properties: [],
	};
	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

/** Calls the one tool it is connected to, with the arguments of its only parameter, as an AI agent would. */
class AgentNode implements INodeType {
	description = {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform' as const],
		version: 1,
		description: '',
		defaults: { name: 'Agent' },
		inputs: ['main' as const, 'ai_tool' as const],
		outputs: ['main' as const],
		properties: [{ displayName: 'Arguments', name: 'arguments', type: 'json' as const, default: '{}' }],
	};
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const tools = (await this.getInputConnectionData('ai_tool', 0)) as ConnectedTool[];
		const [tool] = tools.flat();
		const args = JSON.parse(this.getNodeParameter('arguments', 0) as string) as object;
		// A real agent hands the words of an error to its model.
		const answer = await tool.invoke(args).catch((error: Error) => error.message);
		return [[{ json: { tool: tool.name, description: tool.description, answer: String(answer) } }]];
	}
}

interface ConnectedTool {
	readonly name: string;
	readonly description: string;
	invoke(args: object): Promise<unknown>;
}

/** What n8n makes of a node that is usable as a tool: a type of its own with the same code. */
function toolVariant(node: INodeType): INodeType {
	const description = structuredClone(node.description);
	description.name += 'Tool';
	description.displayName += ' Tool';
	description.inputs = [];
	description.outputs = ['ai_tool'];
	delete description.usableAsTool;
	description.properties.unshift(
		{ displayName: 'Tool Description', name: 'descriptionType', type: 'options', default: 'auto', options: [] },
		{ displayName: 'Description', name: 'toolDescription', type: 'string', default: description.description },
	);
	return Object.assign(Object.create(node) as INodeType, { description });
}

export const types: Record<string, INodeType> = {
	[ACTION]: new BybitP2P(),
	[TRIGGER]: new BybitP2PTrigger(),
	[START]: new StartNode() as unknown as INodeType,
	[AGENT]: new AgentNode() as unknown as INodeType,
	[TOOL]: toolVariant(new BybitP2P()),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => types[name],
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
	getKnownTypes: () => ({}),
};

export function aNode(type: string, name: string, parameters: INodeParameters, more: Partial<INode> = {}): INode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...(type === START ? {} : { credentials: { bybitP2PApi: { id: '1', name: 'Bybit P2P' } } }),
		...more,
	};
}

/**
 * The fields that the editor shows.
 *
 * @param parameters - as saved; what is left out is as it is by default.
 * @param type - `TOOL` for the node as a tool of an AI agent.
 */
export function shownFields(parameters: INodeParameters, type = ACTION): readonly INodeProperties[] {
	const { description } = types[type];
	const { properties } = description;
	const node = aNode(type, 'Bybit P2P', parameters);
	const values = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description) ?? {};
	return properties.filter((one) => NodeHelpers.displayParameter(values, one, node, description));
}
