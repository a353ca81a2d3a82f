/**
 * The request pipeline of n8n with our credential, for what the nodes do not ask for by themselves: other nodes that use the
 * credential, and n8n's credential test.
 */
import './n8nCoreSetup.mts';
import 'reflect-metadata';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	NodeHelpers,
	Workflow,
	type ICredentialTestRequest,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { BybitP2PApi } from '../../credentials/BybitP2PApi.credentials.ts';
import { TestCredentials, type Authenticate, type CredentialData } from './n8nCoreCredentials.mts';

const CREDENTIAL = 'bybitP2PApi';
const type = new BybitP2PApi();

/** A node that asks for the test request of a credential, as n8n builds one for every credential test. */
function nodeAsking(request: ICredentialTestRequest['request']): INodeType {
	return {
		description: {
			displayName: 'Temp',
			name: 'n8n-nodes-base.noOp',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Temp' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: CREDENTIAL, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	};
}

/** A node that runs, with our credential, or with one that signs in another way. */
export function aContext(data: CredentialData, sign?: Authenticate): ExecuteContext {
	return contextOf(data, nodeAsking({}), sign);
}

function contextOf(data: CredentialData, nodeType: INodeType, sign?: Authenticate): ExecuteContext {
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [CREDENTIAL]: { id: '1', name: 'Bybit P2P' } },
	};
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(nodeType, 1),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ id: 'temp', nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: new TestCredentials(data, sign),
		executionId: '1',
		restApiUrl: 'http://localhost',
		instanceBaseUrl: 'http://localhost',
		currentNodeExecutionIndex: 0,
		currentNodeParameters: {},
		variables: {},
		userId: 'user',
		externalSecretsProxy: { hasProvider: () => false, listProviders: () => [], listSecrets: () => [] },
	} as unknown as IWorkflowExecuteAdditionalData;
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
}

/** How n8n sends what another node asks for with our credential: `modern` as most nodes do, `legacy` as the HTTP Request node does. */
export function aRequester(data: CredentialData) {
	const context = aContext(data);
	const { httpRequestWithAuthentication, requestWithAuthentication } = context.helpers;
	return {
		modern: async (options: object): Promise<unknown> =>
			await httpRequestWithAuthentication.call(context, CREDENTIAL, options as never),
		legacy: async (options: object): Promise<unknown> =>
			await requestWithAuthentication.call(context, CREDENTIAL, options as never),
	};
}

export interface Verdict {
	readonly status: 'OK' | 'Error';
	readonly message: string;
}

interface ResponseError {
	readonly message: string;
	readonly cause?: {
		readonly code?: string;
		readonly response?: { readonly status: number; readonly statusText: string };
	};
}

/** The credential test as n8n 2.41 runs it: the request through its RoutingNode, then the rules, with the same order and comparisons. */
export async function credentialVerdict(data: CredentialData): Promise<Verdict> {
	const { request, rules = [] } = type.test;
	const nodeType = nodeAsking(request);
	try {
		const routing = new RoutingNode(contextOf(data, nodeType), nodeType, {
			id: '1',
			name: 'Bybit P2P',
			type: CREDENTIAL,
			data,
		});
		const response = await routing.runNode();
		const body = response?.[0][0].json;
		for (const rule of rules) {
			if (rule.type !== 'responseSuccessBody') continue;
			if (valueAt(body, rule.properties.key) === rule.properties.value)
				return { status: 'Error', message: rule.properties.message };
		}
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return verdictOn(error as ResponseError, rules);
	}
}

/** As n8n reads a rule's key: a path with dots, undefined where it leads nowhere. */
function valueAt(body: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], body);
}

function verdictOn({ message, cause }: ResponseError, rules: NonNullable<ICredentialTestRequest['rules']>): Verdict {
	if (cause?.response === undefined) return { status: 'Error', message: cause?.code ?? message };
	const { status, statusText } = cause.response;
	for (const rule of rules) {
		if (rule.type === 'responseCode' && rule.properties.value === status)
			return { status: 'Error', message: rule.properties.message };
	}
	return { status: 'Error', message: statusText || `Received HTTP status code: ${status}` };
}
