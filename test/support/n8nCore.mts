/**
 * Runs the nodes in the real engine of n8n (WorkflowExecute, PollContext, its request pipeline), without a server or a database.
 */
import './n8nCoreSetup.mts';
import 'reflect-metadata';

import { ExecutionLifecycleHooks, LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IBinaryKeyData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IPinData,
	type IRun,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalData, type CredentialData } from './n8nCoreCredentials.mts';
import { ACTION, AGENT, aNode, nodeTypes, START, TOOL, TRIGGER, types } from './n8nCoreNodes.mts';

export { credentialFor, type CredentialData } from './n8nCoreCredentials.mts';
export { ACTION, shownFields, TOOL, TRIGGER } from './n8nCoreNodes.mts';

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
	/** One poll through the real PollContext; the items it emits, null for nothing. */
	poll(): Promise<readonly INodeExecutionData[] | null>;
	/** The node's stored state, as JSON. */
	state(): string;
	setState(json: string): void;
}

export interface PollerOptions {
	mode?: WorkflowExecuteMode;
	activation?: WorkflowActivateMode;
	staticData?: IDataObject;
	/** The same name is the same node, as after a restart of n8n. */
	workflowId?: string;
	/** How n8n takes events that the node hands over before it returns the rest; by default it refuses them. */
	emit?: (items: INodeExecutionData[][]) => void;
}

let pollers = 0;

/** A trigger in an active workflow; every poller is a node of its own. */
export function makePoller(
	parameters: INodeParameters,
	credentials: CredentialData,
	options: PollerOptions = {},
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
	const { mode = 'trigger', activation = 'activate', emit } = options;
	const rest = emit === undefined ? [] : [emit];
	const context = new PollContext(workflow, node, additionalData(credentials), mode, activation, ...rest);
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
