import { NodeHelpers, type INode, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';
import { type JsonObject, listOf, objectOf } from '../../../demo/n8n/json.mts';
import { exampleWorkflow } from '../../../demo/workflow.mts';
import { exampleFiles, missingIn } from '../../support/exampleRules.mts';
import type { ExampleRig } from '../support/examples/exampleRig.mts';

/** The demo publishes it, also in older versions of n8n. */
const ALSO_IN_OLDER_N8N = ['greet-release-thank'];

/** What holds for every example: n8n takes it as it is, and knows all that it holds. */
export function imports(rig: () => ExampleRig): void {
	const names = exampleFiles().map((file) => file.replace(/\.json$/, ''));
	const nodesOf = (workflow: JsonObject) => listOf(workflow.nodes).map(objectOf);

	it.each(names)('%s is imported as it is and finds every credential by its name', async (name) => {
		const wanted = nodesOf(exampleWorkflow(name));

		const imported = nodesOf(await rig().rest.workflow(await rig().rest.importWorkflow(exampleWorkflow(name))));

		const credentialsOf = (nodes: readonly JsonObject[]) =>
			nodes.flatMap(({ credentials = {} }) => Object.values(objectOf(credentials)).map(objectOf));
		expect(imported.map((node) => node.parameters)).toEqual(wanted.map((node) => node.parameters));
		expect(credentialsOf(imported)).toEqual(
			credentialsOf(wanted).map((credential) => ({ id: expect.any(String), name: credential.name })),
		);
	});

	it.each(names)('%s holds nodes in their newest version, and no parameter that they do not have', async (name) => {
		const nodes = nodesOf(exampleWorkflow(name));
		const infos = nodes.map((node) => ({
			// n8n makes the tool variant of a community node from the node itself, and does not describe it here.
			name: String(node.type).replace(/^(n8n-nodes-bybit-p2p\..*)Tool$/, '$1'),
			version: Number(node.typeVersion),
		}));

		const known = await rig().rest.nodeTypes(infos);

		const older = ALSO_IN_OLDER_N8N.includes(name);
		expect(nodes.flatMap((node, index) => findingsOf(node, known[index], older))).toEqual([]);
	});
}

/** @param known - n8n's description of the node in that version. */
function findingsOf(node: JsonObject, known: JsonObject | undefined, mayBeOlder: boolean): readonly string[] {
	if (![known?.version].flat().includes(node.typeVersion))
		return [`${String(node.name)}: n8n has no ${String(node.type)} ${String(node.typeVersion)}`];
	const description = known as unknown as INodeTypeDescription;
	const newest = Math.max(...[description.defaultVersion ?? description.version].flat());
	const { descriptionType: _type, toolDescription: _description, ...given } = objectOf(node.parameters);
	const { properties } = description;
	const parameters = NodeHelpers.getNodeParameters(
		properties.filter(({ type }) => type !== 'hidden'),
		given as INodeParameters,
		true,
		false,
		node as unknown as INode,
		description,
	);
	return [
		...(mayBeOlder || node.typeVersion === newest ? [] : [`${String(node.name)}: version ${newest} is the newest`]),
		...missingIn(given, parameters, '').map((path) => `${String(node.name)}: ${description.name} has no ${path} there`),
	];
}
