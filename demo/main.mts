import { Closers, Interrupted, interruption } from './closers.mts';
import { OWNER } from './n8n/rest.mts';
import { narrate } from './narrator.mts';
import { type Options, USAGE, optionsOf } from './options.mts';
import { type Stage, credentialFor, startStage } from './stage.mts';
import { during, playStory } from './story.mts';
import { startTimeline } from './timeline.mts';
import { exampleWorkflow, rehearsal } from './workflow.mts';

const interrupted = interruption();
interrupted.catch(() => undefined);
let isStayingUp = false;

async function perform(options: Options, closers: Closers): Promise<void> {
	const tell = startTimeline();
	const stage = await startStage({ ...options, closers, tell });
	const narrator = narrate(stage.simulator.exchange, tell);
	closers.add('The timeline', () => narrator.stop());
	const tellInOrder = (what: string) => {
		narrator.catchUp();
		tell(what);
	};
	const workflowId = await during('The workflow was not published', stage.n8n.died, publish(stage, tellInOrder));
	await playStory({
		exchange: stage.simulator.exchange,
		rest: stage.rest,
		workflowId,
		died: stage.n8n.died,
		tell: tellInOrder,
	});
	if (options.once) return;
	isStayingUp = true;
	console.log(`\n${addresses(stage)}\n`);
	await stage.n8n.died;
}

async function publish({ simulator, rest }: Stage, tell: (what: string) => void): Promise<string> {
	const credential = credentialFor(simulator);
	const test = await rest.testCredential(credential);
	if (test.status !== 'OK') throw new Error(`n8n did not accept the credential: ${test.message}`);
	await rest.createCredential(credential);
	tell('n8n tested the credential: OK');
	const workflowId = await rest.importWorkflow(rehearsal(exampleWorkflow('greet-release-thank')));
	await rest.publish(workflowId);
	tell('n8n published the workflow "greet, release, thank" (Dry Run off, a look every 5 seconds)');
	return workflowId;
}

const addresses = ({ n8n, simulator }: Stage): string =>
	[
		`n8n editor    ${n8n.url}`,
		`  login       ${OWNER.email} / ${OWNER.password}`,
		`exchange      ${simulator.url}   (play the buyer there: open an order, write, pay)`,
		`  API key     ${simulator.exchange.merchant.apiKey} / ${simulator.exchange.merchant.apiSecret}`,
		'',
		'The workflow stays published: what it does appears here. Ctrl-C ends both and removes everything they wrote.',
	].join('\n');

async function main(): Promise<number> {
	const options = optionsOf(process.argv.slice(2));
	if (options === null) {
		console.log(USAGE);
		return 0;
	}
	const closers = new Closers();
	const performance = perform(options, closers);
	performance.catch(() => undefined);
	try {
		await Promise.race([performance, interrupted]);
	} catch (error) {
		if (!(error instanceof Interrupted)) throw error;
		console.log(isStayingUp ? '\nEnding n8n and the exchange.' : '\nInterrupted. Ending what was started.');
		return isStayingUp ? 0 : 130;
	} finally {
		await closers.closeAll();
	}
	console.log('\nEvery step happened. n8n and the exchange are ended, their files removed.');
	return 0;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
		process.exit(1);
	},
);
