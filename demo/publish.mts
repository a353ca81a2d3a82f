import { bankCredential } from './bank.mts';
import { type JoinedEnvironment, credentialFor } from './environment.mts';
import { exampleWorkflow, rehearsal } from './workflow.mts';

/** The demo's workflow, published in n8n with its credentials. */
export async function publishDemo(
	{ simulator, rest }: JoinedEnvironment,
	report: (what: string) => void,
): Promise<{ readonly workflowId: string; readonly credentialId: string }> {
	const credential = credentialFor(simulator);
	const test = await rest.testCredential(credential);
	if (test.status !== 'OK') throw new Error(`n8n did not accept the credential: ${test.message}`);
	const credentialId = await rest.createCredential(credential);
	await rest.createCredential(bankCredential);
	report('n8n tested the credential: OK');
	const workflowId = await rest.importWorkflow(rehearsal(exampleWorkflow('greet-release-thank')));
	await rest.publish(workflowId);
	report('n8n published the workflow "greet, release, thank" (Dry Run off, one poll every 5 seconds)');
	return { workflowId, credentialId };
}
