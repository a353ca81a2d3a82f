import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../api/errors';

/** What is different when an AI agent uses the action node as a tool. */

/** What the guard needs to know of an operation. */
interface GuardedOperation {
	readonly action: string;
	readonly isMoneyAction?: true;
	/** Fields of the result that a stranger wrote. */
	readonly untrusted?: readonly string[];
}

/** Where texts of strangers go: an agent must not take them for instructions. */
const UNTRUSTED_FIELD = 'untrustedCounterpartyContent';

/** n8n runs a tool as a node type of its own, with the same code. */
export function isUsedByAgent(host: IExecuteFunctions): boolean {
	return host.getNode().type.endsWith('Tool');
}

/** @throws InputError for an operation that moves money, unless the author of the workflow allowed it. */
export function assertAllowedForAgent(operation: GuardedOperation, allowMoneyActions: unknown): void {
	if (operation.isMoneyAction !== true || allowMoneyActions === true) return;
	throw new InputError(
		`"${operation.action}" was not done: this tool may not move money`,
		'Nothing was sent. A person can do it on Bybit. The author of the workflow can turn on Allow Money Actions in this tool; a human review of the tool call is advised then.',
	);
}

/** The same result with all that a stranger wrote inside one field whose name says so. */
export function forAgent<Output extends { readonly json: object }>(
	operation: GuardedOperation,
	output: Output,
	isRaw: boolean,
): Output {
	const untrusted = operation.untrusted ?? [];
	if (untrusted.length === 0) return output;
	// An untouched reply holds such texts in many places: all of it goes inside.
	if (isRaw) return { ...output, json: { [UNTRUSTED_FIELD]: output.json } };
	const entries = Object.entries(output.json);
	const strange = entries.filter(([name]) => untrusted.includes(name));
	if (strange.length === 0) return output;
	const own = entries.filter(([name]) => !untrusted.includes(name));
	return { ...output, json: { ...Object.fromEntries(own), [UNTRUSTED_FIELD]: Object.fromEntries(strange) } };
}
