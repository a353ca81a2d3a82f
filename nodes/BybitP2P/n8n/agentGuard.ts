import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { BybitApi } from '../api/client';
import { InputError } from '../api/errors';
import { resultOf } from '../api/result';
import { watchStrangersText } from './agentErrors';
import { simplifyFrom, type Params } from './parameters';
import { agentResultFrom } from './resultFields';
import { UNTRUSTED_FIELD, withStrangersTextApart } from './strangersText';

/** What is different when an AI agent uses the action node as a tool. */

/** What the guard needs to know of an operation. */
interface GuardedOperation<Context, Output> {
	readonly action: string;
	readonly isMoneyAction?: true;
	/** Fields of the result whose text comes from the merchant. */
	readonly ownTexts?: readonly string[];
	readonly properties: readonly INodeProperties[];
	execute(context: Context): Promise<Output | readonly Output[]>;
}

/** n8n runs a tool as a node type of its own, with the same code. */
export function isUsedByAgent(host: IExecuteFunctions): boolean {
	return host.getNode().type.endsWith('Tool');
}

/** @throws InputError for an operation that moves money, unless the author of the workflow allowed it. */
export function assertAllowedForAgent(
	{ action, isMoneyAction }: Pick<GuardedOperation<never, never>, 'action' | 'isMoneyAction'>,
	allowMoneyActions: unknown,
): void {
	if (isMoneyAction !== true || allowMoneyActions === true) return;
	throw new InputError(
		`"${action}" was not done: this tool may not move money`,
		'Nothing was sent. A person can do it on Bybit. The author of the workflow can turn on Allow Money Actions in this tool; a human review of the tool call is advised then.',
	);
}

/**
 * Carries out an operation for an AI agent.
 *
 * Invariant: text of strangers reaches it in one field only, whose name says so, and in no error.
 */
export async function executeForAgent<
	Context extends { readonly api: BybitApi; readonly params: Params },
	Output extends { readonly json: object },
>(operation: GuardedOperation<Context, Output>, context: Context): Promise<readonly Output[]> {
	const { params: asked, selected } = agentResultFrom(context.params, operation.properties);
	const { api, params, cleaned } = watchStrangersText(context.api, asked);
	const end = await resultOf(async () => await operation.execute({ ...context, api, params }));
	if ('error' in end) throw cleaned(end.error);
	const outputs = Array.isArray(end.value) ? (end.value as readonly Output[]) : [end.value as Output];
	return outputs.map((output) => ({
		...output,
		// An untouched reply holds such texts in many places: all of it goes inside.
		json: simplifyFrom(params)
			? withStrangersTextApart(selected(output.json), operation.ownTexts)
			: { [UNTRUSTED_FIELD]: output.json },
	}));
}
