import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../api/errors';
import { hiddenField } from './hiddenFields';
import { choiceFrom, isMissing, labelOf, listFrom, optionalFrom, type Params } from './parameters';

/** What of a result is given: Simplify, and Output where an AI agent uses the node as a tool, because each field costs it attention. */

const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const OUTPUTS = ['simplified', 'raw', 'selectedFields'] as const;
type AgentOutput = (typeof OUTPUTS)[number];

const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{ name: 'Raw', value: 'raw', description: 'The reply of Bybit as it is; all of it counts as untrusted' },
		{ name: 'Selected Fields', value: 'selectedFields', description: 'Only the simplified fields that you choose' },
		{ name: 'Simplified', value: 'simplified' },
	],
	default: 'simplified',
	description: 'What the AI agent gets. The words of strangers stand in a field of their own, whatever is chosen.',
};

const FIELDS = 'selectedFields';
const IN_TOOLS = { '@tool': [true] };
/** So it stands in tools that were saved before there was Output, and there it stays. */
const SIMPLIFY_OFF = { simplify: [false] };

const simplifyOffNotice: INodeProperties = {
	displayName:
		'Simplify was turned off in this tool, so the AI agent gets raw replies. To choose what it gets, add the tool anew.',
	name: 'simplifyOffNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { ...IN_TOOLS, ...SIMPLIFY_OFF } },
};

/**
 * The fields of an operation that say what of its result is given.
 *
 * @param names - what its simplified result holds.
 */
export function resultFields(names: readonly string[]): INodeProperties[] {
	return [
		{ ...simplifyField, displayOptions: { hide: IN_TOOLS } },
		{ ...hiddenField(simplifyField.displayName, simplifyField.name), displayOptions: { show: IN_TOOLS } },
		simplifyOffNotice,
		{ ...outputField, displayOptions: { show: IN_TOOLS, hide: SIMPLIFY_OFF } },
		{
			displayName: 'Fields',
			name: FIELDS,
			type: 'multiOptions',
			options: names.map((value) => ({ name: labelOf(value), value })).sort((a, b) => (a.name < b.name ? -1 : 1)),
			default: [],
			description: 'The fields that the AI agent gets, where the result has them',
			displayOptions: { show: { ...IN_TOOLS, output: ['selectedFields'] }, hide: SIMPLIFY_OFF },
		},
	];
}

/** What an AI agent is to get. */
export interface AgentResult {
	/** With Simplify as Output means it. */
	readonly params: Params;
	/** The part of a simplified result that was chosen. */
	selected(json: object): object;
}

/** @throws InputError for an Output that there is not, and for fields that there are not. */
export function agentResultFrom(params: Params, properties: readonly INodeProperties[]): AgentResult {
	const fields = properties.find(({ name }) => name === FIELDS);
	const output = fields === undefined ? 'simplified' : outputFrom(params);
	switch (output) {
		case 'simplified':
			return { params, selected: (json) => json };
		case 'raw':
			return { params: withSimplify(params, false), selected: (json) => json };
		case 'selectedFields': {
			const names = fieldsFrom(
				params,
				(fields?.options ?? []).map(({ name, ...option }) => ('value' in option ? String(option.value) : name)),
			);
			return { params: withSimplify(params, true), selected: (json) => pick(json, names) };
		}
	}
}

function outputFrom(params: Params): AgentOutput {
	return choiceFrom(optionalFrom(params, outputField.name, outputField.displayName) ?? 'simplified', 'Output', OUTPUTS);
}

function fieldsFrom(params: Params, known: readonly string[]): readonly string[] {
	const value = params.get(FIELDS);
	const names = isMissing(value) ? [] : listFrom(value);
	if (names.length > 0) return names.map((name) => choiceFrom(name, 'Fields', known));
	throw new InputError('Fields is empty, so nothing was sent', 'Choose at least one of the Fields, or another Output.');
}

function withSimplify(params: Params, simplify: boolean): Params {
	return { ...params, get: (name) => (name === simplifyField.name ? simplify : params.get(name)) };
}

function pick(json: object, names: readonly string[]): object {
	return Object.fromEntries(Object.entries(json).filter(([name]) => names.includes(name)));
}
