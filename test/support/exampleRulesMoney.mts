import { NodeHelpers, type INode, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import { BybitP2P } from '../../nodes/BybitP2P/BybitP2P.node';
import { BybitP2PTrigger } from '../../nodes/BybitP2P/BybitP2PTrigger.node';
import {
	ancestorsOf,
	expressionsIn,
	isOurs,
	isOurTrigger,
	isTool,
	linksOf,
	sourcesOf,
	type Example,
	type ExampleNode,
} from './exampleRulesGraph.mts';

/** What an example may hold of our nodes, and how careful it must be where money moves. */

/** What cannot be taken back. */
const MONEY_OPERATIONS: readonly unknown[] = ['release', 'markAsPaid', 'reviewCancelRequest'];
/** What others trade by. */
const AD_OPERATIONS: readonly unknown[] = ['reprice'];
/** Fields that n8n adds to the tool variant of a node. */
const TOOL_FIELDS: readonly string[] = ['descriptionType', 'toolDescription'];
const DESCRIPTIONS: Readonly<Record<'action' | 'trigger', INodeTypeDescription>> = {
	action: new BybitP2P().description,
	trigger: new BybitP2PTrigger().description,
};

export function brokenMoneyRules(example: Example): readonly string[] {
	const ours = example.nodes.filter(isOurs);
	return [
		...ours.flatMap((node) => unknownParameters(node)),
		...ours
			.filter(isTool)
			.flatMap(({ name, parameters }) => [
				...(parameters.allowMoneyActions === undefined ? [] : [`${name}: an agent is allowed to move money`]),
				...(expressionsIn(parameters.orderId).length > 0 ? [] : [`${name}: an agent may choose the order`]),
			]),
		...ours.filter(isMoneyAction).flatMap((node) => carelessness(example, node)),
		...ours
			.filter(({ parameters }) => AD_OPERATIONS.includes(parameters.operation))
			.flatMap((node) => [...stopping(example, node), ...(isRehearsed(node) ? [] : [`${node.name}: Dry Run is off`])]),
		...ours.filter(isMessage).flatMap(({ name, parameters }) => {
			const options = parameters.options as { skipIfSentWithinMinutes?: unknown } | undefined;
			return options?.skipIfSentWithinMinutes === undefined ? [`${name}: the message may be sent twice`] : [];
		}),
	];
}

const isMoneyAction = ({ parameters }: ExampleNode): boolean => MONEY_OPERATIONS.includes(parameters.operation);
const isMessage = ({ parameters }: ExampleNode): boolean =>
	parameters.operation === 'sendMessage' && parameters.messageType !== 'file';

/** What n8n would drop, because our node does not know it or does not show it there. */
function unknownParameters(node: ExampleNode): readonly string[] {
	const description = isOurTrigger(node) ? DESCRIPTIONS.trigger : DESCRIPTIONS.action;
	const { pollTimes, ...parameters } = node.parameters;
	const given = Object.fromEntries(
		Object.entries(parameters).filter(([name]) => !(isTool(node) && TOOL_FIELDS.includes(name))),
	) as INodeParameters;
	const known = NodeHelpers.getNodeParameters(
		// The hidden twin of a collection lets through what the editor does not know, so that the node can refuse it.
		description.properties.filter(({ type }) => type !== 'hidden'),
		given,
		true,
		false,
		{ ...node, credentials: undefined } as unknown as INode,
		description,
	);
	const hasPolls = isOurTrigger(node) === (pollTimes !== undefined);
	return [
		...(hasPolls ? [] : [`${node.name}: Poll Times belong to the trigger`]),
		...missingIn(given, known, '').map((path) => `${node.name}: our node has no ${path} there`),
		...impossibleChoices(node, description),
	];
}

/** The paths of what n8n did not give back of the parameters it was given. */
export function missingIn(given: unknown, known: unknown, path: string): readonly string[] {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
	// The value of a resource locator has no fields of its own.
	if ('__rl' in given) return known === undefined ? [path] : [];
	return Object.entries(given).flatMap(([name, part]) => {
		const at = path === '' ? name : `${path}.${name}`;
		const found = typeof known === 'object' && known !== null ? (known as Record<string, unknown>)[name] : undefined;
		return found === undefined ? [at] : missingIn(part, found, at);
	});
}

/** A choice that the editor would not offer: a misspelt event, operation or status. */
function impossibleChoices(node: ExampleNode, { properties }: INodeTypeDescription): readonly string[] {
	return Object.entries(node.parameters).flatMap(([name, value]) => {
		const choices = properties
			.filter((property) => property.name === name && /^(multiO|o)ptions$/.test(property.type))
			.flatMap(({ options = [] }) => options.flatMap((option) => ('value' in option ? [option.value] : [])));
		if (choices.length === 0) return [];
		const wrong = [value].flat().filter((one) => !choices.includes(one as string));
		return wrong.map((one) => `${node.name}: ${name} cannot be "${String(one)}"`);
	});
}

const isRehearsed = ({ parameters }: ExampleNode): boolean =>
	(parameters.options as { dryRun?: unknown } | undefined)?.dryRun === true;

function stopping(example: Example, { name, onError }: ExampleNode): readonly string[] {
	const hasErrorOutput = linksOf(example).some(({ from, output }) => from === name && output === 1);
	return onError === 'continueErrorOutput' && hasErrorOutput ? [] : [`${name}: a refused item would stop others`];
}

function carelessness(example: Example, node: ExampleNode): readonly string[] {
	const { name, parameters } = node;
	const checks = (parameters.safetyChecks ?? {}) as Record<string, unknown>;
	const asked = [...ancestorsOf(example, name)]
		.map((one) => example.nodes.find((other) => other.name === one))
		.some((one) => one?.parameters.operation === 'sendAndWait');
	const compared = expressionsIn(checks).flatMap(({ path, text }) =>
		[...sourcesOf(example, text, name)]
			.map((source) => example.nodes.find((other) => other.name === source))
			.filter((source) => source !== undefined && isOurs(source))
			.map((source) => `${name}: ${path} compares the order with itself, as ${source?.name} read it`),
	);
	const looksOutside = expressionsIn(checks).some(
		({ path, text }) => path.startsWith('expected') && sourcesOf(example, text, name).size > 0,
	);
	return [
		...stopping(example, node),
		...(isRehearsed(node) || asked ? [] : [`${name}: money moves though Dry Run is off and nobody was asked`]),
		...(asked || looksOutside ? [] : [`${name}: neither a bank nor a person says that the money moved`]),
		...compared,
	];
}
