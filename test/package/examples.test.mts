/** Every example can be imported, explains itself, and is careful with money: checked without n8n. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { examplesReadme } from '../../tools/examplesReadme.mts';
import { brokenExampleRules, exampleFiles, readExample } from '../support/exampleRules.mts';
import type { Example } from '../support/exampleRulesGraph.mts';

const ROOT = join(__dirname, '../..');

/** An example with one text replaced in its file. */
function withText(file: string, text: string | RegExp, other: string): Example {
	const before = JSON.stringify(readExample(file));
	const after = before.replace(text, other);
	if (after === before) throw new Error(`${file} does not hold ${String(text)}`);
	return JSON.parse(after) as Example;
}

const BANK = 'bank-email-release.json';
const ASKED = 'approve-release-telegram.json';
const AGENT = 'ai-front-desk.json';

describe('the examples', () => {
	it.each(exampleFiles())('%s breaks no rule', (file) => {
		expect(brokenExampleRules(readExample(file))).toEqual([]);
	});

	it('stand in their README as they are; `npm run docs` writes it', () => {
		expect(readFileSync(join(ROOT, 'examples', 'README.md'), 'utf8')).toBe(examplesReadme(ROOT));
	});
});

describe('the rules of the examples', () => {
	it.each([
		[
			'a node that is named twice',
			BANK,
			'"name":"Released?"',
			'"name":"Which Order?"',
			'two nodes are named "Which Order?"',
		],
		[
			'a node that a plain n8n does not have',
			BANK,
			'n8n-nodes-base.wait',
			'n8n-nodes-other.wait',
			'a plain n8n has no',
		],
		[
			'a connection to a node that is gone',
			BANK,
			'{"node":"Thank the Buyer"',
			'{"node":"Thanks"',
			'"Thanks", which is not there',
		],
		[
			'an expression that names a node that is gone',
			BANK,
			"$('Settings')",
			"$('Options')",
			'asks "Options", which does not lead to it',
		],
		[
			'an expression that n8n would send as it stands',
			BANK,
			'"={{ $json.orderId }}"',
			'"{{ $json.orderId }}"',
			'without a leading =',
		],
		['a credential of somebody else', BANK, '"id":null', '"id":"1"', "no id of somebody else's n8n"],
		[
			'a text that Telegram may refuse',
			ASKED,
			/\.replace\(\/&\/g.*?replace\(\/<\/g, '&lt;'\)/,
			'',
			'may hold marks that Telegram refuses',
		],
		['a point to set without a name', BANK, '- **Bank Mailbox**: ', '- the mailbox: ', 'names no thing to set'],
		[
			'a missing note',
			BANK,
			'"name":"What It Never Does"',
			'"name":"Notes"',
			'the note "What It Never Does" is missing',
		],
		['two nodes in one place', BANK, '"position":[2160,-400]', '"position":[2160,-300]', 'covers'],
		[
			'a parameter that our node does not have',
			BANK,
			'"expectedPayerName"',
			'"expectedPayer"',
			'our node has no safetyChecks.expectedPayer there',
		],
		['an event that does not exist', ASKED, '"orderPaid"', '"orderPayed"', 'events cannot be "orderPayed"'],
		[
			'a release whose error output is not wired',
			BANK,
			/(safetyChecks.*?)"continueErrorOutput"/s,
			'$1"stopWorkflow"',
			'a refused item would stop others',
		],
		[
			'a release in earnest that nobody was asked about',
			BANK,
			'"dryRun":true',
			'"dryRun":false',
			'Dry Run is off and nobody was asked',
		],
		[
			'a release that asks a person no more',
			ASKED,
			'"operation":"sendAndWait"',
			'"operation":"sendMessage"',
			'nobody was asked',
		],
		[
			'a check that compares an order with itself',
			BANK,
			/"expectedFiatAmount":"[^"]*"/,
			`"expectedFiatAmount":"={{ $('Match Payment').item.json.order.fiatAmount }}"`,
			'expectedFiatAmount compares the order with itself, as Match Payment read it',
		],
		['a message that may go out twice', BANK, '"skipIfSentWithinMinutes":60', '', 'the message may be sent twice'],
		[
			'an agent that may move money',
			AGENT,
			'"descriptionType":"manual"',
			'"descriptionType":"manual","allowMoneyActions":true',
			'allowed to move money',
		],
	])('refuse %s', (_, file, text, other, reason) => {
		expect(brokenExampleRules(withText(file, text, other)).join('\n')).toContain(reason);
		expect(brokenExampleRules(withText(file, text, other))).not.toEqual([]);
	});
});
