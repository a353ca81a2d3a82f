import { Cleanup } from '../../demo/cleanup.mts';
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
import { receiptVault } from './examples/receiptVault.mts';
import { reprice } from './examples/reprice.mts';
import { safetyNet } from './examples/safetyNet.mts';
import { severalAccounts } from './examples/severalAccounts.mts';
import { Stage } from './support/examples/stage.mts';

const cleanup = new Cleanup();
let stage: Stage;

beforeAll(async () => {
	stage = await Stage.start(cleanup);
});
afterAll(() => cleanup.closeAll());
beforeEach(() => stage.reset());

describe('ai-front-desk', () => frontDesk(() => stage));
describe('approve-release-telegram', () => approveRelease(() => stage));
describe('auto-pay-purchases', () => autoPay(() => stage));
describe('bank-email-release', () => bankEmail(() => stage));
describe('bank-webhook-release', () => bankWebhook(() => stage));
describe('counterparty-gate', () => counterpartyGate(() => stage));
describe('daily-books-to-sheet', () => dailyBooks(() => stage));
describe('deadline-appeal-alarm', () => alarm(() => stage));
describe('greet-release-thank', () => greetReleaseThank(() => stage));
describe('greeter-by-payment-method', () => greeter(() => stage));
describe('receipt-vault', () => receiptVault(() => stage));
describe('reprice-within-bounds', () => reprice(() => stage));
describe('safety-net', () => safetyNet(() => stage));
describe('several-accounts', () => severalAccounts(() => stage));
