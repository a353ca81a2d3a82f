import type { IExecuteFunctions, NodeHint } from 'n8n-workflow';

/** What the editor says above a result. */

/**
 * Of one run of the action node.
 *
 * @param messages - undefined for items that there is nothing to say of.
 */
export function showHints(
	host: Pick<IExecuteFunctions, 'addExecutionHints'>,
	messages: ReadonlySet<string | undefined>,
): void {
	const said = [...messages].filter((message) => message !== undefined);
	host.addExecutionHints(...said.map((message) => ({ message, location: 'outputPane' as const })));
}

/** Of the trigger: who tests it must not take the samples for what a published workflow starts with. */
export const triggerHints: NodeHint[] = [
	{
		message:
			'A test shows orders, messages and ads that are there as samples. A published workflow starts for what happens from then on: the first poll emits nothing old. Order Still Open and Message Unanswered alone start it for what waits already.',
		whenToDisplay: 'always',
		location: 'outputPane',
	},
];
