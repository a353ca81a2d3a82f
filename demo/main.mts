import { Cleanup, Interrupted, interruption } from './cleanup.mts';
import { playBank } from './bank.mts';
import { OWNER } from './n8n/rest.mts';
import { reportCalls } from './callReporter.mts';
import { type Options, USAGE, optionsOf } from './options.mts';
import { type JoinedEnvironment, startEnvironment } from './environment.mts';
import { joinEnvironment } from './joinEnvironment.mts';
import { publishDemo } from './publish.mts';
import { failingWith, playScenario } from './scenario.mts';
import { startTimeline } from './timeline.mts';

const interrupted = interruption();
interrupted.catch(() => undefined);
let isStayingUp = false;

async function run(options: Options, cleanup: Cleanup): Promise<void> {
	const report = startTimeline();
	const environment =
		options.n8n === null
			? await startEnvironment({ ...options, cleanup, report })
			: await joinEnvironment({ ...options, n8nUrl: options.n8n, cleanup, report });
	console.log(`\n${addresses(environment)}\n`);
	const reporter = reportCalls(environment.simulator.exchange, report);
	cleanup.add('The timeline', () => reporter.stop());
	const reportInOrder = (what: string) => {
		reporter.catchUp();
		report(what);
	};
	const { workflowId } = await failingWith(
		'The workflow was not published',
		environment.n8n.died,
		publishDemo(environment, reportInOrder),
	);
	const bank = playBank(environment.simulator.exchange, environment.n8n.url, reportInOrder);
	cleanup.add('The bank', () => bank.stop());
	await playScenario({
		exchange: environment.simulator.exchange,
		rest: environment.rest,
		workflowId,
		died: environment.n8n.died,
		report: reportInOrder,
	});
	if (options.once) return;
	isStayingUp = true;
	console.log(`\n${yourTurn(environment)}\n`);
	await environment.n8n.died;
}

/** First of all, while the scenario plays: where to look. */
const addresses = ({ n8n, simulator }: JoinedEnvironment): string =>
	[
		'Open these two side by side in a browser:',
		'',
		`  Play the buyer yourself   ${simulator.url}`,
		'                            open an order, write, pay, send a receipt, make it go wrong',
		`  See the workflow          ${n8n.url}`,
		`                            login ${OWNER.email}, password ${OWNER.password}`,
		'',
		'Nothing here is real: no money, no people, no connection to Bybit.',
	].join('\n');

const yourTurn = ({ n8n, simulator }: JoinedEnvironment): string =>
	[
		`Now it is your turn. Play the buyer at ${simulator.url}; the workflow at ${n8n.url} stays published.`,
		`What it does appears here too. For a credential of your own: API key ${simulator.exchange.merchant.apiKey}, secret ${simulator.exchange.merchant.apiSecret}.`,
		'Ctrl-C ends everything and removes what was written.',
	].join('\n');

async function main(): Promise<number> {
	const options = optionsOf(process.argv.slice(2));
	if (options === null) {
		console.log(USAGE);
		return 0;
	}
	const cleanup = new Cleanup();
	const running = run(options, cleanup);
	running.catch(() => undefined);
	try {
		await Promise.race([running, interrupted]);
	} catch (error) {
		if (!(error instanceof Interrupted)) throw error;
		console.log(isStayingUp ? '\nEnding n8n and the exchange.' : '\nInterrupted. Ending what was started.');
		return isStayingUp ? 0 : 130;
	} finally {
		await cleanup.closeAll();
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
