/**
 * Runs the nodes in the real engine of n8n (WorkflowExecute, PollContext, its request pipeline), without a server or a database.
 */
import './n8nCoreSetup.mts';
import 'reflect-metadata';

import { ExecutionLifecycleHooks, LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IExecuteFunctions,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { BybitP2PApi } from '../../credentials/BybitP2PApi.credentials.ts';
import { BybitP2P } from '../../nodes/BybitP2P/BybitP2P.node.ts';
import { BybitP2PTrigger } from '../../nodes/BybitP2P/BybitP2PTrigger.node.ts';

export const ACTION = 'n8n-nodes-bybit-p2p.bybitP2P';
export const TOOL = `${ACTION}Tool`;
export const TRIGGER = 'n8n-nodes-bybit-p2p.bybitP2PTrigger';
const START = 'n8n-nodes-base.manualTrigger';
const AGENT = 'test.agent';

export type CredentialData = ICredentialDataDecryptedObject;

/** The credential for a simulator, with the key it knows. */
export function credentialFor(url: string, fields: CredentialData = {}): CredentialData {
	return {
		environment: 'custom',
		baseUrl: url,
		keyType: 'hmac',
		apiKey: 'sim-key',
		apiSecret: 'sim-secret',
		recvWindow: 5000,
		...fields,
	};
}

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

const types: Record<string, INodeType> = {
	[ACTION]: new BybitP2P(),
	[TRIGGER]: new BybitP2PTrigger(),
	[START]: new StartNode() as unknown as INodeType,
	[AGENT]: new AgentNode() as unknown as INodeType,
	[TOOL]: toolVariant(new BybitP2P()),
};

const nodeTypes: INodeTypes = {
	getByName: (name) => types[name],
	getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
	getKnownTypes: () => ({}),
};

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

class TestCredentials extends ICredentialsHelper {
	private readonly type: ICredentialType = new BybitP2PApi();

	constructor(private readonly data: CredentialData) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}
	isCredentialUsableByNode(): boolean {
		return true;
	}
	async authenticate(...[credentials, , options]: Parameters<ICredentialsHelper['authenticate']>) {
		if (typeof this.type.authenticate !== 'function') throw new Error('The credential signs with a function');
		return await this.type.authenticate(credentials, options as never);
	}
	async preAuthentication(): Promise<undefined> {
		return undefined;
	}
	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}
	async getCredentials(): Promise<never> {
		throw new Error('Not used');
	}
	async getDecrypted(): Promise<CredentialData> {
		return { ...this.data };
	}
	async updateCredentials(): Promise<void> {}
	async updateCredentialsOauthTokenData(): Promise<void> {}
	getCredentialsProperties() {
		return this.type.properties;
	}
}

function additionalData(credentials: CredentialData, hooks?: ExecutionLifecycleHooks): IWorkflowExecuteAdditionalData {
	const base = 'http://localhost';
	// Addresses must be valid: n8n builds resume addresses from them.
	return {
		credentialsHelper: new TestCredentials(credentials),
		hooks,
		executionId: '1',
		restApiUrl: base,
		instanceBaseUrl: base,
		formBaseUrl: base,
		formWaitingBaseUrl: base,
		formTestBaseUrl: base,
		webhookBaseUrl: base,
		webhookWaitingBaseUrl: base,
		webhookTestBaseUrl: base,
		mcpBaseUrl: base,
		mcpTestBaseUrl: base,
		currentNodeExecutionIndex: 0,
		variables: {},
		userId: 'user',
		logAiEvent() {},
		sendDataToUI() {},
		setExecutionStatus() {},
		externalSecretsProxy: { hasProvider: () => false, listProviders: () => [], listSecrets: () => [] },
	} as unknown as IWorkflowExecuteAdditionalData;
}

function aNode(type: string, name: string, parameters: INodeParameters, more: Partial<INode> = {}): INode {
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

export interface Item {
	readonly json?: object;
	readonly binary?: IBinaryKeyData;
}

export interface Result {
	readonly run: IRun;
	/** Items of the main output, and of the error output. */
	readonly items: readonly INodeExecutionData[];
	readonly failed: readonly INodeExecutionData[];
	readonly json: readonly IDataObject[];
	/** The error that stopped the workflow. */
	readonly error: { message: string; description?: string | null; httpCode?: string | null } | undefined;
}

/** Runs the action node on the given input items (one empty item by default) in a workflow. */
export async function runAction(
	parameters: INodeParameters,
	credentials: CredentialData,
	options: { items?: readonly Item[]; onError?: INode['onError']; node?: Partial<INode>; timezone?: string } = {},
): Promise<Result> {
	const items = (options.items ?? [{}]).map(({ json = {}, binary }) => ({ json, ...(binary ? { binary } : {}) }));
	const workflow = new Workflow({
		id: 'workflow',
		name: 'Test',
		active: false,
		nodeTypes,
		nodes: [
			aNode(START, 'Start', {}),
			aNode(ACTION, 'Bybit P2P', parameters, { onError: options.onError, ...options.node }),
		],
		connections: { Start: { main: [[{ node: 'Bybit P2P', type: 'main', index: 0 }]] } },
		settings: { timezone: options.timezone ?? 'UTC' },
		pinData: { Start: items as INodeExecutionData[] },
	});
	const run = await finished(workflow, credentials, { Start: items as INodeExecutionData[] });
	const task = run.data.resultData.runData['Bybit P2P']?.[0];
	const main = task?.data?.main ?? [];
	return {
		run,
		items: main[0] ?? [],
		failed: main[1] ?? [],
		json: (main[0] ?? []).map((item: INodeExecutionData) => item.json),
		error: (task?.error ?? run.data.resultData.error) as Result['error'],
	};
}

/**
 * Lets an AI agent call the action node as a tool.
 *
 * @param parameters - as the author saved them, with `$fromAI` where the agent fills in.
 * @param args - what the agent fills in.
 * @returns the tool's answer, parsed where it is JSON.
 */
export async function callTool(
	parameters: INodeParameters,
	args: object,
	credentials: CredentialData,
): Promise<{ description: string; text: string; answer: unknown }> {
	const workflow = new Workflow({
		id: 'workflow',
		name: 'Test',
		active: false,
		nodeTypes,
		nodes: [
			aNode(START, 'Start', {}),
			aNode(AGENT, 'Agent', { arguments: JSON.stringify(args) }),
			aNode(TOOL, 'Bybit P2P', parameters),
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			'Bybit P2P': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	});
	const run = await finished(workflow, credentials);
	const task = run.data.resultData.runData.Agent?.[0];
	if (task?.error) throw new Error(task.error.message);
	const json = task?.data?.main[0]?.[0]?.json ?? {};
	const text = String(json.answer);
	return { description: String(json.description), text, answer: parsedOr(text) };
}

function parsedOr(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

async function finished(workflow: Workflow, credentials: CredentialData, pinData?: IPinData): Promise<IRun> {
	return await new Promise<IRun>((resolve, reject) => {
		const hooks = new ExecutionLifecycleHooks('manual', '1', {} as never);
		hooks.addHandler('workflowExecuteAfter', (run) => resolve(run));
		const execution = new WorkflowExecute(additionalData(credentials, hooks), 'manual');
		execution.run({ workflow, ...(pinData === undefined ? {} : { pinData }) }).catch(reject);
	});
}

export interface Poller {
	/** One tick through the real PollContext; the items it emits, null for nothing. */
	poll(): Promise<readonly INodeExecutionData[] | null>;
	/** The node's stored state, as JSON. */
	state(): string;
	setState(json: string): void;
}

let pollers = 0;

/** A trigger in an active workflow; every poller is a node of its own. */
export function makePoller(
	parameters: INodeParameters,
	credentials: CredentialData,
	options: {
		mode?: WorkflowExecuteMode;
		activation?: WorkflowActivateMode;
		staticData?: IDataObject;
		/** The same name is the same node, as after a restart of n8n. */
		workflowId?: string;
		/** How n8n takes events that the node hands over before it returns the rest; by default it refuses them. */
		emit?: (items: INodeExecutionData[][]) => void;
	} = {},
): Poller {
	pollers += 1;
	const workflow = new Workflow({
		id: options.workflowId ?? `workflow-${pollers}`,
		name: 'Test',
		active: true,
		nodeTypes,
		nodes: [aNode(TRIGGER, 'Trigger', parameters)],
		connections: {},
		staticData: options.staticData,
	});
	const node = workflow.getNode('Trigger') as INode;
	const context = new PollContext(
		workflow,
		node,
		additionalData(credentials),
		options.mode ?? 'trigger',
		options.activation ?? 'activate',
		...(options.emit === undefined ? [] : [options.emit]),
	);
	const stored = (): IDataObject => workflow.getStaticData('node', node);
	return {
		async poll() {
			const emitted = await types[TRIGGER].poll?.call(context);
			return emitted?.[0] ?? null;
		},
		state: () => JSON.stringify(stored()),
		setState(json) {
			const data = stored();
			for (const key of Object.keys(data)) delete data[key];
			Object.assign(data, JSON.parse(json));
		},
	};
}

/** Runs a search of a resource locator, as the editor does. */
export async function searchList(
	method: string,
	credentials: CredentialData,
	filter?: string,
): Promise<readonly { name: string; value: unknown }[]> {
	const workflow = new Workflow({
		id: 'lists',
		name: 'Lists',
		active: false,
		nodeTypes,
		nodes: [aNode(ACTION, 'Bybit P2P', {})],
		connections: {},
	});
	const context = new LoadOptionsContext(
		workflow,
		workflow.getNode('Bybit P2P') as INode,
		additionalData(credentials),
		'',
	);
	const search = types[ACTION].methods?.listSearch?.[method];
	if (search === undefined) throw new Error(`The node has no list ${method}`);
	return (await search.call(context, filter)).results as readonly { name: string; value: unknown }[];
}
