import { Cleanup } from '../../demo/cleanup.mts';
import { exampleFiles } from '../support/exampleRules.mts';
import { alarm } from './examples/alarm.mts';
import { approveRelease } from './examples/approveRelease.mts';
import { autoPay } from './examples/autoPay.mts';
import { bankEmail } from './examples/bankEmail.mts';
import { bankWebhook } from './examples/bankWebhook.mts';
import { counterpartyGate } from './examples/counterpartyGate.mts';
import { dailyBooks } from './examples/dailyBooks.mts';
import { frontDesk } from './examples/frontDesk.mts';
import { greeter } from './examples/greeter.mts';
import { greetReleaseThank } from './examples/greetReleaseThank.mts';
import { imports } from './examples/imports.mts';
import { receiptVault } from './examples/receiptVault.mts';
import { reprice } from './examples/reprice.mts';
import { safetyNet } from './examples/safetyNet.mts';
import { severalAccounts } from './examples/severalAccounts.mts';
import { ExampleRig } from './support/examples/exampleRig.mts';

/** Each example with what is played of it: a new one is a file in `examples/`, a file beside this one, and a line here. */
const PLAYED: Readonly<Record<string, (rig: () => ExampleRig) => void>> = {
	'ai-front-desk': frontDesk,
	'approve-release-telegram': approveRelease,
	'auto-pay-purchases': autoPay,
	'bank-email-release': bankEmail,
	'bank-webhook-release': bankWebhook,
	'counterparty-gate': counterpartyGate,
	'daily-books-to-sheet': dailyBooks,
	'deadline-appeal-alarm': alarm,
	'greet-release-thank': greetReleaseThank,
	'greeter-by-payment-method': greeter,
	'receipt-vault': receiptVault,
	'reprice-within-bounds': reprice,
	'safety-net': safetyNet,
	'several-accounts-desk': severalAccounts,
	'several-accounts-one': () =>
		it('is played with its desk', () => expect(PLAYED['several-accounts-desk']).toBeDefined()),
};

const cleanup = new Cleanup();
let rig: ExampleRig;

beforeAll(async () => {
	rig = await ExampleRig.start(cleanup);
});
afterAll(() => cleanup.closeAll());
beforeEach(() => rig.reset());
afterEach(() => expect(rig.unknownHosts).toEqual([]));

describe('the examples', () => {
	it('are all played', () => {
		expect(exampleFiles()).toEqual(Object.keys(PLAYED).map((name) => `${name}.json`));
	});

	imports(() => rig);
});

describe.each(Object.entries(PLAYED))('%s', (_, play) => play(() => rig));
